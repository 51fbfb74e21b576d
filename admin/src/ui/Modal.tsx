import type { ModalProps } from '@shopify/polaris';
import { Modal as PolarisModal } from '@shopify/polaris';
import { useAfterPaint } from './after-paint.ts';

/** Polaris' modal. To draw one takes a slow machine its time: the press that asks for it is answered before. */
export function Modal(props: ModalProps) {
  const isDue = useAfterPaint(true, false);
  return isDue && <PolarisModal {...props} />;
}

Modal.Section = PolarisModal.Section;
