import type { CampaignCreateInput, CampaignUpdateInput } from './campaign.input.ts';
import type { EarlyAccessCampaign } from './campaign.type.ts';
import type { CampaignDetails } from './campaign-details.ts';
import { type CampaignLook, FIRST_SETTINGS, settingsAfter, settingsRow } from './campaign-settings.ts';
import { changedText, textOrNull } from './text-length.ts';

/** The details of a campaign as it stands. */
export function detailsOf(campaign: EarlyAccessCampaign): CampaignDetails {
  return campaign;
}

/** The details of a new campaign; what the input leaves out of texts and look is as the shop's campaigns begin with. */
export function detailsFromInput(input: CampaignCreateInput, look: CampaignLook): CampaignDetails {
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
    ...settingsAfter({ ...FIRST_SETTINGS, ...look }, input),
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
    ...settingsAfter(before, input),
  };
}

/** The columns that hold the details; the password has a row of its own. */
export function rowOf({ productIds, collectionIds, ...details }: CampaignDetails) {
  const { name, description, isActive, accessType, klaviyoListId, omnisendListId, startsAt, endsAt } = details;
  return {
    ...{ name, description, isActive, accessType, klaviyoListId, omnisendListId, startsAt, endsAt },
    productIds: [...productIds],
    collectionIds: [...collectionIds],
    ...settingsRow(details),
  };
}

function changedIds(before: readonly string[], after: string[] | null | undefined): readonly string[] {
  return after === undefined ? before : distinct(after ?? []);
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
