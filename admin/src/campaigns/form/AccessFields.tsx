import type { AccessType } from '../../gql/graphql.ts';
import type { FieldErrors } from '../../outcome.ts';
import { texts } from '../../texts/texts.ts';
import { Checkbox, FormLayout, Select, TextField } from '../../ui/polaris.ts';
import { codeAdvice } from '../credentials/code-strength.ts';
import { asksForPassword, type CampaignDraft } from './campaign-draft.ts';
import { fieldIds } from './field-ids.ts';

const accessTypes = (Object.keys(texts.accessType) as AccessType[]).map((value) => ({
  value,
  label: texts.accessType[value].name,
}));

export interface DraftFieldsProps {
  draft: CampaignDraft;
  errors: FieldErrors;
  onChange(change: Partial<CampaignDraft>): void;
}

/** How visitors get in; the password stays in the draft while another access type is tried. */
export function AccessFields({ draft, errors, onChange }: DraftFieldsProps) {
  const { byField } = errors;
  return (
    <FormLayout>
      <Select
        id={fieldIds.accessType}
        label={texts.campaign.accessType}
        options={accessTypes}
        value={draft.accessType}
        onChange={(value: AccessType) => onChange({ accessType: value })}
        helpText={texts.accessType[draft.accessType].help}
        {...(byField.accessType && { error: byField.accessType })}
      />
      {asksForPassword(draft.accessType) && (
        <TextField
          label={texts.campaign.password}
          value={draft.password}
          onChange={(password) => onChange({ password })}
          helpText={
            byField.password ? undefined : (codeAdvice(draft.password, [draft.name]) ?? texts.campaign.passwordHelp)
          }
          autoComplete="off"
          spellCheck={false}
          requiredIndicator
          {...(byField.password && { error: byField.password })}
        />
      )}
      {draft.accessType === 'PASSWORD_OR_EMAIL' && (
        <Checkbox
          label={texts.email.emailFirst}
          checked={draft.showsEmailFirst}
          onChange={(showsEmailFirst) => onChange({ showsEmailFirst })}
        />
      )}
    </FormLayout>
  );
}
