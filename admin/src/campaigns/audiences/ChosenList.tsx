import { texts } from '../../texts/texts.ts';
import { Banner, Text } from '../../ui/polaris.ts';
import { type KlaviyoList, ListName } from './ListName.tsx';

const words = texts.audiences;

interface ChosenListProps {
  /** Empty for none. */
  id: string;
  /** What is known of it; undefined where Klaviyo has not said. */
  list: KlaviyoList | 'GONE' | undefined;
}

/** The list that is chosen, by the name that Klaviyo gives it, and how people join it. */
export function ChosenList({ id, list }: ChosenListProps) {
  if (id === '') return <Text as="p">{words.noList}</Text>;
  if (list === 'GONE') {
    return (
      <Banner tone="critical" title={words.gone(id)}>
        {words.goneHelp}
      </Banner>
    );
  }
  return (
    <div>
      <ListName list={list ?? { id, name: words.unnamed(id), optIn: null }} />
      {list?.optIn && (
        <Text as="p" tone="subdued">
          {words.optInHelp[list.optIn]}
        </Text>
      )}
    </div>
  );
}
