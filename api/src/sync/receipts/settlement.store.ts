import type { PrismaClient } from '../../../../prisma/client/client.ts';
import type { Leased } from './receipt.store.ts';
import type { LeasedReceipt, ReceiptResult } from './receipt.ts';

/** Longest kept of a vendor's words, in characters. */
const LONGEST_DETAIL = 500;

/** Writes down what came of receipts. */
export class SettlementStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /**
   * Settles a whole batch and writes its history in one statement, and ends its lease. Receipts that are no longer under it stay as they
   * are: somebody else has them. `marked` are those that the attempt marked as being sent. Gives how many were settled.
   */
  async settle(leased: Leased, results: readonly ReceiptResult[], marked: ReadonlySet<string>): Promise<number> {
    const { lease, shop, destination, purpose } = leased;
    const known = new Map(leased.receipts.map((receipt) => [receipt.signupId, receipt]));
    const rows = results.flatMap((result) => {
      const receipt = known.get(result.signupId);
      return receipt ? [rowOf(result, { receipt, purpose, isMarked: marked.has(result.signupId) })] : [];
    });
    const [settled] = await this.#prisma.$queryRaw<{ count: number }[]>`
      WITH result AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (
          "signupId" uuid, state "ReceiptState", reason "ReceiptReason", detail text, event "ReceiptEvent", "dueInMs" float8,
          attempts int, looks int, "contactId" text, job text, "consentAt" timestamptz, "keepsAttempted" boolean,
          "isFailing" boolean, "isAccepted" boolean, "isSeen" boolean)
      ), settled AS (
        UPDATE "Receipt" r SET lease = NULL, "leasedUntil" = NULL,
               state = result.state, reason = result.reason, detail = result.detail,
               "dueAt" = statement_timestamp() + result."dueInMs" * interval '1 millisecond',
               attempts = r.attempts + result.attempts, looks = result.looks,
               "contactId" = result."contactId", job = result.job, "consentAt" = result."consentAt",
               "attemptedAt" = CASE WHEN result."keepsAttempted" THEN r."attemptedAt" END,
               "failingSince" = CASE WHEN result."isFailing" THEN coalesce(r."failingSince", statement_timestamp()) END,
               "acceptedAt" = CASE WHEN result."isAccepted" THEN statement_timestamp() ELSE r."acceptedAt" END,
               "seenAt" = CASE WHEN result."isSeen" THEN statement_timestamp() ELSE r."seenAt" END,
               "updatedAt" = statement_timestamp()
          FROM result
         WHERE r.shop = ${shop} AND r."signupId" = result."signupId" AND r.destination = ${destination}::"Destination"
           AND r.lease = ${lease}::uuid
        RETURNING r.shop, r."signupId", r.destination, result.event, result.detail
      ), noted AS (
        INSERT INTO "ReceiptEntry" (shop, id, "signupId", destination, event, detail)
        SELECT shop, gen_random_uuid(), "signupId", destination, event, detail FROM settled WHERE event IS NOT NULL
      )
      SELECT count(*)::int AS count FROM settled`;
    return settled?.count ?? 0;
  }
}

interface Circumstances {
  readonly receipt: LeasedReceipt;
  readonly purpose: 'SEND' | 'LOOK';
  readonly isMarked: boolean;
}

function rowOf(result: ReceiptResult, { receipt, purpose, isMarked }: Circumstances) {
  const {
    signupId,
    state,
    reason,
    event,
    dueInMs,
    countsAsAttempt,
    keepsAttempted = false,
    isFailing = false,
  } = result;
  const isSend = purpose === 'SEND';
  const hasArrived = state === 'ACCEPTED' || state === 'ON_LIST';
  return {
    ...{ signupId, state, reason, event, dueInMs, keepsAttempted, isFailing },
    detail: result.detail?.slice(0, LONGEST_DETAIL) ?? null,
    // The mark counted the attempt already, so that one that a crash cuts short is counted too.
    attempts: Number(countsAsAttempt) - Number(isMarked),
    looks: isSend ? 0 : receipt.looks + Number(!isFailing),
    contactId: result.contactId === undefined ? receipt.contactId : result.contactId,
    job: result.job === undefined ? receipt.job : result.job,
    consentAt: consentOf(result, { receipt, isSend: isSend && !isFailing }),
    isAccepted: isSend && hasArrived && countsAsAttempt,
    isSeen: state === 'ON_LIST' && !isFailing,
  };
}

/** The consent that was judged is remembered with the verdict: only newer consent opens it again. */
function consentOf(
  result: ReceiptResult,
  { receipt, isSend }: { receipt: LeasedReceipt; isSend: boolean },
): Date | null {
  if (result.consentAt !== undefined) return result.consentAt;
  return isSend ? (receipt.person.consent?.givenAt ?? null) : receipt.consentAt;
}
