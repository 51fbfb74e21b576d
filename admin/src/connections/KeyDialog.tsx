import { type FormEvent, useState } from 'react';
import type { Destination } from '../gql/graphql.ts';
import { noErrors, type Outcome } from '../outcome.ts';
import { texts } from '../texts/texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { FormErrors } from '../ui/FormErrors.tsx';
import { Modal } from '../ui/Modal.tsx';
import { BlockStack, Text, TextField } from '../ui/polaris.ts';
import { useConnectionSave } from './useConnectionSave.ts';

const words = texts.connections;

interface KeyDialogProps {
  destination: Destination;
  isReplacing: boolean;
  onClose(): void;
}

/** Asks for a key and says where to find one; what is wrong with it stands at the field, and what was typed stays. */
export function KeyDialog({ destination, isReplacing, onClose }: KeyDialogProps) {
  const [key, setKey] = useState('');
  const [outcome, setOutcome] = useState<Outcome<unknown>>();
  const [isMissing, setMissing] = useState(false);
  const { save, isSaving } = useConnectionSave();
  const showToast = useToast();

  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (isSaving) return;
    setMissing(key.trim() === '');
    if (key.trim() === '') return;
    const ended = await save({ destination, key: key.trim() });
    setOutcome(ended);
    if (ended.kind !== 'done') return;
    showToast({ content: words.saved(destination) });
    onClose();
  };

  const { byField } = outcome?.kind === 'refused' ? outcome.errors : noErrors;
  const error = isMissing ? words.noKey : byField.key;
  const action = isReplacing ? words.replaceKey : words.connect(destination);
  return (
    <Modal
      open
      onClose={onClose}
      title={isReplacing ? words.labelFor(words.replaceKey, destination) : action}
      primaryAction={{ content: action, onAction: submit, loading: isSaving }}
      secondaryActions={[{ content: texts.common.cancel, onAction: onClose }]}
    >
      <Modal.Section>
        <form onSubmit={submit} noValidate>
          <BlockStack gap="400">
            <FormErrors outcome={outcome} />
            <WhereToFindIt destination={destination} />
            <TextField
              label={words.key[destination]}
              type="password"
              value={key}
              onChange={setKey}
              helpText={words.keyKept}
              autoComplete="off"
              autoFocus
              spellCheck={false}
              {...(error && { error })}
            />
          </BlockStack>
          <button type="submit" hidden />
        </form>
      </Modal.Section>
    </Modal>
  );
}

function WhereToFindIt({ destination }: { destination: Destination }) {
  return (
    <div>
      <Text as="p">{words.keyHelp[destination]}</Text>
      <ul className="plain-list">
        {words.scopes[destination].map((scope) => (
          <li key={scope}>{scope}</li>
        ))}
      </ul>
    </div>
  );
}
