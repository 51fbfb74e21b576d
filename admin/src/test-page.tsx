import { ApolloLink, type FetchResult, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { App } from './App.tsx';
import { createApolloClient } from './apollo.ts';
import type { GetSessionToken } from './ui/bridge/session.ts';
import { reach } from './ui/reach.ts';

type Answer = FetchResult | Error;

/** What the API of a test answers, by the operation's name; a function sees the variables, and may take its time. */
export type Answers = Record<string, Answer | ((variables: Record<string, unknown>) => Answer | Promise<Answer>)>;

function apiOf(answers: Answers): ApolloLink {
  return new ApolloLink(({ operationName = '', variables }) => {
    const answer = answers[operationName];
    const found = typeof answer === 'function' ? answer(variables) : answer;
    return new Observable((observer) => {
      const tell = (what: Answer | undefined): void => {
        const answered = what ?? new Error(`No answer for ${operationName}`);
        if (answered instanceof Error) {
          observer.error(answered);
          return;
        }
        observer.next(answered);
        observer.complete();
      };
      if (found instanceof Promise) void found.then(tell);
      else tell(found);
    });
  });
}

/** Opens the whole admin at one address, in front of an API that gives these answers; the test may hold the session in its hand. */
export function openAdmin(address: string, answers: Answers, getSessionToken: GetSessionToken = async () => 'token') {
  const client = createApolloClient(async () => 'token', apiOf(answers));
  reach.answered();
  return render(
    <ApolloProvider client={client}>
      <MemoryRouter initialEntries={[address]}>
        <App getSessionToken={getSessionToken} />
      </MemoryRouter>
    </ApolloProvider>,
  );
}

const shop = {
  __typename: 'Shop',
  domain: 'demo.example',
  name: 'Demo',
  currencyCode: 'EUR',
  timeZone: 'Europe/Berlin',
};

/** A list of the API, whole on one page. */
export function aList(nodes: readonly object[]) {
  const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
  return { totalCount: nodes.length, pageInfo, nodes };
}

/** The answer to the list of campaigns. */
export function campaignList(nodes: readonly object[]): FetchResult {
  return { data: { shop, campaigns: { __typename: 'CampaignConnection', ...aList(nodes) } } };
}

/** The answer to the first page, with what matters to a test put in. */
export function aHome(part: object = {}): FetchResult {
  const none = { __typename: 'CampaignConnection', ...aList([]) };
  const setUp = {
    __typename: 'SetUp',
    ...{ hasCatalog: true, hasCampaign: true, hasProducts: true, hasConnection: true },
    ...{ hasActivated: true, hasPeople: true, campaignId: 'c1' },
  };
  return { data: { shop, setUp, attention: [], connections: [], live: none, upcoming: none, drafts: none, ...part } };
}

const shopSettings = {
  hidesProducts: false,
  enforcesAtCheckout: false,
  mostPiecesPerOrder: null,
  checkoutMessage: null,
  unlisting: null,
};

const gateSettings = {
  capacity: null,
  totalPasses: 0,
  trustLevel: 'INSTANT',
  confirmWithinMinutes: 1440,
  isGuestListOnly: false,
  hasWaitingList: false,
  showsEmailFirst: false,
  consentText: null,
  accentColor: null,
  pictureUrl: null,
  texts: [],
  accessCodes: [],
  secretLinks: [],
};

/** A campaign as the API tells it, with what matters to a test put in. */
export function aCampaign(part: object = {}) {
  return {
    __typename: 'EarlyAccessCampaign',
    id: 'c1',
    name: 'Autumn drop',
    description: null,
    isActive: true,
    status: 'LIVE',
    accessType: 'PASSWORD',
    password: 'moon',
    klaviyoListId: null,
    omnisendListId: null,
    startsAt: null,
    endsAt: null,
    productIds: [],
    collectionIds: [],
    products: [],
    collections: [],
    totalViews: 0,
    totalSignups: 0,
    conversionRate: null,
    secretLink: 'abc',
    hostedPageUrl: 'https://example.test/c/abc',
    themePageUrl: null,
    embedSnippet: '<vip-gate campaign="c1"></vip-gate>',
    pinnedSnippet: '<vip-gate campaign="c1"></vip-gate>',
    contentSecurityPolicy: 'script-src https://example.test/widget/',
    createdAt: '2026-11-20T09:00:00.000Z',
    archivedAt: null,
    ...gateSettings,
    ...shopSettings,
    ...part,
  };
}

const ofCampaign = (part: object) => ({ data: { campaign: { __typename: 'EarlyAccessCampaign', id: 'c1', ...part } } });

/** The answers of a shop with one campaign and nothing else; a test overrides what it is about. */
export function aShopWith(campaign: object): Answers {
  const nothing = aList([]);
  return {
    HomePage: aHome(),
    CampaignsPage: campaignList([campaign]),
    CampaignPage: { data: { shop, campaign } },
    ConnectionAlerts: { data: { connections: [] } },
    CampaignSignups: ofCampaign({ signups: { __typename: 'SignupConnection', ...nothing } }),
    CampaignPasses: ofCampaign({ passes: { __typename: 'AccessPassConnection', ...nothing } }),
    GuestList: ofCampaign({ guestsCount: 0 }),
    CampaignSync: ofCampaign({ sync: [] }),
    WaitingList: ofCampaign({
      admissionNotice: 'NO_MAIL_SERVER',
      waitingList: { __typename: 'WaitingListConnection', ...nothing },
    }),
    ProductPicker: { data: { products: { __typename: 'ProductConnection', ...nothing } } },
    CollectionPicker: { data: { collections: { __typename: 'CollectionConnection', ...nothing } } },
  };
}
