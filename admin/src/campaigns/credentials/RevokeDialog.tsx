import { formatCount } from '../../format.ts';
import type { Outcome } from '../../outcome.ts';
import { texts } from '../../texts/texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { refusalOf } from '../../ui/refusal.ts';
import type { Credential } from './credential-draft.ts';

interface RevokeDialogProps {
  credential: Credential;
  /** What to say once it is revoked. */
  done: string;
  revoke(): Promise<Outcome<unknown>>;
  onClose(): void;
}

/** Revokes an access code or a secret link, having said how many people lose access with it. */
export function RevokeDialog({ credential, done, revoke, onClose }: RevokeDialogProps) {
  const showToast = useToast();
  const confirm = async (): Promise<void> => {
    const refusal = refusalOf(await revoke());
    showToast({ content: refusal ?? done, isError: refusal !== undefined });
    if (refusal === undefined) onClose();
  };
  return (
    <ConfirmDialog
      title={texts.limits.revokeTitle(credential.name)}
      confirm={texts.limits.revoke}
      onConfirm={confirm}
      onClose={onClose}
      isDestructive
    >
      {texts.limits.revokeBody(credential.totalUses, formatCount(credential.totalUses))}
    </ConfirmDialog>
  );
}
