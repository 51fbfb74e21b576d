/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What a visitor must satisfy to pass the gate. */
export type AccessType =
  /** An e-mail address. */
  | 'EMAIL_SIGNUP'
  /** One of the access codes. */
  | 'PASSWORD'
  /** One of the access codes or an e-mail address, as the visitor likes. */
  | 'PASSWORD_OR_EMAIL'
  /** The secret link alone opens. */
  | 'SECRET_LINK';

/** Where a campaign stands now. */
export type CampaignStatus =
  /** Never activated yet. Visitors are told that it is paused. */
  | 'DRAFT'
  /** Its window is over, or it was put away in the archive. */
  | 'ENDED'
  /** All places are taken: only who has one gets in. */
  | 'FULL'
  /** Active, within its window and not full: the gate opens for who satisfies it. */
  | 'LIVE'
  /** Was active: the gate opens for nobody until the merchant activates it again. */
  | 'PAUSED'
  /** Active, and its window has not begun. */
  | 'SCHEDULED';

export type GateConfirmCodeInput = {
  /** The six digits from the mail. */
  code: string;
  /** As `ConfirmationRequired` gave it. */
  confirmation: string;
};

export type GateConfirmationResendInput = {
  /** As `ConfirmationRequired` gave it. */
  confirmation: string;
};

export type GateEmailInput = {
  /** Whether the visitor ticked the box for marketing. Not needed to get in. */
  acceptsMarketing?: boolean | null | undefined;
  campaignId: string | number;
  /** The words beside the box for marketing, as the visitor saw them; at most 1,000 characters. */
  consentText?: string | null | undefined;
  email: string;
  /** At most 100 characters. */
  firstName?: string | null | undefined;
  /** The language in which the gate was shown, in BCP 47, such as `de`. */
  language?: string | null | undefined;
  /** At most 100 characters. */
  lastName?: string | null | undefined;
  /** Address of the page; kept without its query and fragment. */
  page?: string | null | undefined;
  /** Where the visitor came from: the address of the page before. Only its host is counted. */
  referrer?: string | null | undefined;
  /** Where the gate was shown: the page’s address with its query, from which `utm_source`, `utm_medium` and `utm_campaign` are counted. It is not kept. */
  source?: string | null | undefined;
  /** A trap for robots: people never see it and leave it empty. */
  website?: string | null | undefined;
};

/** What the page with the gate on it tells. Nothing but the number is kept. */
export type GateHappening =
  /** The visitor saw the gate’s form. */
  | 'GATE_SHOWN'
  /** The visitor opened a product’s page from behind the gate. */
  | 'PRODUCT_OPENED'
  /** The visitor followed a product’s link into the cart. */
  | 'SENT_TO_CART';

export type GatePasswordInput = {
  /** Idempotency key: a random UUID of 36 characters that the client makes for each deliberate act of a visitor and sends again with every retry of it. It is remembered with the place: the same attempt with the same code or link gets the same place back and counts once, also when the campaign became full meanwhile. Without it every request is an act of its own. */
  attempt?: string | number | null | undefined;
  campaignId: string | number;
  /** Compared without regard to case, spaces and Unicode form; at most 200 characters. */
  password: string;
  /** Where the visitor came from: the address of the page before. Only its host is counted. */
  referrer?: string | null | undefined;
  /** Where the gate was shown: the page’s address with its query, from which `utm_source`, `utm_medium` and `utm_campaign` are counted. It is not kept. */
  source?: string | null | undefined;
};

export type GateSecretLinkInput = {
  /** Idempotency key: a random UUID of 36 characters that the client makes for each deliberate act of a visitor and sends again with every retry of it. It is remembered with the place: the same attempt with the same code or link gets the same place back and counts once, also when the campaign became full meanwhile. Without it every request is an act of its own. */
  attempt?: string | number | null | undefined;
  /** Where the visitor came from: the address of the page before. Only its host is counted. */
  referrer?: string | null | undefined;
  /** The secret of the link: the last part of the hosted page’s address. */
  secretLink: string;
  /** Where the gate was shown: the page’s address with its query, from which `utm_source`, `utm_medium` and `utm_campaign` are counted. It is not kept. */
  source?: string | null | undefined;
};

export type HappeningRecordInput = {
  campaignId: string | number;
  /** What happened since the last time, from 1 to 20, in any order. */
  happenings: Array<GateHappening>;
  /** Where the visitor came from: the address of the page before. Only its host is counted. */
  referrer?: string | null | undefined;
  /** Where the gate was shown: the page’s address with its query, from which `utm_source`, `utm_medium` and `utm_campaign` are counted. It is not kept. */
  source?: string | null | undefined;
};

export type ViewRecordInput = {
  campaignId: string | number;
  /** Whether the gate’s form stood there at once: counts a GATE_SHOWN as well. */
  isGateShown?: boolean | null | undefined;
  /** Where the visitor came from: the address of the page before. Only its host is counted. */
  referrer?: string | null | undefined;
  /** Where the gate was shown: the page’s address with its query, from which `utm_source`, `utm_medium` and `utm_campaign` are counted. It is not kept. */
  source?: string | null | undefined;
};

export type WaitingListJoinInput = {
  campaignId: string | number;
  email: string;
  /** A trap for robots: people never see it and leave it empty. */
  website?: string | null | undefined;
};

export type GateCampaignFragment = { id: string, name: string, description: string | null, accessType: AccessType, status: CampaignStatus, startsAt: string | null, endsAt: string | null, shopName: string, hasWaitingList: boolean, showsEmailFirst: boolean, consentText: string | null, accentColor: string | null, texts: Array<{ name: string, text: string }> };

export type GateAccessFragment = { expiresAt: string, campaign: { serverTime: string, id: string, name: string, description: string | null, accessType: AccessType, status: CampaignStatus, startsAt: string | null, endsAt: string | null, shopName: string, hasWaitingList: boolean, showsEmailFirst: boolean, consentText: string | null, accentColor: string | null, texts: Array<{ name: string, text: string }> }, products: Array<{ id: string, title: string, url: string, priceVaries: boolean, isAvailable: boolean, image: { url: string, altText: string | null } | null, price: { amount: string, currencyCode: string }, compareAtPrice: { amount: string, currencyCode: string } | null, variants: Array<{ id: string, title: string, isAvailable: boolean, cartUrl: string | null }> }> };

export type GateMoneyFragment = { amount: string, currencyCode: string };

type GateUnlock_CampaignFull_Fragment = { __typename: 'CampaignFull' };

type GateUnlock_CampaignNotOpen_Fragment = { __typename: 'CampaignNotOpen', status: CampaignStatus, startsAt: string | null, serverTime: string };

type GateUnlock_ConfirmationRequired_Fragment = { __typename: 'ConfirmationRequired', resendAt: string, expiresAt: string, handle: string };

type GateUnlock_GateDenied_Fragment = { __typename: 'GateDenied' };

type GateUnlock_GateOpened_Fragment = { __typename: 'GateOpened', pass: string, expiresAt: string, confirmBy: string | null, confirmation: string | null, access: { expiresAt: string, campaign: { serverTime: string, id: string, name: string, description: string | null, accessType: AccessType, status: CampaignStatus, startsAt: string | null, endsAt: string | null, shopName: string, hasWaitingList: boolean, showsEmailFirst: boolean, consentText: string | null, accentColor: string | null, texts: Array<{ name: string, text: string }> }, products: Array<{ id: string, title: string, url: string, priceVaries: boolean, isAvailable: boolean, image: { url: string, altText: string | null } | null, price: { amount: string, currencyCode: string }, compareAtPrice: { amount: string, currencyCode: string } | null, variants: Array<{ id: string, title: string, isAvailable: boolean, cartUrl: string | null }> }> } };

type GateUnlock_InvalidInput_Fragment = { __typename: 'InvalidInput', problems: Array<{ field: string }> };

type GateUnlock_TooManyAttempts_Fragment = { __typename: 'TooManyAttempts', retryAt: string };

export type GateUnlockFragment =
  | GateUnlock_CampaignFull_Fragment
  | GateUnlock_CampaignNotOpen_Fragment
  | GateUnlock_ConfirmationRequired_Fragment
  | GateUnlock_GateDenied_Fragment
  | GateUnlock_GateOpened_Fragment
  | GateUnlock_InvalidInput_Fragment
  | GateUnlock_TooManyAttempts_Fragment
;

export type GateBeforeQueryVariables = Exact<{
  id: string | number;
}>;


export type GateBeforeQuery = { campaign: { id: string, name: string, description: string | null, accessType: AccessType, status: CampaignStatus, startsAt: string | null, endsAt: string | null, shopName: string, hasWaitingList: boolean, showsEmailFirst: boolean, consentText: string | null, accentColor: string | null, texts: Array<{ name: string, text: string }> } | null };

export type GateQueryVariables = Exact<{
  id?: string | number | null | undefined;
  secretLink?: string | null | undefined;
  pass: string;
}>;


export type GateQuery = { campaign: { serverTime: string, id: string, name: string, description: string | null, accessType: AccessType, status: CampaignStatus, startsAt: string | null, endsAt: string | null, shopName: string, hasWaitingList: boolean, showsEmailFirst: boolean, consentText: string | null, accentColor: string | null, texts: Array<{ name: string, text: string }> } | null, linked: { serverTime: string, id: string, name: string, description: string | null, accessType: AccessType, status: CampaignStatus, startsAt: string | null, endsAt: string | null, shopName: string, hasWaitingList: boolean, showsEmailFirst: boolean, consentText: string | null, accentColor: string | null, texts: Array<{ name: string, text: string }> } | null, access: { expiresAt: string, campaign: { serverTime: string, id: string, name: string, description: string | null, accessType: AccessType, status: CampaignStatus, startsAt: string | null, endsAt: string | null, shopName: string, hasWaitingList: boolean, showsEmailFirst: boolean, consentText: string | null, accentColor: string | null, texts: Array<{ name: string, text: string }> }, products: Array<{ id: string, title: string, url: string, priceVaries: boolean, isAvailable: boolean, image: { url: string, altText: string | null } | null, price: { amount: string, currencyCode: string }, compareAtPrice: { amount: string, currencyCode: string } | null, variants: Array<{ id: string, title: string, isAvailable: boolean, cartUrl: string | null }> }> } | null };

export type GateStandingQueryVariables = Exact<{
  id?: string | number | null | undefined;
  secretLink?: string | null | undefined;
}>;


export type GateStandingQuery = { campaign: { status: CampaignStatus, startsAt: string | null, serverTime: string } | null };

export type RecordViewMutationVariables = Exact<{
  input: ViewRecordInput;
}>;


export type RecordViewMutation = { viewRecord:
    | { __typename: 'InvalidInput' }
    | { __typename: 'ViewRecorded' }
   };

export type UnlockWithPasswordMutationVariables = Exact<{
  input: GatePasswordInput;
}>;


export type UnlockWithPasswordMutation = { unlock:
    | { __typename: 'CampaignFull' }
    | { __typename: 'CampaignNotOpen', status: CampaignStatus, startsAt: string | null, serverTime: string }
    | { __typename: 'ConfirmationRequired', resendAt: string, expiresAt: string, handle: string }
    | { __typename: 'GateDenied' }
    | { __typename: 'GateOpened', pass: string, expiresAt: string, confirmBy: string | null, confirmation: string | null, access: { expiresAt: string, campaign: { serverTime: string, id: string, name: string, description: string | null, accessType: AccessType, status: CampaignStatus, startsAt: string | null, endsAt: string | null, shopName: string, hasWaitingList: boolean, showsEmailFirst: boolean, consentText: string | null, accentColor: string | null, texts: Array<{ name: string, text: string }> }, products: Array<{ id: string, title: string, url: string, priceVaries: boolean, isAvailable: boolean, image: { url: string, altText: string | null } | null, price: { amount: string, currencyCode: string }, compareAtPrice: { amount: string, currencyCode: string } | null, variants: Array<{ id: string, title: string, isAvailable: boolean, cartUrl: string | null }> }> } }
    | { __typename: 'InvalidInput', problems: Array<{ field: string }> }
    | { __typename: 'TooManyAttempts', retryAt: string }
   };

export type UnlockWithEmailMutationVariables = Exact<{
  input: GateEmailInput;
}>;


export type UnlockWithEmailMutation = { unlock:
    | { __typename: 'CampaignFull' }
    | { __typename: 'CampaignNotOpen', status: CampaignStatus, startsAt: string | null, serverTime: string }
    | { __typename: 'ConfirmationRequired', resendAt: string, expiresAt: string, handle: string }
    | { __typename: 'GateDenied' }
    | { __typename: 'GateOpened', pass: string, expiresAt: string, confirmBy: string | null, confirmation: string | null, access: { expiresAt: string, campaign: { serverTime: string, id: string, name: string, description: string | null, accessType: AccessType, status: CampaignStatus, startsAt: string | null, endsAt: string | null, shopName: string, hasWaitingList: boolean, showsEmailFirst: boolean, consentText: string | null, accentColor: string | null, texts: Array<{ name: string, text: string }> }, products: Array<{ id: string, title: string, url: string, priceVaries: boolean, isAvailable: boolean, image: { url: string, altText: string | null } | null, price: { amount: string, currencyCode: string }, compareAtPrice: { amount: string, currencyCode: string } | null, variants: Array<{ id: string, title: string, isAvailable: boolean, cartUrl: string | null }> }> } }
    | { __typename: 'InvalidInput', problems: Array<{ field: string }> }
    | { __typename: 'TooManyAttempts', retryAt: string }
   };

export type UnlockWithSecretLinkMutationVariables = Exact<{
  input: GateSecretLinkInput;
}>;


export type UnlockWithSecretLinkMutation = { unlock:
    | { __typename: 'CampaignFull' }
    | { __typename: 'CampaignNotOpen', status: CampaignStatus, startsAt: string | null, serverTime: string }
    | { __typename: 'ConfirmationRequired', resendAt: string, expiresAt: string, handle: string }
    | { __typename: 'GateDenied' }
    | { __typename: 'GateOpened', pass: string, expiresAt: string, confirmBy: string | null, confirmation: string | null, access: { expiresAt: string, campaign: { serverTime: string, id: string, name: string, description: string | null, accessType: AccessType, status: CampaignStatus, startsAt: string | null, endsAt: string | null, shopName: string, hasWaitingList: boolean, showsEmailFirst: boolean, consentText: string | null, accentColor: string | null, texts: Array<{ name: string, text: string }> }, products: Array<{ id: string, title: string, url: string, priceVaries: boolean, isAvailable: boolean, image: { url: string, altText: string | null } | null, price: { amount: string, currencyCode: string }, compareAtPrice: { amount: string, currencyCode: string } | null, variants: Array<{ id: string, title: string, isAvailable: boolean, cartUrl: string | null }> }> } }
    | { __typename: 'InvalidInput', problems: Array<{ field: string }> }
    | { __typename: 'TooManyAttempts', retryAt: string }
   };

export type ConfirmWithCodeMutationVariables = Exact<{
  input: GateConfirmCodeInput;
}>;


export type ConfirmWithCodeMutation = { unlock:
    | { __typename: 'CampaignFull' }
    | { __typename: 'CampaignNotOpen', status: CampaignStatus, startsAt: string | null, serverTime: string }
    | { __typename: 'ConfirmationRequired', resendAt: string, expiresAt: string, handle: string }
    | { __typename: 'GateDenied' }
    | { __typename: 'GateOpened', pass: string, expiresAt: string, confirmBy: string | null, confirmation: string | null, access: { expiresAt: string, campaign: { serverTime: string, id: string, name: string, description: string | null, accessType: AccessType, status: CampaignStatus, startsAt: string | null, endsAt: string | null, shopName: string, hasWaitingList: boolean, showsEmailFirst: boolean, consentText: string | null, accentColor: string | null, texts: Array<{ name: string, text: string }> }, products: Array<{ id: string, title: string, url: string, priceVaries: boolean, isAvailable: boolean, image: { url: string, altText: string | null } | null, price: { amount: string, currencyCode: string }, compareAtPrice: { amount: string, currencyCode: string } | null, variants: Array<{ id: string, title: string, isAvailable: boolean, cartUrl: string | null }> }> } }
    | { __typename: 'InvalidInput', problems: Array<{ field: string }> }
    | { __typename: 'TooManyAttempts', retryAt: string }
   };

export type ResendConfirmationMutationVariables = Exact<{
  input: GateConfirmationResendInput;
}>;


export type ResendConfirmationMutation = { unlock:
    | { __typename: 'CampaignFull' }
    | { __typename: 'CampaignNotOpen', status: CampaignStatus, startsAt: string | null, serverTime: string }
    | { __typename: 'ConfirmationRequired', resendAt: string, expiresAt: string, handle: string }
    | { __typename: 'GateDenied' }
    | { __typename: 'GateOpened', pass: string, expiresAt: string, confirmBy: string | null, confirmation: string | null, access: { expiresAt: string, campaign: { serverTime: string, id: string, name: string, description: string | null, accessType: AccessType, status: CampaignStatus, startsAt: string | null, endsAt: string | null, shopName: string, hasWaitingList: boolean, showsEmailFirst: boolean, consentText: string | null, accentColor: string | null, texts: Array<{ name: string, text: string }> }, products: Array<{ id: string, title: string, url: string, priceVaries: boolean, isAvailable: boolean, image: { url: string, altText: string | null } | null, price: { amount: string, currencyCode: string }, compareAtPrice: { amount: string, currencyCode: string } | null, variants: Array<{ id: string, title: string, isAvailable: boolean, cartUrl: string | null }> }> } }
    | { __typename: 'InvalidInput', problems: Array<{ field: string }> }
    | { __typename: 'TooManyAttempts', retryAt: string }
   };

export type JoinWaitingListMutationVariables = Exact<{
  input: WaitingListJoinInput;
}>;


export type JoinWaitingListMutation = { join:
    | { __typename: 'GateDenied' }
    | { __typename: 'InvalidInput' }
    | { __typename: 'TooManyAttempts', retryAt: string }
    | { __typename: 'WaitingListJoined' }
   };

export type RecordHappeningMutationVariables = Exact<{
  input: HappeningRecordInput;
}>;


export type RecordHappeningMutation = { happeningRecord:
    | { __typename: 'HappeningsRecorded' }
    | { __typename: 'InvalidInput' }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const GateCampaignFragmentDoc = new TypedDocumentString(`
    fragment GateCampaign on GateCampaign {
  id
  name
  description
  accessType
  status
  startsAt
  endsAt
  shopName
  hasWaitingList
  showsEmailFirst
  consentText
  accentColor
  texts {
    name
    text
  }
}
    `, {"fragmentName":"GateCampaign"}) as unknown as TypedDocumentString<GateCampaignFragment, unknown>;
export const GateMoneyFragmentDoc = new TypedDocumentString(`
    fragment GateMoney on Money {
  amount
  currencyCode
}
    `, {"fragmentName":"GateMoney"}) as unknown as TypedDocumentString<GateMoneyFragment, unknown>;
export const GateAccessFragmentDoc = new TypedDocumentString(`
    fragment GateAccess on Access {
  campaign {
    ...GateCampaign
    serverTime
  }
  expiresAt
  products {
    id
    title
    url
    image {
      url
      altText
    }
    price {
      ...GateMoney
    }
    compareAtPrice {
      ...GateMoney
    }
    priceVaries
    isAvailable
    variants {
      id
      title
      isAvailable
      cartUrl
    }
  }
}
    fragment GateCampaign on GateCampaign {
  id
  name
  description
  accessType
  status
  startsAt
  endsAt
  shopName
  hasWaitingList
  showsEmailFirst
  consentText
  accentColor
  texts {
    name
    text
  }
}
fragment GateMoney on Money {
  amount
  currencyCode
}`, {"fragmentName":"GateAccess"}) as unknown as TypedDocumentString<GateAccessFragment, unknown>;
export const GateUnlockFragmentDoc = new TypedDocumentString(`
    fragment GateUnlock on GateUnlockResult {
  __typename
  ... on GateOpened {
    pass
    expiresAt
    confirmBy
    confirmation
    access {
      ...GateAccess
    }
  }
  ... on ConfirmationRequired {
    handle: confirmation
    resendAt
    expiresAt
  }
  ... on CampaignNotOpen {
    status
    startsAt
    serverTime
  }
  ... on TooManyAttempts {
    retryAt
  }
  ... on InvalidInput {
    problems {
      field
    }
  }
}
    fragment GateCampaign on GateCampaign {
  id
  name
  description
  accessType
  status
  startsAt
  endsAt
  shopName
  hasWaitingList
  showsEmailFirst
  consentText
  accentColor
  texts {
    name
    text
  }
}
fragment GateAccess on Access {
  campaign {
    ...GateCampaign
    serverTime
  }
  expiresAt
  products {
    id
    title
    url
    image {
      url
      altText
    }
    price {
      ...GateMoney
    }
    compareAtPrice {
      ...GateMoney
    }
    priceVaries
    isAvailable
    variants {
      id
      title
      isAvailable
      cartUrl
    }
  }
}
fragment GateMoney on Money {
  amount
  currencyCode
}`, {"fragmentName":"GateUnlock"}) as unknown as TypedDocumentString<GateUnlockFragment, unknown>;
export const GateBeforeDocument = {"__meta__":{"hash":"R_uwur00wThr_nhM"}} as unknown as TypedDocumentString<GateBeforeQuery, GateBeforeQueryVariables>;
export const GateDocument = {"__meta__":{"hash":"BQ31Bwes4BYpARAz"}} as unknown as TypedDocumentString<GateQuery, GateQueryVariables>;
export const GateStandingDocument = {"__meta__":{"hash":"BxFbWCKvQPwXE8cx"}} as unknown as TypedDocumentString<GateStandingQuery, GateStandingQueryVariables>;
export const RecordViewDocument = {"__meta__":{"hash":"c0od2f4DiCiKiqg_"}} as unknown as TypedDocumentString<RecordViewMutation, RecordViewMutationVariables>;
export const UnlockWithPasswordDocument = {"__meta__":{"hash":"_-tYZG9nO6ItLiQR"}} as unknown as TypedDocumentString<UnlockWithPasswordMutation, UnlockWithPasswordMutationVariables>;
export const UnlockWithEmailDocument = {"__meta__":{"hash":"ioWuZTsXgVJFlqnN"}} as unknown as TypedDocumentString<UnlockWithEmailMutation, UnlockWithEmailMutationVariables>;
export const UnlockWithSecretLinkDocument = {"__meta__":{"hash":"JuX0PVsP559-pmFr"}} as unknown as TypedDocumentString<UnlockWithSecretLinkMutation, UnlockWithSecretLinkMutationVariables>;
export const ConfirmWithCodeDocument = {"__meta__":{"hash":"9lzWxDDKl_V-1IXO"}} as unknown as TypedDocumentString<ConfirmWithCodeMutation, ConfirmWithCodeMutationVariables>;
export const ResendConfirmationDocument = {"__meta__":{"hash":"QP1eNPHP8zuYnUe4"}} as unknown as TypedDocumentString<ResendConfirmationMutation, ResendConfirmationMutationVariables>;
export const JoinWaitingListDocument = {"__meta__":{"hash":"UEmo-Nk1lWc1pLTZ"}} as unknown as TypedDocumentString<JoinWaitingListMutation, JoinWaitingListMutationVariables>;
export const RecordHappeningDocument = {"__meta__":{"hash":"IwLWB7zoMfxXxukC"}} as unknown as TypedDocumentString<RecordHappeningMutation, RecordHappeningMutationVariables>;