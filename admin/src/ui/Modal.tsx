import type { ModalProps } from '@shopify/polaris';
import { Modal as PolarisModal } from '@shopify/polaris';
import { startTransition, useEffect, useState } from 'react';

/** Polaris' modal. To draw one takes a slow machine its time: the press that asks for it is answered before. */
export function Modal(props: ModalProps) {
  const [isDue, setDue] = useState(false);
  useEffect(() => startTransition(() => setDue(true)), []);
  return isDue && <PolarisModal {...props} />;
}

Modal.Section = PolarisModal.Section;
