import type { AccessType, TrustLevel } from '../../gql/graphql.ts';
import { toZonedField } from '../../zoned-time.ts';
import type { PickedItem } from '../picker/picked-item.ts';
import { type Duration, durationOf } from './typed-number.ts';

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
  /** Empty for no limit. */
  capacity: string;
  trustLevel: TrustLevel;
  confirmWithin: Duration;
  isGuestListOnly: boolean;
  hasWaitingList: boolean;
  showsEmailFirst: boolean;
  consentText: string;
  accentColor: string;
  pictureUrl: string;
  hidesProducts: boolean;
  enforcesAtCheckout: boolean;
  /** Empty for no limit. */
  mostPiecesPerOrder: string;
  checkoutMessage: string;
  /** The merchant's own words, by the name of the text they replace. */
  texts: Readonly<Record<string, string>>;
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
  capacity?: number | null;
  trustLevel: TrustLevel;
  confirmWithinMinutes: number;
  isGuestListOnly: boolean;
  hasWaitingList: boolean;
  showsEmailFirst: boolean;
  consentText?: string | null;
  accentColor?: string | null;
  pictureUrl?: string | null;
  hidesProducts: boolean;
  enforcesAtCheckout: boolean;
  mostPiecesPerOrder?: number | null;
  checkoutMessage?: string | null;
  texts: readonly { name: string; text: string }[];
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
  capacity: '',
  trustLevel: 'INSTANT',
  confirmWithin: { amount: '1', unit: 'days' },
  isGuestListOnly: false,
  hasWaitingList: false,
  showsEmailFirst: false,
  consentText: '',
  accentColor: '',
  pictureUrl: '',
  hidesProducts: false,
  enforcesAtCheckout: false,
  mostPiecesPerOrder: '',
  checkoutMessage: '',
  texts: {},
};

/** Whether visitors of this access type can type a password. */
export function asksForPassword(accessType: AccessType): boolean {
  return accessType === 'PASSWORD' || accessType === 'PASSWORD_OR_EMAIL';
}

/** Whether visitors of this access type can leave their e-mail to get in. */
export function asksForEmail(accessType: AccessType): boolean {
  return accessType === 'EMAIL_SIGNUP' || accessType === 'PASSWORD_OR_EMAIL';
}

/** The draft that shows a saved campaign unchanged. */
export function draftOf(
  campaign: EditableCampaign,
  chosen: Pick<CampaignDraft, 'products' | 'collections'>,
  zone: string,
): CampaignDraft {
  const { name, accessType, trustLevel, isGuestListOnly, hasWaitingList, showsEmailFirst } = campaign;
  const { hidesProducts, enforcesAtCheckout } = campaign;
  return {
    ...{ name, accessType, trustLevel, isGuestListOnly, hasWaitingList, showsEmailFirst, ...chosen },
    ...{ hidesProducts, enforcesAtCheckout },
    mostPiecesPerOrder: String(campaign.mostPiecesPerOrder ?? ''),
    checkoutMessage: campaign.checkoutMessage ?? '',
    description: campaign.description ?? '',
    password: campaign.password ?? '',
    klaviyoListId: campaign.klaviyoListId ?? '',
    omnisendListId: campaign.omnisendListId ?? '',
    startsAt: toZonedField(campaign.startsAt, zone),
    endsAt: toZonedField(campaign.endsAt, zone),
    capacity: String(campaign.capacity ?? ''),
    confirmWithin: durationOf(campaign.confirmWithinMinutes),
    consentText: campaign.consentText ?? '',
    accentColor: campaign.accentColor ?? '',
    pictureUrl: campaign.pictureUrl ?? '',
    texts: Object.fromEntries(campaign.texts.map(({ name: text, text: words }) => [text, words])),
  };
}
