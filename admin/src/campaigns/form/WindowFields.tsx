import { texts } from '../../texts/texts.ts';
import { FormLayout, Text, TextField } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';
import type { DraftFieldsProps } from './AccessFields.tsx';
import { clockNote } from './draft-problems.ts';
import { fieldIds } from './field-ids.ts';

/** When the gate opens and closes, in the shop's zone; says so where the shop's clocks skip or repeat a time. */
export function WindowFields({ draft, errors, onChange, zone }: DraftFieldsProps & { zone: string }) {
  const field = (name: 'startsAt' | 'endsAt') => ({
    id: fieldIds[name],
    type: 'datetime-local' as const,
    label: texts.campaign[name],
    value: draft[name],
    onChange: (value: string) => onChange(name === 'startsAt' ? { startsAt: value } : { endsAt: value }),
    autoComplete: 'off',
    helpText: clockNote(draft[name], zone),
    ...(errors.byField[name] && { error: errors.byField[name] }),
  });
  return (
    <TopicCard title={texts.campaign.window}>
      <FormLayout>
        <FormLayout.Group>
          <TextField {...field('startsAt')} />
          <TextField {...field('endsAt')} />
        </FormLayout.Group>
        <Text as="p" tone="subdued">
          {texts.campaign.zone(zone)}
        </Text>
      </FormLayout>
    </TopicCard>
  );
}
