import { useState } from 'react';
import { Box, Button, ChoiceList, Popover } from './polaris.ts';

interface FilterChoiceProps<Value extends string> {
  /** What is filtered by. */
  label: string;
  /** What the button says, such as the label with the number of choices made. */
  summary: string;
  choices: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  onChange(chosen: Value[]): void;
}

/** A filter above a list: any of several values, in a small window below its button. */
export function FilterChoice<Value extends string>(props: FilterChoiceProps<Value>) {
  const { label, summary, choices, chosen, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const activator = (
    <Button size="large" disclosure={isOpen ? 'up' : 'down'} onClick={() => setOpen(!isOpen)}>
      {summary}
    </Button>
  );
  return (
    <Popover active={isOpen} activator={activator} onClose={() => setOpen(false)} autofocusTarget="first-node">
      <Box padding="400">
        {/* It stands at the end of the document, outside of every landmark. */}
        <section aria-label={label}>
          <ChoiceList
            allowMultiple
            title={label}
            choices={choices.map((choice) => ({ ...choice }))}
            selected={[...chosen]}
            onChange={(selected) =>
              onChange(choices.map(({ value }) => value).filter((value) => selected.includes(value)))
            }
          />
        </section>
      </Box>
    </Popover>
  );
}
