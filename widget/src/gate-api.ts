import {
  type GateAccessFragment,
  GateBeforeDocument,
  type GateBeforeQuery,
  type GateCampaignFragment,
  GateDocument,
  type GateUnlockFragment,
  type JoinWaitingListMutation,
  RecordViewDocument,
  type TypedDocumentString,
} from './gql/graphql.ts';

/** What a visitor may know of a campaign before its gate, and the server's clock as it was told, in ISO 8601. */
export type GateCampaign = GateCampaignFragment & { serverTime: string };
/** What an access pass opens: the products, and until when. */
export type GateAccess = GateAccessFragment;
/** Every outcome of a try to get through; switch over `__typename`. */
export type UnlockResult = GateUnlockFragment;
/** The campaign by its id, the campaign that the secret link leads to, and what the pass opens; null where nothing is. */
export interface GateView {
  campaign?: GateCampaign | null;
  linked?: GateCampaign | null;
  access?: GateAccess | null;
}
/** An e-mail address waits for its confirmation; `handle` says which. */
export type SentConfirmation = Omit<Extract<UnlockResult, { __typename: 'ConfirmationRequired' }>, '__typename'>;
/** Every outcome of asking for a place on the waiting list. */
export type WaitingResult = JoinWaitingListMutation['join'];

/** What the gate wants to know at first; an empty text asks nothing. */
export interface GateQuestion {
  campaign: string;
  secretLink: string;
  pass: string;
}

/** What a visitor filled into the e-mail form. */
export interface EmailEntry {
  email: string;
  acceptsMarketing: boolean;
  /** The words beside the box, as they were shown. */
  consentText: string;
  /** BCP 47: what these words were in. */
  language: string;
  /** The page's address. */
  page: string;
  /** A field that people do not see: only a machine fills it. */
  website: string;
}

/** The public API as the gate uses it. Each method throws `GateApiError` when no answer came. */
export interface GateApi {
  look(question: GateQuestion): Promise<GateView>;
  recordView(campaignId: string): Promise<void>;
}

/** Asks the public API; throws `GateApiError` when no answer came. */
export type Ask = <Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
) => Promise<Data>;

/** No usable answer: offline, blocked, timed out, or the server's own fault. Its message holds nothing that was typed. */
export class GateApiError extends Error {
  /** How long the server wants to be left alone, in milliseconds; 0 where it did not say. */
  retryAfterMs = 0;
}

/** Longer than this nobody waits, whatever a server says. */
const longestRetryAfterMs = 120_000;

interface Answer<Data> {
  data?: Data | null;
  errors?: readonly unknown[];
}

const patienceMs = 20_000;
const noAnswer = 'The public API gave no answer';

async function send<Data>(address: string, init: RequestInit): Promise<{ data: Data; headers: Headers }> {
  // What the visitor is shown goes first.
  await new Promise((resolve) => setTimeout(resolve));
  const response = await fetch(address, {
    ...init,
    credentials: 'omit',
    // The page's address may carry a secret link.
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(patienceMs),
  });
  const { headers } = response;
  const answer: Answer<Data> | null = await response.json().catch(() => null);
  if (answer?.data && !answer.errors) return { data: answer.data, headers };
  const refusal = new GateApiError(noAnswer, { cause: response.status });
  const seconds = Number(headers.get('retry-after'));
  if (seconds > 0) refusal.retryAfterMs = Math.min(seconds * 1_000, longestRetryAfterMs);
  throw refusal;
}

/**
 * The server's clock by an answer that a cache may have kept: when it left the server and how long it was kept, or the cache's own
 * clock. Caches keep one of the two right, and the other is late.
 */
function clockIn(headers: Headers): string {
  const at = (name: string) => Date.parse(headers.get(name) ?? '') || 0;
  const kept = Number(headers.get('age')) * 1_000;
  return new Date(Math.max(at('x-server-time') + kept, at('date')) || Date.now()).toISOString();
}

/** The public API over `fetch`, at one GraphQL address. */
export class HttpGateApi implements GateApi {
  readonly #endpoint: string;

  /** @param endpoint the whole address of the public GraphQL API */
  constructor(endpoint: string) {
    this.#endpoint = endpoint;
  }

  look({ campaign: id, secretLink, pass }: GateQuestion): Promise<GateView> {
    return secretLink + pass === '' ? this.#lookByGet(id) : this.ask(GateDocument, { id, secretLink, pass });
  }

  async recordView(campaignId: string): Promise<void> {
    await this.ask(RecordViewDocument, { input: { campaignId, source: 'widget' } });
  }

  /** Asks anything. A document is its identifier here, see `documentsAsIds`. */
  readonly ask: Ask = async (document, variables) => {
    const { data } = await this.#send<never>('', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ documentId: document, variables }),
    });
    return data;
  };

  /** What everybody is told alike: caches between here and the server may answer, and no preflight is needed. */
  async #lookByGet(id: string): Promise<GateView> {
    const variables = JSON.stringify({ id });
    const question = new URLSearchParams({ documentId: `${GateBeforeDocument}`, variables });
    // Not the browser's own cache: it does not say how old its copy is.
    const { data, headers } = await this.#send<GateBeforeQuery>(`?${question}`, { cache: 'no-store' });
    return { campaign: data.campaign && { ...data.campaign, serverTime: clockIn(headers) } };
  }

  async #send<Data>(question: string, init: RequestInit) {
    try {
      return await send<Data>(this.#endpoint + question, init);
    } catch (cause) {
      throw cause instanceof GateApiError ? cause : new GateApiError(noAnswer, { cause });
    }
  }
}
