import type { Settings } from './config-settings.ts';

/** Bounds of one process's connections to PostgreSQL; times in milliseconds. */
export interface DatabasePoolLimits {
  /** Most connections of this process. */
  max: number;
  /** Longest wait for a free connection. */
  acquireTimeoutMs: number;
  /** Longest run of one statement. */
  statementTimeoutMs: number;
  /** Longest pause inside a transaction. */
  idleTransactionTimeoutMs: number;
}

/** What one request, or one visitor's guessing, may cost; times in milliseconds. */
export interface RequestLimits {
  publicBodyBytes: number;
  adminBodyBytes: number;
  requestTimeoutMs: number;
  headersTimeoutMs: number;
  queryTokens: number;
  queryDepth: number;
  queryAliases: number;
  publicQueryCost: number;
  adminQueryCost: number;
  wrongGuesses: number;
  wrongGuessWindowMs: number;
  campaignWrongGuesses: number;
  /** Mails within an hour. */
  mails: { perRecipient: number; perVisitor: number; perCampaign: number };
}

/** The bounds of the pool, as they are set. */
export function poolLimits(values: Settings): DatabasePoolLimits {
  return {
    max: values.DATABASE_POOL_MAX,
    acquireTimeoutMs: values.DATABASE_ACQUIRE_TIMEOUT_MS,
    statementTimeoutMs: values.DATABASE_STATEMENT_TIMEOUT_MS,
    idleTransactionTimeoutMs: values.DATABASE_IDLE_TRANSACTION_TIMEOUT_MS,
  };
}

/** The limits of requests, as they are set. */
export function requestLimits(values: Settings): RequestLimits {
  return {
    publicBodyBytes: values.PUBLIC_BODY_BYTES,
    adminBodyBytes: values.ADMIN_BODY_BYTES,
    requestTimeoutMs: values.REQUEST_TIMEOUT_MS,
    headersTimeoutMs: values.HEADERS_TIMEOUT_MS,
    queryTokens: values.QUERY_TOKENS,
    queryDepth: values.QUERY_DEPTH,
    queryAliases: values.QUERY_ALIASES,
    publicQueryCost: values.PUBLIC_QUERY_COST,
    adminQueryCost: values.ADMIN_QUERY_COST,
    wrongGuesses: values.WRONG_GUESSES,
    wrongGuessWindowMs: values.WRONG_GUESS_WINDOW_MS,
    campaignWrongGuesses: values.CAMPAIGN_WRONG_GUESSES,
    mails: {
      perRecipient: values.RECIPIENT_MAILS,
      perVisitor: values.VISITOR_MAILS,
      perCampaign: values.CAMPAIGN_MAILS,
    },
  };
}
