import type { TrustLevel } from '../../gql/graphql.ts';
import { texts } from '../../texts/texts.ts';
import { Checkbox, ChoiceList, FormLayout, Select, TextField } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';
import type { DraftFieldsProps } from './AccessFields.tsx';
import { fieldIds } from './field-ids.ts';
import { type DurationUnit, minutesIn } from './typed-number.ts';

const words = texts.email;

const trustLevels = (Object.keys(words.trustLevel) as TrustLevel[]).map((value) => ({
  value,
  label: words.trustLevel[value].name,
  helpText: words.trustLevel[value].help,
}));

const units = (Object.keys(minutesIn) as DurationUnit[]).map((value) => ({ value, label: words.units[value] }));

/** What somebody who comes by e-mail must prove, agrees to, and whether a list decides. */
export function EmailGateFields({ draft, errors, onChange }: DraftFieldsProps) {
  const { byField } = errors;
  return (
    <TopicCard title={words.title}>
      <FormLayout>
        <div id={fieldIds.trustLevel} tabIndex={-1} className="page-focus">
          <ChoiceList
            title={words.trust}
            choices={trustLevels}
            selected={[draft.trustLevel]}
            onChange={([trustLevel = draft.trustLevel]: TrustLevel[]) => onChange({ trustLevel })}
            {...(byField.trustLevel && { error: byField.trustLevel })}
          />
        </div>
        {draft.trustLevel === 'CONFIRM_LATER' && <ConfirmTime {...{ draft, errors, onChange }} />}
        <TextField
          label={words.consent}
          value={draft.consentText}
          onChange={(consentText) => onChange({ consentText })}
          placeholder={words.consentDefault}
          helpText={words.consentHelp}
          multiline={3}
          maxLength={1_000}
          autoComplete="off"
          {...(byField.consentText && { error: byField.consentText })}
        />
        <Checkbox
          id={fieldIds.guestsOnly}
          label={words.guestsOnly}
          helpText={words.guestsOnlyHelp}
          checked={draft.isGuestListOnly}
          onChange={(isGuestListOnly) => onChange({ isGuestListOnly })}
        />
      </FormLayout>
    </TopicCard>
  );
}

function ConfirmTime({ draft, errors, onChange }: DraftFieldsProps) {
  const { confirmWithin } = draft;
  const error = errors.byField.confirmWithinMinutes;
  return (
    <TextField
      type="integer"
      label={words.confirmWithin}
      value={confirmWithin.amount}
      onChange={(amount) => onChange({ confirmWithin: { ...confirmWithin, amount } })}
      helpText={words.confirmWithinHelp}
      min={1}
      inputMode="numeric"
      autoComplete="off"
      connectedRight={
        <Select
          label={words.unit}
          labelHidden
          options={units}
          value={confirmWithin.unit}
          onChange={(unit: DurationUnit) => onChange({ confirmWithin: { ...confirmWithin, unit } })}
        />
      }
      {...(error && { error })}
    />
  );
}
