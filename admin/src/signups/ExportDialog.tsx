import { formatCount } from '../format.ts';
import { signupTexts } from '../texts/signup-texts.ts';
import { Modal } from '../ui/Modal.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { Banner, BlockStack, ProgressBar, Text } from '../ui/polaris.ts';
import type { ExportOutcome } from './signup-download.ts';
import type { SignupCount } from './useSignupCount.ts';
import { useSignupExport } from './useSignupExport.ts';

const words = signupTexts.signupExport;

interface ExportDialogProps {
  address: string;
  /** How many are to be exported, as far as it is known. */
  count: SignupCount | undefined;
  onClose(): void;
}

/** Exports the people whom the list shows: says what is in the file, how far it is, and whether it came whole. */
export function ExportDialog({ address, count, onClose }: ExportDialogProps) {
  const { state, start, stop } = useSignupExport(address);
  const isRunning = state.kind === 'running';
  const all = count?.precision === 'EXACT' ? count.count : undefined;
  const isDone = state.kind === 'ended' && state.outcome.kind === 'done';
  const close = { content: words.close, onAction: onClose };
  return (
    <Modal
      open
      onClose={onClose}
      title={words.title}
      primaryAction={isDone ? close : { content: words.start, onAction: () => void start(), loading: isRunning }}
      secondaryActions={isDone ? [] : [isRunning ? { content: words.stop, onAction: stop } : close]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {!isDone && (
            <>
              <Text as="p">{whatOf(count)}</Text>
              <Text as="p" tone="subdued">
                {words.columns}
              </Text>
              <Text as="p" tone="subdued">
                {words.care}
              </Text>
            </>
          )}
          {isRunning && <Progress rows={state.rows} all={all} />}
          <div aria-live="polite">{state.kind === 'ended' && <Ended outcome={state.outcome} />}</div>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

function whatOf(count: SignupCount | undefined): string {
  if (count === undefined || count.count === 0) return words.whatUnknown;
  const formatted = formatCount(count.count);
  return count.precision === 'EXACT' ? words.what(count.count, formatted) : words.whatAtLeast(formatted);
}

/** A bar where it is known how long it is; the number of people in any case. */
function Progress({ rows, all }: { rows: number; all: number | undefined }) {
  return (
    <BlockStack gap="200">
      <span id="export-progress" hidden>
        {words.progress}
      </span>
      {all !== undefined && all > 0 && (
        <ProgressBar progress={Math.min(100, (rows / all) * 100)} size="small" ariaLabelledBy="export-progress" />
      )}
      <Text as="p" numeric>
        {words.rows(formatCount(rows), all === undefined ? undefined : formatCount(all))}
      </Text>
    </BlockStack>
  );
}

function Ended({ outcome }: { outcome: ExportOutcome }) {
  switch (outcome.kind) {
    case 'done':
      return <Banner tone="success">{words.done(outcome.rows, formatCount(outcome.rows))}</Banner>;
    case 'stopped':
      return <Banner tone="info">{words.stopped}</Banner>;
    case 'incomplete':
      return (
        <Banner tone="critical" title={words.incompleteTitle}>
          {words.incomplete(formatCount(outcome.rows))}
        </Banner>
      );
    case 'busy':
      return <Banner tone="warning">{words.busy}</Banner>;
    default:
      return <ProblemBanner problem={outcome} />;
  }
}
