import { type FormEvent, useState } from 'react';
import { campaignListTexts } from '../texts/campaign-list-texts.ts';
import { texts } from '../texts/texts.ts';
import { Modal } from '../ui/Modal.tsx';
import { BlockStack, Text, TextField } from '../ui/polaris.ts';
import { longestViewName } from './list-views.ts';

const words = campaignListTexts.views;

interface SaveViewDialogProps {
  /** The names that there are already. */
  taken: readonly string[];
  onSave(name: string): void;
  onClose(): void;
}

/** Asks under which name the present search, filters and order are to be kept. */
export function SaveViewDialog({ taken, onSave, onClose }: SaveViewDialogProps) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const save = (event?: FormEvent): void => {
    event?.preventDefault();
    const found = problemOf(name.trim(), taken);
    setProblem(found);
    if (found !== undefined) return;
    onSave(name.trim());
    onClose();
  };
  return (
    <Modal
      open
      onClose={onClose}
      title={words.saveTitle}
      primaryAction={{ content: words.save, onAction: save }}
      secondaryActions={[{ content: texts.common.cancel, onAction: onClose }]}
    >
      <Modal.Section>
        <form onSubmit={save} noValidate>
          <BlockStack gap="400">
            <Text as="p">{words.saveBody}</Text>
            <TextField
              label={words.name}
              value={name}
              onChange={setName}
              placeholder={words.placeholder}
              autoComplete="off"
              autoFocus
              {...(problem !== undefined && { error: problem })}
            />
          </BlockStack>
          <button type="submit" hidden />
        </form>
      </Modal.Section>
    </Modal>
  );
}

function problemOf(name: string, taken: readonly string[]): string | undefined {
  if (name === '') return words.blank;
  if (name.length > longestViewName) return words.tooLong;
  return taken.some((other) => other.toLowerCase() === name.toLowerCase()) ? words.taken : undefined;
}
