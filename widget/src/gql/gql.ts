/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "fragment GateCampaign on GateCampaign {\n  id\n  name\n  description\n  accessType\n  status\n  startsAt\n  shopName\n  serverTime\n}\n\nfragment GateAccess on Access {\n  campaign {\n    ...GateCampaign\n  }\n  expiresAt\n  products {\n    id\n    title\n    url\n    image {\n      url\n      altText\n    }\n    price {\n      ...GateMoney\n    }\n    compareAtPrice {\n      ...GateMoney\n    }\n    priceVaries\n    isAvailable\n  }\n}\n\nfragment GateMoney on Money {\n  amount\n  currencyCode\n}\n\nfragment GateUnlock on GateUnlockResult {\n  __typename\n  ... on GateOpened {\n    pass\n    expiresAt\n    access {\n      ...GateAccess\n    }\n  }\n  ... on CampaignNotOpen {\n    status\n    startsAt\n    serverTime\n  }\n  ... on TooManyAttempts {\n    retryAt\n  }\n  ... on InvalidInput {\n    problems {\n      field\n    }\n  }\n}\n\nquery Gate($id: ID, $secretLink: String, $pass: String!, $byId: Boolean!, $byLink: Boolean!, $withPass: Boolean!) {\n  campaign(id: $id) @include(if: $byId) {\n    ...GateCampaign\n  }\n  linked: campaign(secretLink: $secretLink) @include(if: $byLink) {\n    ...GateCampaign\n  }\n  access(pass: $pass) @include(if: $withPass) {\n    ...GateAccess\n  }\n}\n\nmutation RecordView($input: ViewRecordInput!) {\n  viewRecord(input: $input) {\n    __typename\n  }\n}\n\nmutation UnlockWithPassword($input: GatePasswordInput!) {\n  unlock: gateUnlockWithPassword(input: $input) {\n    ...GateUnlock\n  }\n}\n\nmutation UnlockWithEmail($input: GateEmailInput!) {\n  unlock: gateUnlockWithEmail(input: $input) {\n    ...GateUnlock\n  }\n}\n\nmutation UnlockWithSecretLink($input: GateSecretLinkInput!) {\n  unlock: gateUnlockWithSecretLink(input: $input) {\n    ...GateUnlock\n  }\n}": typeof types.GateCampaignFragmentDoc,
};
const documents: Documents = {
    "fragment GateCampaign on GateCampaign {\n  id\n  name\n  description\n  accessType\n  status\n  startsAt\n  shopName\n  serverTime\n}\n\nfragment GateAccess on Access {\n  campaign {\n    ...GateCampaign\n  }\n  expiresAt\n  products {\n    id\n    title\n    url\n    image {\n      url\n      altText\n    }\n    price {\n      ...GateMoney\n    }\n    compareAtPrice {\n      ...GateMoney\n    }\n    priceVaries\n    isAvailable\n  }\n}\n\nfragment GateMoney on Money {\n  amount\n  currencyCode\n}\n\nfragment GateUnlock on GateUnlockResult {\n  __typename\n  ... on GateOpened {\n    pass\n    expiresAt\n    access {\n      ...GateAccess\n    }\n  }\n  ... on CampaignNotOpen {\n    status\n    startsAt\n    serverTime\n  }\n  ... on TooManyAttempts {\n    retryAt\n  }\n  ... on InvalidInput {\n    problems {\n      field\n    }\n  }\n}\n\nquery Gate($id: ID, $secretLink: String, $pass: String!, $byId: Boolean!, $byLink: Boolean!, $withPass: Boolean!) {\n  campaign(id: $id) @include(if: $byId) {\n    ...GateCampaign\n  }\n  linked: campaign(secretLink: $secretLink) @include(if: $byLink) {\n    ...GateCampaign\n  }\n  access(pass: $pass) @include(if: $withPass) {\n    ...GateAccess\n  }\n}\n\nmutation RecordView($input: ViewRecordInput!) {\n  viewRecord(input: $input) {\n    __typename\n  }\n}\n\nmutation UnlockWithPassword($input: GatePasswordInput!) {\n  unlock: gateUnlockWithPassword(input: $input) {\n    ...GateUnlock\n  }\n}\n\nmutation UnlockWithEmail($input: GateEmailInput!) {\n  unlock: gateUnlockWithEmail(input: $input) {\n    ...GateUnlock\n  }\n}\n\nmutation UnlockWithSecretLink($input: GateSecretLinkInput!) {\n  unlock: gateUnlockWithSecretLink(input: $input) {\n    ...GateUnlock\n  }\n}": types.GateCampaignFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment GateCampaign on GateCampaign {\n  id\n  name\n  description\n  accessType\n  status\n  startsAt\n  shopName\n  serverTime\n}\n\nfragment GateAccess on Access {\n  campaign {\n    ...GateCampaign\n  }\n  expiresAt\n  products {\n    id\n    title\n    url\n    image {\n      url\n      altText\n    }\n    price {\n      ...GateMoney\n    }\n    compareAtPrice {\n      ...GateMoney\n    }\n    priceVaries\n    isAvailable\n  }\n}\n\nfragment GateMoney on Money {\n  amount\n  currencyCode\n}\n\nfragment GateUnlock on GateUnlockResult {\n  __typename\n  ... on GateOpened {\n    pass\n    expiresAt\n    access {\n      ...GateAccess\n    }\n  }\n  ... on CampaignNotOpen {\n    status\n    startsAt\n    serverTime\n  }\n  ... on TooManyAttempts {\n    retryAt\n  }\n  ... on InvalidInput {\n    problems {\n      field\n    }\n  }\n}\n\nquery Gate($id: ID, $secretLink: String, $pass: String!, $byId: Boolean!, $byLink: Boolean!, $withPass: Boolean!) {\n  campaign(id: $id) @include(if: $byId) {\n    ...GateCampaign\n  }\n  linked: campaign(secretLink: $secretLink) @include(if: $byLink) {\n    ...GateCampaign\n  }\n  access(pass: $pass) @include(if: $withPass) {\n    ...GateAccess\n  }\n}\n\nmutation RecordView($input: ViewRecordInput!) {\n  viewRecord(input: $input) {\n    __typename\n  }\n}\n\nmutation UnlockWithPassword($input: GatePasswordInput!) {\n  unlock: gateUnlockWithPassword(input: $input) {\n    ...GateUnlock\n  }\n}\n\nmutation UnlockWithEmail($input: GateEmailInput!) {\n  unlock: gateUnlockWithEmail(input: $input) {\n    ...GateUnlock\n  }\n}\n\nmutation UnlockWithSecretLink($input: GateSecretLinkInput!) {\n  unlock: gateUnlockWithSecretLink(input: $input) {\n    ...GateUnlock\n  }\n}"): typeof import('./graphql.ts').GateCampaignFragmentDoc;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
