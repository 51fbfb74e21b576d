import { useState } from 'react';
import { noErrors, type Outcome } from '../outcome.ts';
import { texts } from '../texts/texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { focusFirstFault } from '../ui/first-fault.ts';
import { useKeptDraft } from '../ui/kept-draft.ts';
import { typedOver } from '../ui/typed-over.ts';

interface SettingsFormParts<Draft> {
  /** Of the form: its draft is kept under it. */
  name: string;
  /** As it stands at the API. */
  saved: Draft;
  /** Sends what changed, and nothing else. */
  save(changes: Partial<Draft>): Promise<Outcome<unknown>>;
  /** Said when that went through. */
  done: string;
}

/** What the merchant types into a form of the settings, from the first key to the save. `bar` is there while something is unsaved. */
export function useSettingsForm<Draft extends object>({ name, saved, save, done }: SettingsFormParts<Draft>) {
  const { edited, edit, settle } = useKeptDraft<Partial<Draft>>(`settings ${name}`);
  const [outcome, setOutcome] = useState<Outcome<unknown>>();
  const [isSaving, setSaving] = useState(false);
  const showToast = useToast();
  const draft = { ...saved, ...edited };

  const change = (part: Partial<Draft>): void => {
    const typed = typedOver({ ...draft, ...part }, saved);
    // Typing something back to what is saved leaves nothing to save.
    edit(Object.keys(typed).length === 0 ? undefined : typed);
  };
  const onDiscard = (): void => {
    edit(undefined);
    setOutcome(undefined);
  };
  const onSave = async (): Promise<void> => {
    setSaving(true);
    const ended = await save(typedOver(draft, saved)).finally(() => setSaving(false));
    setOutcome(ended);
    if (ended.kind === 'done') {
      settle(edited);
      return showToast({ content: done });
    }
    const hasFaults = ended.kind === 'refused' && Object.keys(ended.errors.byField).length > 0;
    if (!hasFaults) return window.scrollTo({ top: 0 });
    showToast({ content: texts.problem.mendFirst, isError: true });
    focusFirstFault();
  };
  const errors = outcome?.kind === 'refused' ? outcome.errors : noErrors;
  return { draft, change, errors, outcome, bar: edited && { isSaving, onSave, onDiscard } };
}
