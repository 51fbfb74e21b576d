import type {
  CatalogPart,
  CatalogRunKind,
  DataRequestSource,
  DataRequestStatus,
  EnforcementGrade,
  ProductWarningKind,
  UnlistingEvent,
  UnlistingProblem,
  UnlistingState,
} from '../gql/graphql.ts';

const products = (count: number, formatted: string): string => (count === 1 ? '1 product' : `${formatted} products`);
const orders = (count: number, formatted: string): string => (count === 1 ? '1 order' : `${formatted} orders`);

/** What a merchant reads about a campaign in the Shopify shop, and about the data of people. */
export const shopTexts = {
  catalogCopy: {
    title: 'From your Shopify products',
    help: 'Changes in Shopify arrive here within seconds, and the whole catalog is compared every night.',
    soon: 'Your products are read from Shopify in a moment.',
    refresh: 'Read everything again',
    refreshing: 'Your catalog is being read again.',
    problemTitle: 'The last reading had a problem',
    moving: {
      EXPORT: 'Shopify is putting your catalog together.',
      PRODUCTS: 'Your products are being read.',
      COLLECTIONS: 'Your collections are being read.',
    } satisfies Record<CatalogPart | 'EXPORT', string>,
    kind: {
      FILL: 'You can already create campaigns; products appear as they are read.',
      REFRESH: 'You asked for it.',
      RECONCILE: 'This is the nightly comparison.',
    } satisfies Record<CatalogRunKind, string>,
    read: (read: string, all: string) => `${read} of ${all}, with variants, pictures and members counted`,
    done: (when: string) => `Read completely on ${when}.`,
    waiting: (count: number, formatted: string) =>
      count === 1 ? '1 change is about to be read.' : `${formatted} changes are about to be read.`,
    reconciled: (when: string, count: number, formatted: string) =>
      count === 0
        ? `Compared on ${when}: everything was as in Shopify.`
        : `Compared on ${when}: ${formatted} ${count === 1 ? 'difference was' : 'differences were'} mended.`,
    next: (when: string) => `Compared next on ${when}.`,
  },
  productWarnings: {
    title: {
      PUBLIC: (count: number, formatted: string) =>
        count === 1 ? '1 product is on sale for everybody' : `${formatted} products are on sale for everybody`,
      MISSING: (count: number, formatted: string) =>
        count === 1 ? 'Visitors won’t see 1 product' : `Visitors won’t see ${formatted} products`,
      SOLD_OUT: (count: number, formatted: string) =>
        count === 1 ? '1 product is sold out' : `${formatted} products are sold out`,
    } satisfies Record<ProductWarningKind, (count: number, formatted: string) => string>,
    more: (count: string) => `And ${count} more.`,
  },
  inShop: {
    title: 'In your shop',
    hidesProducts: 'Hide these products while it runs',
    hidesProductsHelp:
      'Sets them to Unlisted in Shopify from the moment the campaign is active: not in search, collections or recommendations. Whoever has a product’s address can still open it. They get their status back when the campaign ends, is paused or is deleted.',
    enforces: 'Sell them only to people with access, at checkout',
    enforcesHelp:
      'Shopify’s checkout refuses an order that has these products and no access. What that means on your plan stands under “How well its products are kept”.',
    pieces: 'Most pieces of one product per order',
    piecesHelp: 'Leave it empty to sell as many as they like.',
    message: 'What checkout says to everybody else',
    messageHelp: 'At most 200 characters. Empty: our own words, in the shopper’s language.',
  },
  hiding: {
    title: 'Hidden products',
    state: {
      OFF: 'No product is hidden for this campaign.',
      READY: 'Its products will be hidden once the campaign is active.',
      HIDING: 'Products are being hidden.',
      HIDDEN: 'All of its products are hidden, except for those that are left alone.',
      SHOWING: 'Products are being put back.',
    } satisfies Record<UnlistingState, string>,
    hidden: (count: number, formatted: string) => `${products(count, formatted)} hidden now`,
    waiting: (count: number, formatted: string) => `${products(count, formatted)} still to do`,
    leftAlone: (count: number, formatted: string) =>
      `${products(count, formatted)} left as you have them: not public before, gone, or changed by hand since`,
    shared: (count: number, formatted: string) =>
      `${products(count, formatted)} that another campaign wants hidden too stay hidden without this one`,
    progress: 'How far it is',
    undo: 'Undo everything',
    undoTitle: 'Put its products back?',
    undoBody: (count: number, formatted: string) =>
      `${products(count, formatted)} get back the status they had, within seconds, and the campaign no longer hides anything. What another campaign hides, and what you changed by hand, stays as it is.`,
    undone: 'Its products are being put back.',
    problemTitle: 'Nothing is changed in your shop right now',
    problem: {
      NOT_INSTALLED: 'The app isn’t installed any more. What is hidden is put back after a new installation.',
      REFUSED: 'Shopify didn’t tell us the status of your products.',
      SCOPE_MISSING:
        'The app may not change your products any more. Open the app’s permissions in Shopify and allow it.',
      THROTTLED: 'Shopify asks us to slow down.',
      UNREACHABLE: 'Shopify doesn’t answer.',
    } satisfies Record<UnlistingProblem, string>,
    again: 'It is tried again within five minutes.',
    failuresTitle: 'Shopify refused some products',
    failure: (product: string, detail: string) => `${product}: ${detail}`,
    showJournal: 'Show what was changed',
    hideJournal: 'Hide what was changed',
    journal: { one: 'change', many: 'changes' },
    columns: { at: 'When', product: 'Product', event: 'What', before: 'Before', after: 'After' },
    event: {
      HIDING: 'About to be hidden',
      HIDDEN: 'Hidden',
      SHOWING: 'About to be put back',
      SHOWN: 'Put back',
      LEFT_ALONE: 'Left alone',
      FAILED: 'Refused by Shopify',
    } satisfies Record<UnlistingEvent, string>,
    noJournal: 'Nothing has been changed in your shop for this campaign.',
    all: {
      title: 'Products hidden in your shop',
      help: 'What all campaigns together have set to Unlisted.',
      none: 'No product is hidden.',
      action: 'Put every hidden product back',
      confirmTitle: 'Put every hidden product back?',
      confirmBody: (count: number, formatted: string) =>
        `${products(count, formatted)} get back the status they had, and no campaign hides anything any more.`,
      done: 'Every hidden product is being put back.',
      uninstallTitle: 'Before you uninstall the app',
      uninstall:
        'Put every hidden product back and wait until none is hidden. Once the app is gone it may not change anything in your shop, and what is hidden then stays hidden until you change it by hand in Shopify under Products.',
    },
  },
  enforcement: {
    title: 'How well its products are kept',
    grade: {
      BLOCKED: {
        badge: 'Blocked at checkout',
        sentence: 'Shopify’s checkout sells all of them only to people with access.',
      },
      PARTLY_BLOCKED: {
        badge: 'Partly blocked',
        sentence: 'Shopify’s checkout sells some of them only to people with access.',
      },
      HIDDEN: { badge: 'Hidden', sentence: 'They are hard to find, and whoever finds them can buy them.' },
      OPEN: { badge: 'Open', sentence: 'Whoever finds them can buy them.' },
    } satisfies Record<EnforcementGrade, { badge: string; sentence: string }>,
    blocked: 'What is blocked',
    hiddenOnly: 'What is only hidden',
    open: 'What stays open',
    why: 'Why',
  },
  revenue: {
    title: 'What it sold',
    ask: 'See what each campaign sold',
    askHelp: 'For that the app needs to read your orders. Nothing else changes, and you can take it back at any time.',
    askAction: 'Allow reading orders',
    granted: 'Thank you. Orders count from now on.',
    declined: 'Nothing was changed. You can allow it later.',
    total: 'Paid orders',
    orders: (count: number, formatted: string) => orders(count, formatted),
    amountHelp: 'After discounts, without shipping. Refunds are not taken off.',
    none: 'No paid order yet.',
    columns: { by: 'By', orders: 'Orders', amount: 'Amount' },
    rows: { one: 'way in', many: 'ways in' },
    code: (name: string) => `Access code: ${name}`,
    link: (name: string) => `Secret link: ${name}`,
    unnamed: 'without a name',
    email: 'E-mail sign-up',
  },
  privacy: {
    title: 'People’s data',
    help: 'Whoever left an e-mail may ask what you hold of them, and may ask to be forgotten.',
    email: 'E-mail address',
    emailHelp: 'However it is written: capitals don’t matter.',
    emailMissing: 'Type an e-mail address.',
    export: 'Collect their data',
    exported: 'The file is ready to be downloaded below.',
    erase: 'Forget this person',
    eraseTitle: 'Forget this person?',
    eraseBody: (email: string) =>
      `Everything held of ${email} is erased: sign-ups, consents, access, places on guest and waiting lists, and files collected before. Klaviyo and Omnisend are asked to remove them too. This can’t be undone.`,
    erased: (count: number, formatted: string) =>
      count === 0
        ? 'Nothing was held of this person.'
        : count === 1
          ? '1 record was erased.'
          : `${formatted} records were erased.`,
    requests: 'Data requests',
    requestsHelp:
      'Collected for customers who asked through Shopify, and for those whom you looked up. Files are kept for 30 days.',
    noRequests: 'Nobody has asked yet.',
    one: 'data request',
    many: 'data requests',
    columns: { person: 'Whom', source: 'Asked by', at: 'Asked', status: 'File', actions: 'Actions' },
    source: { SHOPIFY: 'The customer, through Shopify', MERCHANT: 'You' } satisfies Record<DataRequestSource, string>,
    status: { READY: 'Ready', EXPIRED: 'Gone after 30 days', ERASED: 'Erased with the person' } satisfies Record<
      DataRequestStatus,
      string
    >,
    unnamed: 'No address named',
    download: 'Download',
    downloadLabel: (person: string) => `Download the data of ${person}`,
  },
} as const;
