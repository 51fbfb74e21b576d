import { type FormEvent, useState } from 'react';
import { type FieldErrors, noErrors, type Outcome } from '../../outcome.ts';
import { texts } from '../../texts/texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { BlockStack, TextField } from '../../ui/polaris.ts';
import { clockNote } from '../form/draft-problems.ts';
import { codeAdvice } from './code-strength.ts';
import { type CredentialDraft, credentialInputOf, credentialProblems } from './credential-draft.ts';
import type { CredentialInput } from './useCredentialChanges.ts';

const words = texts.limits;

interface CredentialDialogProps {
  title: string;
  /** What stands in the fields at first. */
  initial: CredentialDraft;
  /** False for a new one: then everything is sent. */
  isSaved: boolean;
  /** Names that stand on the gate, where it has a code that is typed. */
  shownNames?: readonly string[] | undefined;
  zone: string;
  save(input: CredentialInput): Promise<Outcome<unknown>>;
  onClose(): void;
}

/** Adds or changes an access code or a secret link. */
export function CredentialDialog({ title, initial, isSaved, shownNames, zone, save, onClose }: CredentialDialogProps) {
  const [draft, setDraft] = useState(initial);
  const [outcome, setOutcome] = useState<Outcome<unknown>>();
  const [isSaving, setSaving] = useState(false);
  const showToast = useToast();

  const problems = credentialProblems(draft, zone);
  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (isSaving || Object.keys(problems).length > 0) return;
    setSaving(true);
    const ended = await save(credentialInputOf(draft, isSaved ? initial : undefined, zone));
    setSaving(false);
    setOutcome(ended);
    if (ended.kind !== 'done') return;
    showToast({ content: words.saved });
    onClose();
  };

  const { byField } = outcome?.kind === 'refused' ? outcome.errors : noErrors;
  return (
    <Modal
      open
      onClose={onClose}
      title={title}
      primaryAction={{ content: texts.common.save, onAction: submit, loading: isSaving }}
      secondaryActions={[{ content: texts.common.cancel, onAction: onClose }]}
    >
      <Modal.Section>
        <form onSubmit={submit} noValidate>
          <BlockStack gap="400">
            <FormErrors outcome={outcome} />
            <Fields
              {...{ draft, isSaved, shownNames, zone }}
              byField={{ ...byField, ...problems }}
              onChange={(part) => setDraft((last) => ({ ...last, ...part }))}
            />
          </BlockStack>
          <button type="submit" hidden />
        </form>
      </Modal.Section>
    </Modal>
  );
}

interface FieldsProps {
  draft: CredentialDraft;
  isSaved: boolean;
  shownNames: readonly string[] | undefined;
  zone: string;
  byField: FieldErrors['byField'];
  onChange(part: Partial<CredentialDraft>): void;
}

function Fields({ draft, isSaved, shownNames, zone, byField, onChange }: FieldsProps) {
  const codeHelp = isSaved ? texts.codes.codeHelp : texts.codes.newCodeHelp;
  const field = (name: keyof CredentialDraft) => ({
    value: draft[name],
    onChange: (value: string) => onChange({ [name]: value } as Partial<CredentialDraft>),
    autoComplete: 'off',
    ...(byField[name] && { error: byField[name] }),
  });
  return (
    <>
      <TextField {...field('name')} label={words.name} helpText={words.nameHelp} autoFocus requiredIndicator />
      {shownNames && (
        <TextField
          {...field('code')}
          label={texts.codes.code}
          helpText={byField.code ? undefined : (codeAdvice(draft.code, shownNames) ?? codeHelp)}
          spellCheck={false}
        />
      )}
      <TextField
        {...field('maxUses')}
        label={words.maxUses}
        helpText={words.maxUsesHelp}
        type="integer"
        min={1}
        inputMode="numeric"
      />
      <TextField
        {...field('expiresAt')}
        label={words.expiresAt}
        helpText={clockNote(draft.expiresAt, zone) ?? words.expiresAtHelp(zone)}
        type="datetime-local"
      />
    </>
  );
}
