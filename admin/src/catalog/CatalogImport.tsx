import { texts } from '../texts.ts';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { Banner, BlockStack, Button, Card, DropZone, InlineStack, ProgressBar, Text } from '../ui/polaris.ts';
import { ImportReport } from './ImportReport.tsx';
import type { UploadOutcome } from './upload-catalog.ts';
import { useCatalogImport } from './useCatalogImport.ts';

interface CatalogImportProps {
  getSessionToken(): Promise<string>;
  /** Called after rows have gone in. */
  onImported(): void;
}

/** The upload of a product export: choose, watch, read what came of it. */
export function CatalogImport({ getSessionToken, onImported }: CatalogImportProps) {
  const { state, start, stop } = useCatalogImport(getSessionToken, onImported);
  const chosen = ([file]: File[]): void => void (file && start(file));

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {texts.catalog.importTitle}
        </Text>
        <Text as="p" tone="subdued">
          {texts.catalog.importHelp}
        </Text>
        {state.kind === 'sending' ? (
          <Sending fileName={state.fileName} share={state.share} onStop={stop} />
        ) : (
          <DropZone
            label={texts.catalog.choose}
            labelHidden
            accept=".csv,text/csv"
            allowMultiple={false}
            onDropAccepted={chosen}
            onDropRejected={() => undefined}
            variableHeight
          >
            <DropZone.FileUpload actionTitle={texts.catalog.choose} actionHint={texts.catalog.drop} />
          </DropZone>
        )}
        <div aria-live="polite">{state.kind === 'ended' && <Ended outcome={state.outcome} />}</div>
      </BlockStack>
    </Card>
  );
}

function Sending({ fileName, share, onStop }: { fileName: string; share: number; onStop(): void }) {
  return (
    <BlockStack gap="200">
      <Text as="p">{share < 1 ? texts.catalog.uploading(fileName) : texts.catalog.reading}</Text>
      <span id="upload-progress" hidden>
        {texts.catalog.progress}
      </span>
      <ProgressBar progress={share * 100} size="small" ariaLabelledBy="upload-progress" />
      <InlineStack>
        <Button onClick={onStop}>{texts.catalog.stop}</Button>
      </InlineStack>
    </BlockStack>
  );
}

function Ended({ outcome }: { outcome: UploadOutcome }) {
  switch (outcome.kind) {
    case 'done':
      return <ImportReport report={outcome.report} />;
    case 'stopped':
      return <Banner tone="info">{texts.catalog.stopped}</Banner>;
    case 'too-large':
      return (
        <Banner tone="critical" title={texts.catalog.failed}>
          {texts.catalog.tooLarge}
        </Banner>
      );
    case 'not-csv':
      return (
        <Banner tone="critical" title={texts.catalog.failed}>
          {texts.catalog.notCsv}
        </Banner>
      );
    default:
      return <ProblemBanner problem={outcome} />;
  }
}
