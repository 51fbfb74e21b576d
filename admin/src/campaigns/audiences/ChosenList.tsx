import { texts } from '../../texts.ts';
import { Badge, Banner, InlineStack, Text } from '../../ui/polaris.ts';
import type { KlaviyoList } from './ListSearch.tsx';

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

/** A list's name, with the badge that says how people join it. */
export function ListName({ list: { name, optIn } }: { list: KlaviyoList }) {
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="span" fontWeight="semibold">
        {name}
      </Text>
      {optIn && <Badge tone={optIn === 'DOUBLE' ? 'info' : 'new'}>{words.optIn[optIn]}</Badge>}
    </InlineStack>
  );
}
