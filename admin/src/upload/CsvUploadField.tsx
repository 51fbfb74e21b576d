import type { ReactNode } from 'react';
import { texts } from '../texts/texts.ts';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { Banner, BlockStack, Button, DropZone, InlineStack, ProgressBar, Text } from '../ui/polaris.ts';
import type { UploadOutcome, UploadReport, UploadTarget } from './csv-upload.ts';
import { UploadProblems } from './UploadProblems.tsx';
import { type UploadState, useCsvUpload } from './useCsvUpload.ts';

/** What differs from one upload to another in what the merchant reads. */
export interface UploadWords {
  choose: string;
  reading: string;
  stopped: string;
  failed: string;
  notCsv: string;
}

interface CsvUploadFieldProps<Report extends UploadReport> {
  target: UploadTarget<Report>;
  words: UploadWords;
  /** Called after rows have gone in. */
  onDone(): void;
  /** What the file brought, in words. */
  describe(report: Report): ReactNode;
}

/** The upload of a CSV: choose, watch, read what came of it. */
export function CsvUploadField<Report extends UploadReport>(props: CsvUploadFieldProps<Report>) {
  const { target, words, onDone, describe } = props;
  const { state, start, refuse, stop } = useCsvUpload(target, onDone);
  const chosen = ([file]: File[]): void => void (file && start(file));

  return (
    <BlockStack gap="300">
      {state.kind === 'sending' || state.kind === 'waiting' ? (
        <Sending upload={state} reading={words.reading} onStop={stop} />
      ) : (
        <DropZone
          label={words.choose}
          labelHidden
          accept=".csv,text/csv"
          allowMultiple={false}
          onDropAccepted={chosen}
          onDropRejected={refuse}
          variableHeight
        >
          <DropZone.FileUpload actionTitle={words.choose} actionHint={texts.upload.drop} />
        </DropZone>
      )}
      <div aria-live="polite">
        {state.kind === 'ended' && <Ended {...{ outcome: state.outcome, words, describe }} />}
      </div>
    </BlockStack>
  );
}

type OnItsWay = Extract<UploadState<UploadReport>, { fileName: string }>;

interface SendingProps {
  upload: OnItsWay;
  reading: string;
  onStop(): void;
}

function Sending({ upload, reading, onStop }: SendingProps) {
  const share = upload.kind === 'sending' ? upload.share : 0;
  return (
    <BlockStack gap="200">
      <Text as="p">{whereIs(upload, reading)}</Text>
      <span id="upload-progress" hidden>
        {texts.upload.progress}
      </span>
      <ProgressBar progress={share * 100} size="small" ariaLabelledBy="upload-progress" />
      <InlineStack>
        <Button onClick={onStop}>{texts.upload.stop}</Button>
      </InlineStack>
    </BlockStack>
  );
}

function whereIs(upload: OnItsWay, reading: string): string {
  if (upload.kind === 'waiting') return texts.upload.waiting(upload.fileName);
  return upload.share < 1 ? texts.upload.sending(upload.fileName) : reading;
}

interface EndedProps<Report extends UploadReport> {
  outcome: UploadOutcome<Report>;
  words: UploadWords;
  describe(report: Report): ReactNode;
}

function Ended<Report extends UploadReport>({ outcome, words, describe }: EndedProps<Report>) {
  switch (outcome.kind) {
    case 'done':
      return (
        <BlockStack gap="300">
          {describe(outcome.report)}
          <UploadProblems report={outcome.report} />
        </BlockStack>
      );
    case 'stopped':
      return <Banner tone="info">{words.stopped}</Banner>;
    case 'too-large':
    case 'not-csv':
      return (
        <Banner tone="critical" title={words.failed}>
          {outcome.kind === 'too-large' ? texts.upload.tooLarge : words.notCsv}
        </Banner>
      );
    default:
      return <ProblemBanner problem={outcome} />;
  }
}
