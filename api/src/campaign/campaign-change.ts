import type { CampaignCreateInput, CampaignUpdateInput } from './campaign.input.ts';
import type { EarlyAccessCampaign } from './campaign.type.ts';
import type { CampaignDetails } from './campaign-details.ts';

/** The details of a campaign as it stands. */
export function detailsOf(campaign: EarlyAccessCampaign): CampaignDetails {
  return campaign;
}

/** The details of a new campaign. */
export function detailsFromInput(input: CampaignCreateInput): CampaignDetails {
  return {
    name: input.name.trim(),
    description: textOrNull(input.description),
    isActive: input.isActive ?? false,
    accessType: input.accessType,
    password: textOrNull(input.password),
    productIds: distinct(input.productIds ?? []),
    collectionIds: distinct(input.collectionIds ?? []),
    klaviyoListId: textOrNull(input.klaviyoListId),
    omnisendListId: textOrNull(input.omnisendListId),
    startsAt: input.startsAt ?? null,
    endsAt: input.endsAt ?? null,
  };
}

/** The details after a change: what the input leaves out stays, null clears what can be empty. */
export function detailsAfter(before: CampaignDetails, input: CampaignUpdateInput): CampaignDetails {
  return {
    name: input.name?.trim() ?? before.name,
    description: changedText(before.description, input.description),
    isActive: input.isActive ?? before.isActive,
    accessType: input.accessType ?? before.accessType,
    password: changedText(before.password, input.password),
    productIds: changedIds(before.productIds, input.productIds),
    collectionIds: changedIds(before.collectionIds, input.collectionIds),
    klaviyoListId: changedText(before.klaviyoListId, input.klaviyoListId),
    omnisendListId: changedText(before.omnisendListId, input.omnisendListId),
    startsAt: input.startsAt === undefined ? before.startsAt : input.startsAt,
    endsAt: input.endsAt === undefined ? before.endsAt : input.endsAt,
  };
}

/** The columns that hold the details; the password has a row of its own. */
export function rowOf({ password: _, productIds, collectionIds, ...columns }: CampaignDetails) {
  const { name, description, isActive, accessType, klaviyoListId, omnisendListId, startsAt, endsAt } = columns;
  return {
    ...{ name, description, isActive, accessType, klaviyoListId, omnisendListId, startsAt, endsAt },
    productIds: [...productIds],
    collectionIds: [...collectionIds],
  };
}

function changedText(before: string | null, after: string | null | undefined): string | null {
  return after === undefined ? before : textOrNull(after);
}

function changedIds(before: readonly string[], after: string[] | null | undefined): readonly string[] {
  return after === undefined ? before : distinct(after ?? []);
}

function textOrNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
