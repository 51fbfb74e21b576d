import { type ReactNode, useState } from 'react';
import { texts } from '../texts/texts.ts';
import { Modal } from './Modal.tsx';
import { BlockStack, Text } from './polaris.ts';

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  /** What can be chosen on the way. */
  choice?: ReactNode;
  confirm: string;
  isDestructive?: boolean;
  /** Does what was confirmed; the dialog stays open, with its button busy, until it is done. */
  onConfirm(): Promise<void>;
  onClose(): void;
}

/** Says what will happen before something that cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, choice, confirm, isDestructive, onConfirm, onClose } = props;
  const [isBusy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    await onConfirm().finally(() => setBusy(false));
  };

  return (
    <Modal
      open
      onClose={onClose}
      title={title}
      primaryAction={{ content: confirm, destructive: isDestructive ?? false, loading: isBusy, onAction: run }}
      secondaryActions={[{ content: texts.common.cancel, onAction: onClose, disabled: isBusy }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <Text as="p">{children}</Text>
          {choice}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
