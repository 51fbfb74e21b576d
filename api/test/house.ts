/** The rules of the house as data; `architecture.test.ts` holds the source against them. */

/** Which rooms a room may know, besides itself and `platform`. Every room is named. */
export const ARROWS: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  shop: [],
  catalog: ['shop'],
  campaign: ['catalog', 'shop'],
  'access-pass': ['signup', 'campaign', 'shop'],
  signup: ['campaign', 'shop'],
  'guest-list': ['campaign', 'shop'],
  confirmation: ['signup', 'campaign', 'shop'],
  analytics: ['campaign', 'shop'],
  gate: ['access-pass', 'signup', 'guest-list', 'confirmation', 'analytics', 'campaign', 'catalog', 'shop'],
  integrations: [],
  connection: ['shop', 'integrations'],
  sync: ['connection', 'signup', 'campaign', 'shop', 'integrations'],
  'stand-in': [],
  shopify: ['shop'],
  webhook: ['shopify', 'shop'],
  'catalog-sync': ['shopify', 'catalog', 'campaign', 'shop'],
  unlisting: ['shopify', 'campaign', 'catalog', 'shop'],
  checkout: ['shopify', 'access-pass', 'campaign', 'catalog', 'shop'],
  order: ['access-pass', 'campaign', 'shop'],
  privacy: ['sync', 'access-pass', 'confirmation', 'guest-list', 'signup', 'order', 'webhook', 'campaign', 'shop'],
  'app-proxy': ['hosted-page', 'shopify', 'gate', 'campaign', 'shop'],
  'shopify-stand-in': ['stand-in'],
  'hosted-page': ['gate', 'campaign'],
  'front-end': [],
  standalone: ['shop', 'catalog', 'campaign', 'stand-in'],
};

/** Files above the rooms, which may know everything; no room knows them. */
export const TOP_FILES = [
  'app',
  'sync-parts',
  'shopify-parts',
  'webhook-parts',
  'privacy-parts',
  'doors',
  'resolvers',
  'server',
  'worker',
  'schemas',
  'emit-schema',
  'command',
  'token-create',
  'catalog-import',
  'keys-rotate',
  'sync-resume',
];

/** The one room that writes each table. */
export const WRITERS: Readonly<Record<string, string>> = {
  Shop: 'shop',
  ApiToken: 'shop',
  Session: 'shopify',
  Product: 'catalog',
  ProductVariant: 'catalog',
  Collection: 'catalog',
  CollectionMembership: 'catalog',
  EarlyAccessCampaign: 'campaign',
  AccessCode: 'campaign',
  SecretLink: 'campaign',
  Signup: 'signup',
  Consent: 'signup',
  EmailConfirmation: 'confirmation',
  MailBudget: 'confirmation',
  Guest: 'guest-list',
  WaitingListEntry: 'guest-list',
  AccessPass: 'access-pass',
  GuessBudget: 'gate',
  SigningKey: 'access-pass',
  Connection: 'connection',
  Receipt: 'sync',
  ReceiptEntry: 'sync',
  Backfill: 'sync',
  Erasure: 'sync',
  VendorBudget: 'sync',
  SyncGuard: 'sync',
  WebhookEvent: 'webhook',
  DataRequest: 'privacy',
};

/** Rooms that write a table of another room, and why that is right. */
export const SHARED_WRITES: readonly { room: string; table: string; why: string }[] = [
  { room: 'analytics', table: 'EarlyAccessCampaign', why: 'totalViews, counted in one statement for many requests' },
  { room: 'signup', table: 'EarlyAccessCampaign', why: 'totalSignups, counted in the statement that stores them' },
];

/** Names that say nothing about what stands behind them. */
export const EMPTY_NAMES = ['utils', 'util', 'helpers', 'helper', 'common', 'lib', 'misc', 'shared'];
