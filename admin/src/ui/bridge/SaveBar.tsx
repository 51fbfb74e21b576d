import { useLayoutEffect } from 'react';
import { texts } from '../../texts/texts.ts';
import { Button, InlineStack, Text } from '../polaris.ts';
import { appBridge, isEmbedded } from './app-bridge.ts';

interface SaveBarProps {
  isSaving: boolean;
  onSave(): void;
  onDiscard(): void;
}

/** The bar of a page with unsaved changes: Shopify's over its own top bar when embedded, else one of ours. */
export function SaveBar(props: SaveBarProps) {
  return isEmbedded() ? <ShopifySaveBar {...props} /> : <OwnSaveBar {...props} />;
}

/** A page has one at most. */
const barId = 'unsaved-changes';

/** App Bridge draws the bar outside of our frame, and presses these two buttons when its own are pressed. */
function ShopifySaveBar({ isSaving, onSave, onDiscard }: SaveBarProps) {
  // Before the browser paints, and again before the element goes: App Bridge finds the bar by its element.
  useLayoutEffect(() => {
    void appBridge()?.saveBar.show(barId);
    return () => void appBridge()?.saveBar.hide(barId);
  }, []);
  return (
    <ui-save-bar id={barId}>
      <button type="button" variant="primary" {...(isSaving && { loading: '' })} onClick={onSave}>
        {texts.common.save}
      </button>
      <button type="button" disabled={isSaving} onClick={onDiscard}>
        {texts.common.discard}
      </button>
    </ui-save-bar>
  );
}

/** It covers the top bar and stays in sight. */
function OwnSaveBar({ isSaving, onSave, onDiscard }: SaveBarProps) {
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
