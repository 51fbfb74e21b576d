import type { AccessType } from '../../gql/graphql.ts';
import { fromZonedField, toZonedField } from '../../zoned-time.ts';
import type { PickedItem } from '../picker/picked-item.ts';

/** What the merchant has typed, field by field, before it is saved. */
export interface CampaignDraft {
  name: string;
  description: string;
  accessType: AccessType;
  password: string;
  products: readonly PickedItem[];
  collections: readonly PickedItem[];
  klaviyoListId: string;
  omnisendListId: string;
  /** Text of a `datetime-local` field, in the shop's zone; empty for none. */
  startsAt: string;
  endsAt: string;
}

/** The campaign as the API tells it, as far as it can be edited. */
export interface EditableCampaign {
  name: string;
  description?: string | null;
  accessType: AccessType;
  password?: string | null;
  klaviyoListId?: string | null;
  omnisendListId?: string | null;
  startsAt?: string | null;
  endsAt?: string | null;
}

/** The draft of a new campaign. */
export const emptyDraft: CampaignDraft = {
  name: '',
  description: '',
  accessType: 'PASSWORD',
  password: '',
  products: [],
  collections: [],
  klaviyoListId: '',
  omnisendListId: '',
  startsAt: '',
  endsAt: '',
};

/** Whether visitors of this access type can type a password. */
export function asksForPassword(accessType: AccessType): boolean {
  return accessType === 'PASSWORD' || accessType === 'PASSWORD_OR_EMAIL';
}

/** The draft that shows a saved campaign unchanged. */
export function draftOf(
  campaign: EditableCampaign,
  chosen: Pick<CampaignDraft, 'products' | 'collections'>,
  zone: string,
): CampaignDraft {
  return {
    name: campaign.name,
    description: campaign.description ?? '',
    accessType: campaign.accessType,
    password: campaign.password ?? '',
    klaviyoListId: campaign.klaviyoListId ?? '',
    omnisendListId: campaign.omnisendListId ?? '',
    startsAt: toZonedField(campaign.startsAt, zone),
    endsAt: toZonedField(campaign.endsAt, zone),
    ...chosen,
  };
}

const idsOf = (items: readonly PickedItem[]): string[] => items.map(({ id }) => id);

/** The draft as the API's input. An emptied field is sent as null; a password is sent only where one can be typed. */
export function inputOf(draft: CampaignDraft, zone: string) {
  return {
    name: draft.name,
    description: draft.description || null,
    accessType: draft.accessType,
    ...(asksForPassword(draft.accessType) && { password: draft.password }),
    productIds: idsOf(draft.products),
    collectionIds: idsOf(draft.collections),
    klaviyoListId: draft.klaviyoListId || null,
    omnisendListId: draft.omnisendListId || null,
    startsAt: fromZonedField(draft.startsAt, zone),
    endsAt: fromZonedField(draft.endsAt, zone),
  };
}

/** Whether saving the one would store the same as saving the other. */
export function saysTheSame(one: CampaignDraft, other: CampaignDraft): boolean {
  return JSON.stringify(inputOf(one, 'UTC')) === JSON.stringify(inputOf(other, 'UTC'));
}
