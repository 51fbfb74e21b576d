import { useState } from 'react';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { BlockStack, InlineStack, Select, Text, TextField } from '../ui/polaris.ts';
import { type ChosenRange, type Days, daysIn, daysOf, type Preset, presets } from './range.ts';
import type { ChosenRangeState } from './useChosenRange.ts';

const words = analyticsTexts.analytics;

interface RangeFieldsProps extends Pick<ChosenRangeState, 'chosen' | 'choose'> {
  /** What the range without a beginning is called. */
  all: string;
  zone: string;
}

/** The choice of a range: by a name, or by two days. */
export function RangeFields({ chosen, choose, all, zone }: RangeFieldsProps) {
  const names = presets.map((value) => ({ value, label: value === 'all' ? all : words.ranges[value] }));
  const isByDays = typeof chosen !== 'string';
  const chooseNamed = (value: string): void => choose(value === 'days' ? shownDays(chosen, zone) : (value as Preset));
  return (
    <BlockStack gap="200">
      <Select
        label={words.range}
        options={[...names, { value: 'days', label: words.ranges.days }]}
        value={isByDays ? 'days' : chosen}
        onChange={chooseNamed}
      />
      {isByDays && <DayFields days={chosen} onChoose={choose} />}
      <Text as="p" tone="subdued">
        {words.zone(zone)}
      </Text>
    </BlockStack>
  );
}

/** The days that were shown until now: from them the merchant goes on. */
function shownDays(chosen: ChosenRange, zone: string): Days {
  const now = new Date();
  const days = daysIn(chosen, zone, now) ?? daysIn('month', zone, now);
  // A month always has days.
  return days as Days;
}

function DayFields({ days, onChoose }: { days: Days; onChoose(days: Days): void }) {
  const [typed, setTyped] = useState(days);
  const type = (part: Partial<Days>): void => {
    const next = { ...typed, ...part };
    setTyped(next);
    const read = daysOf(next.first, next.last);
    if (read) onChoose(read);
  };
  const problem = daysOf(typed.first, typed.last) === null;
  return (
    <InlineStack gap="300" wrap>
      <TextField
        label={words.firstDay}
        type="date"
        value={typed.first}
        onChange={(first) => type({ first })}
        autoComplete="off"
        {...(problem && { error: words.noDays })}
      />
      <TextField
        label={words.lastDay}
        type="date"
        value={typed.last}
        onChange={(last) => type({ last })}
        autoComplete="off"
      />
    </InlineStack>
  );
}
