import {
  type GateAccessFragment,
  type GateCampaignFragment,
  GateDocument,
  type GateQuery,
  type GateUnlockFragment,
  type JoinWaitingListMutation,
  RecordViewDocument,
  type TypedDocumentString,
} from './gql/graphql.ts';

/** What a visitor may know of a campaign before its gate. */
export type GateCampaign = GateCampaignFragment;
/** What an access pass opens: the products, and until when. */
export type GateAccess = GateAccessFragment;
/** Every outcome of a try to get through; switch over `__typename`. */
export type UnlockResult = GateUnlockFragment;
/** The campaign by its id, the campaign that the secret link leads to, and what the pass opens; null where nothing is. */
export type GateView = GateQuery;
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

async function post<Data, Variables>(
  endpoint: string,
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  // What the visitor is shown goes first.
  await new Promise((resolve) => setTimeout(resolve));
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document, variables }),
    credentials: 'omit',
    // The page's address may carry a secret link.
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(patienceMs),
  });
  const answer: Answer<Data> | null = await response.json().catch(() => null);
  if (answer?.data && !answer.errors) return answer.data;
  const refusal = new GateApiError(noAnswer, { cause: response.status });
  const seconds = Number(response.headers.get('retry-after'));
  if (seconds > 0) refusal.retryAfterMs = Math.min(seconds * 1_000, longestRetryAfterMs);
  throw refusal;
}

/** The public API over `fetch`, at one GraphQL address. */
export class HttpGateApi implements GateApi {
  readonly #endpoint: string;

  /** @param endpoint the whole address of the public GraphQL API */
  constructor(endpoint: string) {
    this.#endpoint = endpoint;
  }

  look({ campaign, secretLink, pass }: GateQuestion): Promise<GateView> {
    const asked = { byId: campaign !== '', byLink: secretLink !== '', withPass: pass !== '' };
    return this.ask(GateDocument, { id: campaign, secretLink, pass, ...asked });
  }

  async recordView(campaignId: string): Promise<void> {
    await this.ask(RecordViewDocument, { input: { campaignId, source: 'widget' } });
  }

  /** Asks anything. */
  readonly ask: Ask = async (document, variables) => {
    try {
      return await post(this.#endpoint, document, variables);
    } catch (cause) {
      throw cause instanceof GateApiError ? cause : new GateApiError(noAnswer, { cause });
    }
  };
}
