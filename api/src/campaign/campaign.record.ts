import type { Prisma } from '../../../prisma/client/client.ts';
import type { Seal } from '../platform/seal.ts';
import { accessCodePlace } from './access-code.ts';
import { AccessType } from './access-type.ts';
import type { EarlyAccessCampaign } from './campaign.type.ts';
import { campaignStatus } from './campaign-status.ts';
import { gateTextsOf } from './campaign-texts.ts';
import { contentSecurityPolicy, embedSnippet, pinnedSnippet, type WidgetSource } from './embed-snippet.ts';
import { hostedPageUrl, secretLinkPlace, themePageUrl } from './secret-link.ts';
import { TrustLevel } from './trust-level.ts';

/** What is read with every campaign: the code that `password` shows and the link that `secretLink` shows. */
export const CAMPAIGN_PARTS = {
  accessCodes: { where: { revokedAt: null }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 1 },
  secretLinks: { where: { revokedAt: null }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 1 },
} satisfies Prisma.EarlyAccessCampaignInclude;

/** A campaign's row with its codes and links. */
export type CampaignRecord = Prisma.EarlyAccessCampaignGetPayload<{ include: typeof CAMPAIGN_PARTS }>;

/** Turns rows into what the merchant sees, with the secrets opened. */
export interface CampaignView {
  /** As it stands at an instant; now, if none is named. */
  of(record: CampaignRecord, instant?: Date): EarlyAccessCampaign;
}

/** Where visitors meet a campaign. */
export interface CampaignPlaces extends WidgetSource {
  /** Whether the shops are Shopify's, so that the app proxy can put a page into their themes. */
  readonly hasThemes: boolean;
}

/** `places` is where visitors reach this server, the widget's script and the shops' themes. */
export function createCampaignView(seal: Seal, places: CampaignPlaces): CampaignView {
  return {
    of(record, instant = new Date()) {
      const secretLink = openSecretLink(seal, record);
      return {
        ...record,
        accessType: AccessType[record.accessType],
        trustLevel: TrustLevel[record.trustLevel],
        texts: Object.entries(gateTextsOf(record.texts)).map(([name, text]) => ({ name, text })),
        status: campaignStatus(record, instant),
        password: openPassword(seal, record),
        secretLink,
        hostedPageUrl: secretLink === null ? null : hostedPageUrl(places.publicUrl, secretLink),
        themePageUrl: secretLink === null || !places.hasThemes ? null : themePageUrl(record.shop, secretLink),
        embedSnippet: embedSnippet(places, record.id),
        pinnedSnippet: pinnedSnippet(places, record.id),
        contentSecurityPolicy: contentSecurityPolicy(places),
        conversionRate: record.totalViews === 0 ? null : record.totalSignups / record.totalViews,
      };
    },
  };
}

function openPassword(seal: Seal, { accessCodes: [first] }: CampaignRecord): string | null {
  return first ? seal.open(first.sealedCode, accessCodePlace(first.id)) : null;
}

function openSecretLink(seal: Seal, { secretLinks: [first] }: CampaignRecord): string | null {
  return first ? seal.open(first.sealedSecret, secretLinkPlace(first.id)) : null;
}
