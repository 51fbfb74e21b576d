import { CampaignStatus } from '../campaign-status.ts';

/** What a merchant should know of a campaign's product. */
export enum ProductWarningKind {
  PUBLIC = 'PUBLIC',
  MISSING = 'MISSING',
  SOLD_OUT = 'SOLD_OUT',
}

/** How a product of a campaign stands in the shop. */
export interface ProductStanding {
  /** Null: the catalog does not have it any more. */
  readonly status: 'ACTIVE' | 'DRAFT' | 'UNLISTED' | 'ARCHIVED' | null;
  /** Whether the online store shows it to who has its address. */
  readonly isPublished: boolean;
  /** None of its variants can be bought. */
  readonly isSoldOut: boolean;
}

/** What to warn of, and in which words about a product. */
export interface StandingWarning {
  readonly kind: ProductWarningKind;
  readonly says: (title: string) => string;
}

/** What a merchant is to be warned of; nothing once the campaign has ended. Pure. */
export function warningsOf(standing: ProductStanding, campaign: CampaignStatus): StandingWarning[] {
  if (campaign === CampaignStatus.ENDED) return [];
  const missing = whyMissing(standing);
  if (missing) return [{ kind: ProductWarningKind.MISSING, says: missing }];
  const warnings: StandingWarning[] = [];
  if (standing.status === 'ACTIVE') {
    const says = (title: string) => `“${title}” is on sale for everybody: nobody needs a pass to buy it.`;
    warnings.push({ kind: ProductWarningKind.PUBLIC, says });
  }
  if (standing.isSoldOut)
    warnings.push({ kind: ProductWarningKind.SOLD_OUT, says: (title) => `“${title}” is sold out.` });
  return warnings;
}

function whyMissing({ status, isPublished }: ProductStanding): StandingWarning['says'] | null {
  if (status === null) return () => 'This product was deleted: visitors do not see it.';
  if (status === 'DRAFT') return (title) => `“${title}” is a draft: visitors do not see it.`;
  if (status === 'ARCHIVED') return (title) => `“${title}” is archived: visitors do not see it.`;
  if (!isPublished) return (title) => `“${title}” is not published in the online store: visitors do not see it.`;
  return null;
}
