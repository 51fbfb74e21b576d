import { ContextualSaveBar } from '@shopify/polaris';
import { texts } from '../texts.ts';

interface SaveBarProps {
  isSaving: boolean;
  onSave(): void;
  onDiscard(): void;
}

/** The bar of a page with unsaved changes. */
export function SaveBar({ isSaving, onSave, onDiscard }: SaveBarProps) {
  return (
    <ContextualSaveBar
      message={texts.common.unsaved}
      saveAction={{ content: texts.common.save, loading: isSaving, onAction: onSave }}
      discardAction={{ content: texts.common.discard, disabled: isSaving, onAction: onDiscard }}
    />
  );
}
