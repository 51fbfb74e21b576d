import { BlockStack } from '../../ui/polaris.ts';
import { Enforcement } from './Enforcement.tsx';
import { HiddenProducts } from './HiddenProducts.tsx';
import { Revenue } from './Revenue.tsx';

interface CampaignInShopProps {
  campaignId: string;
  zone: string;
  /** Everything of the campaign on which it depends what is hidden and enforced; when it changes, that is asked anew. */
  occasion: string;
}

/** How a campaign stands in the Shopify shop: what it sold, what keeps its products, what is hidden. Each card loads and fails alone. */
export function CampaignInShop({ campaignId, zone, occasion }: CampaignInShopProps) {
  return (
    <BlockStack gap="400">
      <Revenue campaignId={campaignId} />
      <Enforcement campaignId={campaignId} />
      <HiddenProducts {...{ campaignId, zone, occasion }} />
    </BlockStack>
  );
}
