import { formatCount } from '../format.ts';
import { campaignListTexts } from '../texts/campaign-list-texts.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Text } from '../ui/polaris.ts';
import type { CampaignRow } from './campaign-row.ts';

const words = campaignListTexts.remove;
/** As many are named; a longer list would not be read. */
const mostNamed = 5;

interface BulkDeletionProps {
  campaigns: readonly CampaignRow[];
  onConfirm(): Promise<void>;
  onClose(): void;
}

/** Asks before several campaigns are deleted, having said what is lost with them. */
export function BulkDeletion({ campaigns, onConfirm, onClose }: BulkDeletionProps) {
  const signups = campaigns.reduce((sum, { totalSignups }) => sum + totalSignups, 0);
  const named = campaigns.slice(0, mostNamed).map(({ name }) => name);
  return (
    <ConfirmDialog
      title={words.title(campaigns.length, formatCount(campaigns.length))}
      confirm={words.confirm}
      onConfirm={() => onConfirm().finally(onClose)}
      onClose={onClose}
      isDestructive
      choice={<Text as="p">{words.body(signups, formatCount(signups))}</Text>}
    >
      {words.names(named.join(', '), campaigns.length - named.length)}
    </ConfirmDialog>
  );
}
