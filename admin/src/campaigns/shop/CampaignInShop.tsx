import { BlockStack } from '../../ui/polaris.ts';
import { Enforcement } from './Enforcement.tsx';
import { HiddenProducts } from './HiddenProducts.tsx';
import { Revenue } from './Revenue.tsx';

/** How a campaign stands in the Shopify shop: what it sold, what keeps its products, what is hidden. Each card loads and fails alone. */
export function CampaignInShop({ campaignId, zone }: { campaignId: string; zone: string }) {
  return (
    <BlockStack gap="400">
      <Revenue campaignId={campaignId} />
      <Enforcement campaignId={campaignId} />
      <HiddenProducts {...{ campaignId, zone }} />
    </BlockStack>
  );
}
