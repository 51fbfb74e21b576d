import { formatCount } from '../../format.ts';
import { formTexts } from '../../texts/form-texts.ts';
import { Banner, BlockStack, ProgressBar, Text, TextField } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';
import type { DraftFieldsProps } from './AccessFields.tsx';
import { fieldIds } from './field-ids.ts';
import { limitOf } from './typed-number.ts';

/** How many people may get in, and how many have. */
export function PlacesFields({ draft, errors, onChange, totalPasses }: DraftFieldsProps & { totalPasses: number }) {
  const capacity = limitOf(draft.capacity);
  return (
    <TopicCard title={formTexts.places.title}>
      <TextField
        id={fieldIds.capacity}
        type="integer"
        label={formTexts.places.capacity}
        value={draft.capacity}
        onChange={(value) => onChange({ capacity: value })}
        helpText={formTexts.places.capacityHelp}
        min={1}
        inputMode="numeric"
        autoComplete="off"
        {...(errors.byField.capacity && { error: errors.byField.capacity })}
      />
      {capacity === null || Number.isNaN(capacity) ? (
        <Text as="p">{formTexts.places.in(totalPasses, formatCount(totalPasses))}</Text>
      ) : (
        <Taken taken={totalPasses} all={capacity} />
      )}
    </TopicCard>
  );
}

function Taken({ taken, all }: { taken: number; all: number }) {
  return (
    <BlockStack gap="200">
      <Text as="p" id="places-taken">
        {formTexts.places.taken(formatCount(taken), formatCount(all))}
      </Text>
      <ProgressBar progress={Math.min(100, (taken / all) * 100)} size="small" ariaLabelledBy="places-taken" />
      {taken >= all && <Banner tone="warning">{taken > all ? formTexts.places.over : formTexts.places.full}</Banner>}
    </BlockStack>
  );
}
