import { useApolloClient } from '@apollo/client/react';
import { formatCount } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { Banner, BlockStack, Card, Text } from '../ui/polaris.ts';
import { CsvUploadField } from '../upload/CsvUploadField.tsx';
import { type CatalogReport, isCatalogReport } from './catalog-report.ts';

interface CatalogImportProps {
  /** Called after rows have gone in. */
  onImported(): void;
}

const target = { address: '/admin/catalog-imports', isReport: isCatalogReport };

/** The upload of a product export. */
export function CatalogImport({ onImported }: CatalogImportProps) {
  const client = useApolloClient();
  const imported = (): void => {
    // The pickers' answers are of the catalog as it was.
    client.cache.evict({ fieldName: 'products' });
    client.cache.evict({ fieldName: 'collections' });
    onImported();
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {texts.catalog.importTitle}
        </Text>
        <Text as="p" tone="subdued">
          {texts.catalog.importHelp}
        </Text>
        <CsvUploadField target={target} words={texts.catalog} onDone={imported} describe={describe} />
      </BlockStack>
    </Card>
  );
}

function describe({ products, variants, collections }: CatalogReport) {
  return (
    <Banner tone="success" title={texts.catalog.doneTitle}>
      {texts.catalog.done(formatCount(products), formatCount(variants), formatCount(collections))}
    </Banner>
  );
}
