/** A connection as the API tells it, with what matters to a test put in. */
export function aConnection(part: object = {}) {
  return {
    __typename: 'Connection',
    id: 'k1',
    destination: 'KLAVIYO',
    status: 'CONNECTED',
    problem: null,
    problemDetail: null,
    accountName: 'Harbour Pottery',
    keyEnding: 'a1b2',
    sendsWithoutConsent: false,
    sendsEvent: false,
    sendsWelcomeMessage: false,
    connectedAt: '2026-11-20T09:00:00.000Z',
    lastAnswerAt: '2026-11-22T09:00:00.000Z',
    lastAnswer: '202',
    retryAt: null,
    removalsWaiting: 0,
    removalsParked: 0,
    removalsDetail: null,
    ...part,
  };
}

/** How a campaign's sign-ups do at one destination, nobody anywhere unless said. */
export function aSync({ summary = {}, ...part }: { summary?: object; [field: string]: unknown } = {}) {
  return {
    __typename: 'CampaignSync',
    destination: 'KLAVIYO',
    audience: 'L1',
    audienceName: 'Friends',
    audienceExists: true,
    optIn: 'SINGLE',
    connection: aConnection(),
    ...part,
    summary: aSummary(summary),
  };
}

/** How many stand where, nobody anywhere unless said. */
export function aSummary(part: object = {}) {
  return { ...nobody, ...part };
}

const nobody = {
  __typename: 'SyncSummary',
  total: 0,
  waiting: 0,
  sending: 0,
  accepted: 0,
  awaitingConfirmation: 0,
  onList: 0,
  skipped: 0,
  failed: 0,
  parked: 0,
  oldestWaitingSince: null,
  unsent: 0,
  lastAnswer: null,
  lastAnswerAt: null,
  reasons: [],
};

/** Why so many stand in a state. */
export function aReason(state: string, reason: string, count: number) {
  return { __typename: 'SyncReason', state, reason, count };
}
