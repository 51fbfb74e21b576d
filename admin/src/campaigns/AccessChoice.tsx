import type { AccessType } from '../gql/graphql.ts';
import { texts } from '../texts/texts.ts';
import { BlockStack, ChoiceList, TextField } from '../ui/polaris.ts';
import { codeAdvice } from './credentials/code-strength.ts';
import type { DraftFieldsProps } from './form/AccessFields.tsx';
import { asksForPassword } from './form/campaign-draft.ts';

const choices = (Object.keys(texts.accessType) as AccessType[]).map((value) => ({
  value,
  label: texts.accessType[value].name,
  helpText: texts.accessType[value].help,
}));

/** The ways in, each with a line on what it is good for, and the password where one opens; it stays while another way is tried. */
export function AccessChoice({ draft, errors, onChange }: DraftFieldsProps) {
  const { accessType, password } = errors.byField;
  const choose = ([chosen]: string[]): void => {
    const choice = choices.find(({ value }) => value === chosen);
    if (choice) onChange({ accessType: choice.value });
  };
  return (
    <BlockStack gap="400">
      <ChoiceList
        title={texts.campaign.accessType}
        choices={choices}
        selected={[draft.accessType]}
        onChange={choose}
        {...(accessType && { error: accessType })}
      />
      {asksForPassword(draft.accessType) && (
        <TextField
          label={texts.campaign.password}
          value={draft.password}
          onChange={(typed) => onChange({ password: typed })}
          helpText={password ? undefined : (codeAdvice(draft.password, [draft.name]) ?? texts.campaign.passwordHelp)}
          autoComplete="off"
          spellCheck={false}
          requiredIndicator
          {...(password && { error: password })}
        />
      )}
    </BlockStack>
  );
}
