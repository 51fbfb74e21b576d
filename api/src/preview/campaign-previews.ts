import { opensWithEmail, opensWithPassword } from '../campaign/access-type.ts';
import type { CampaignUpdateInput } from '../campaign/campaign.input.ts';
import type { CampaignReader } from '../campaign/campaign.reader.ts';
import type { CampaignService } from '../campaign/campaign.service.ts';
import { detailsAfter, detailsOf } from '../campaign/campaign-change.ts';
import { type CampaignDetails, MOST_COLLECTIONS, MOST_PRODUCTS } from '../campaign/campaign-details.ts';
import { gateTextsOf } from '../campaign/campaign-texts.ts';
import { type Credential, decide, type Visitor } from '../campaign/decide.ts';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import { TrustLevel } from '../campaign/trust-level.ts';
import { gateCampaignOf } from '../gate/gate-campaign.type.ts';
import { passEnd } from '../gate/pass-end.ts';
import { type CampaignPreview, GateWay, type PreviewEntry } from './campaign-preview.type.ts';

/** Which moment of which campaign is looked at. */
export interface PreviewWish {
  /** What is not saved yet. It is shown as it is, also where it could not be saved like this. */
  readonly input: CampaignUpdateInput;
  readonly at: Date;
  /** As if so many places were taken; null: as many as are. */
  readonly placesTaken: number | null;
}

/** A code or link that nothing speaks against, and an address that may come in. */
const GOOD: Credential = { maxUses: null, totalUses: 0, expiresAt: null, revokedAt: null };
const VISITORS: Readonly<Record<GateWay, Visitor>> = {
  [GateWay.PASSWORD]: { by: 'code', credential: GOOD },
  [GateWay.LINK]: { by: 'link', credential: GOOD },
  [GateWay.EMAIL]: { by: 'email', isGuest: true, isConfirmed: false, place: null },
};

/** Shows campaigns as their gates would, by the judge that the gates have. Reads only. */
export class CampaignPreviews {
  readonly #campaigns: Pick<CampaignService, 'find'>;
  readonly #reader: Pick<CampaignReader, 'byId'>;

  constructor(campaigns: Pick<CampaignService, 'find'>, reader: Pick<CampaignReader, 'byId'>) {
    this.#campaigns = campaigns;
    this.#reader = reader;
  }

  /** Null for a campaign that the shop does not have. */
  async preview(shop: string, id: string, { input, at, placesTaken }: PreviewWish): Promise<CampaignPreview | null> {
    const [saved, guarded] = await Promise.all([this.#campaigns.find(shop, id), this.#reader.byId(id)]);
    if (saved === null || guarded === null) return null;
    const draft = draftOf(guarded, detailsAfter(detailsOf(saved), input), at);
    const shown = { ...draft, totalPasses: placesTaken ?? draft.totalPasses };
    return { gate: gateCampaignOf(shown, at), entries: entriesOf(shown, at), draft: shown };
  }
}

/** The campaign as it would be if it were saved like this, for as much of it as a gate knows. */
function draftOf(guarded: GuardedCampaign, details: CampaignDetails, at: Date): GuardedCampaign {
  const { name, description, isActive, accessType, startsAt, endsAt, capacity } = details;
  const { trustLevel, confirmWithinMinutes, isGuestListOnly, hasWaitingList, showsEmailFirst } = details;
  const { consentText, accentColor, pictureUrl } = details;
  return {
    ...guarded,
    ...{ name, description, isActive, accessType, startsAt, endsAt, capacity },
    ...{ trustLevel, confirmWithinMinutes, isGuestListOnly, hasWaitingList, showsEmailFirst },
    ...{ consentText, accentColor, pictureUrl },
    activatedAt: guarded.activatedAt ?? (isActive ? at : null),
    archivedAt: isActive ? null : guarded.archivedAt,
    productIds: details.productIds.slice(0, MOST_PRODUCTS),
    collectionIds: details.collectionIds.slice(0, MOST_COLLECTIONS),
    texts: gateTextsOf(Object.fromEntries(details.texts.map(({ name: text, text: words }) => [text, words]))),
  };
}

function entriesOf(draft: GuardedCampaign, at: Date): PreviewEntry[] {
  return waysOf(draft).map((way) => {
    const isUnproved = way === GateWay.EMAIL;
    const expiresAt = passEnd(draft, isUnproved ? at : null, at);
    const isOwed = isUnproved && draft.trustLevel === TrustLevel.CONFIRM_LATER;
    return { way, verdict: decide(draft, VISITORS[way], at).verdict, expiresAt, confirmBy: isOwed ? expiresAt : null };
  });
}

function waysOf({ accessType, showsEmailFirst }: GuardedCampaign): GateWay[] {
  const ways = [
    ...(opensWithPassword(accessType) ? [GateWay.PASSWORD] : []),
    ...(opensWithEmail(accessType) ? [GateWay.EMAIL] : []),
  ];
  if (ways.length === 0) return [GateWay.LINK];
  return showsEmailFirst ? ways.toReversed() : ways;
}
