import { useApolloClient } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { formatCount } from '../format.ts';
import { campaignListTexts } from '../texts/campaign-list-texts.ts';
import { texts } from '../texts/texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { Box, Text } from '../ui/polaris.ts';
import type { BulkAction } from '../ui/select-table.ts';
import type { Selection } from '../ui/selection.ts';
import { BulkDeletion } from './BulkDeletion.tsx';
import { BulkReportBanner } from './BulkReportBanner.tsx';
import { type BulkCampaign, type BulkChange, type BulkReport, changeAll } from './bulk-change.ts';
import type { CampaignRow } from './campaign-row.ts';

const words = campaignListTexts.bulk;
const opposite: Partial<Record<BulkChange, BulkChange>> = { activate: 'pause', pause: 'activate' };

interface BulkActions {
  readonly actions: readonly BulkAction[];
  /** What stands above the list meanwhile and afterwards: how far it is, what was refused, the question before a deletion. */
  readonly around: ReactNode;
}

/** What can be done to the chosen campaigns together, and what came of it. */
export function useBulkActions(chosen: readonly CampaignRow[], selection: Selection): BulkActions {
  // Those that were asked about: the list below may change meanwhile.
  const [deleting, setDeleting] = useState<readonly CampaignRow[]>();
  const { run, progress, report, dismiss } = useBulkRun(selection);
  const action = (change: BulkChange, onAction: () => void = () => void run(change, chosen)): BulkAction => {
    return { content: words[change].action, onAction };
  };
  const around = (
    <>
      {progress !== undefined && (
        <Box padding="300" role="status">
          <Text as="p">{progress}</Text>
        </Box>
      )}
      {report && <BulkReportBanner report={report} onAgain={run} onDismiss={dismiss} />}
      {deleting && (
        <BulkDeletion
          campaigns={deleting}
          onConfirm={() => run('remove', deleting)}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </>
  );
  return {
    actions: [action('activate'), action('pause'), action('duplicate'), action('remove', () => setDeleting(chosen))],
    around,
  };
}

/** Runs a change over several campaigns, one run at a time; the list is asked for anew when it is over. */
function useBulkRun(selection: Selection) {
  const client = useApolloClient();
  const showToast = useToast();
  const [progress, setProgress] = useState<string>();
  const [report, setReport] = useState<BulkReport>();

  const goThrough = async (change: BulkChange, campaigns: readonly BulkCampaign[]): Promise<BulkReport> => {
    const tell = (done: number): void => setProgress(words[change].busy(done, campaigns.length));
    const ended = await changeAll(client, { change, campaigns }, tell).finally(() => setProgress(undefined));
    // What was done is reported, also where the list finds no answer: it says so itself.
    await client.refetchQueries({ include: ['CampaignsPage'] }).catch(() => undefined);
    return ended;
  };
  const undo = async (change: BulkChange, campaigns: readonly BulkCampaign[]): Promise<void> => {
    const ended = await goThrough(change, campaigns);
    setReport(ended);
    if (ended.refused.length === 0)
      showToast({ content: words.undone(ended.done.length, formatCount(ended.done.length)) });
  };
  const run = async (change: BulkChange, campaigns: readonly BulkCampaign[]): Promise<void> => {
    if (progress !== undefined || campaigns.length === 0) return;
    const ended = await goThrough(change, campaigns);
    setReport(ended);
    // What was refused stays selected, for another try.
    selection.select(
      ended.done.map(({ id }) => id),
      false,
    );
    if (ended.refused.length > 0) return;
    const back = opposite[change];
    const turned = ended.done.filter(({ isActive }) => isActive !== (change === 'activate'));
    showToast({
      content: words[change].done(ended.done.length, formatCount(ended.done.length)),
      ...(back && turned.length > 0 && { undo: { label: texts.common.undo, run: () => void undo(back, turned) } }),
    });
  };
  return { run, progress, report, dismiss: () => setReport(undefined) };
}
