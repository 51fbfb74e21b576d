import { texts } from '../texts.ts';
import { Button, InlineStack, Text } from './polaris.ts';

interface SaveBarProps {
  isSaving: boolean;
  onSave(): void;
  onDiscard(): void;
}

/** The bar of a page with unsaved changes; it covers the top bar and stays in sight. */
export function SaveBar({ isSaving, onSave, onDiscard }: SaveBarProps) {
  return (
    <section className="save-bar" aria-label={texts.common.unsaved}>
      <Text as="span" fontWeight="semibold" tone="text-inverse">
        {texts.common.unsaved}
      </Text>
      <InlineStack gap="200" wrap={false}>
        {/* On the dark bar it is Polaris' plain button that stands out. */}
        <Button onClick={onDiscard} disabled={isSaving} variant="primary">
          {texts.common.discard}
        </Button>
        <Button onClick={onSave} loading={isSaving}>
          {texts.common.save}
        </Button>
      </InlineStack>
    </section>
  );
}
