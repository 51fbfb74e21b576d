import type { ModalProps } from '@shopify/polaris';
import { Modal as PolarisModal } from '@shopify/polaris';
import { useLayoutEffect } from 'react';
import { useAfterPaint } from './after-paint.ts';

/**
 * Polaris' modal. To draw one takes a slow machine its time: the press that asks for it is answered before. When it goes, the keyboard is back
 * where it was.
 */
export function Modal(props: ModalProps) {
  useFocusGivenBack();
  const isDue = useAfterPaint(true, false);
  return isDue && <PolarisModal {...props} />;
}

Modal.Section = PolarisModal.Section;

/** Polaris gives it back only to an activator of its own, and only where the modal stays to be closed. */
function useFocusGivenBack(): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () => {
      // After the modal is gone, and only where nothing else has taken the focus: a page that comes next, or a field to mend.
      setTimeout(() => {
        const isNobodys = document.activeElement === null || document.activeElement === document.body;
        if (isNobodys && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    };
  }, []);
}
