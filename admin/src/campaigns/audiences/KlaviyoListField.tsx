import { useRef, useState } from 'react';
import { texts } from '../../texts/texts.ts';
import { BlockStack, Button, InlineStack, Text } from '../../ui/polaris.ts';
import type { DestinationSync } from '../sync/campaign-sync.ts';
import { ChosenList } from './ChosenList.tsx';
import type { KlaviyoList } from './ListName.tsx';
import { ListSearch } from './ListSearch.tsx';

const words = texts.audiences;

interface KlaviyoListFieldProps {
  /** What is saved, with the name that Klaviyo gives it. */
  saved: Pick<DestinationSync, 'audience' | 'audienceName' | 'optIn' | 'audienceExists'>;
  /** Id of the list in the draft; empty for none. */
  value: string;
  error?: string | undefined;
  onChange(id: string): void;
}

/** The list that sign-ups join at Klaviyo: what is chosen, and the way to choose another. */
export function KlaviyoListField({ saved, value, error, onChange }: KlaviyoListFieldProps) {
  const [isChoosing, setChoosing] = useState(false);
  const [picked, setPicked] = useState<KlaviyoList>();
  const section = useRef<HTMLElement>(null);

  const end = (): void => {
    setChoosing(false);
    // The button that was pressed is gone: the keys stay where the choice now stands.
    section.current?.focus();
  };
  const choose = (list: KlaviyoList): void => {
    setPicked(list);
    onChange(list.id);
    end();
  };

  return (
    <section ref={section} tabIndex={-1} className="page-focus" aria-label={words.list}>
      <BlockStack gap="200">
        <Text as="h3" variant="headingSm">
          {words.list}
        </Text>
        <ChosenList id={value} list={picked?.id === value ? picked : savedList(saved, value)} />
        {error && (
          <Text as="p" tone="critical">
            {error}
          </Text>
        )}
        {isChoosing && <ListSearch chosen={value} onChoose={choose} />}
        <InlineStack gap="200">
          {isChoosing ? (
            <Button onClick={end}>{words.close}</Button>
          ) : (
            <Button onClick={() => setChoosing(true)}>{value ? words.change : words.choose}</Button>
          )}
          {value && (
            <Button onClick={() => onChange('')} variant="plain">
              {words.clear}
            </Button>
          )}
        </InlineStack>
      </BlockStack>
    </section>
  );
}

function savedList(saved: KlaviyoListFieldProps['saved'], id: string): KlaviyoList | 'GONE' | undefined {
  if (id === '' || saved.audience !== id) return undefined;
  if (saved.audienceExists === false) return 'GONE';
  return saved.audienceName ? { id, name: saved.audienceName, optIn: saved.optIn ?? null } : undefined;
}
