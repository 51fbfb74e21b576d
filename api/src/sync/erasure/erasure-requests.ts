import { v7 as uuidv7 } from 'uuid';
import type { Destination, Prisma } from '../../../../prisma/client/client.ts';
import type { Seal } from '../../platform/seal.ts';

/** Names one sign-up. */
export interface SignupKey {
  readonly shop: string;
  readonly id: string;
}

interface Arrival {
  readonly destination: Destination;
  readonly audience: string;
  readonly email: string;
  readonly isUnderWay: boolean;
}

/**
 * What is being sent, or was accepted a moment ago, arrives before it is removed: the other way round it would stay. Seconds; longer than
 * an attempt takes.
 */
const ARRIVES_WITHIN_S = 60;

/** What a sealed address is bound to. */
export function sealedEmailPlace({ shop, id }: { shop: string; id: string }): string {
  return `Erasure.sealedEmail:${shop}/${id}`;
}

/** Writes down that somebody who is removed here is to be removed at the destinations as well. */
export class ErasureRequests {
  readonly #seal: Seal;

  constructor(seal: Seal) {
    this.#seal = seal;
  }

  /** Call it before the sign-up is deleted, in the same transaction. Asks only where the person may have arrived. */
  async ask(transaction: Prisma.TransactionClient, { shop, id }: SignupKey): Promise<void> {
    // Prisma has no word for the lock, without which a worker might take the receipt between this look and the deletion.
    const arrivals = await transaction.$queryRaw<Arrival[]>`
      SELECT r.destination::text AS destination, r.audience, s.email,
             coalesce(greatest(r."leasedUntil", r."attemptedAt" + make_interval(secs => ${ARRIVES_WITHIN_S}),
               r."acceptedAt" + make_interval(secs => ${ARRIVES_WITHIN_S})) > statement_timestamp(), false) AS "isUnderWay"
        FROM "Receipt" r JOIN "Signup" s ON s.shop = r.shop AND s.id = r."signupId"
       WHERE r.shop = ${shop} AND r."signupId" = ${id}::uuid
         AND (r.attempts > 0 OR r."attemptedAt" IS NOT NULL OR r."acceptedAt" IS NOT NULL OR r."seenAt" IS NOT NULL
              OR r."leasedUntil" > statement_timestamp())
         FOR UPDATE OF r`;
    for (const arrival of arrivals) await this.#write(transaction, shop, arrival);
  }

  async #write(transaction: Prisma.TransactionClient, shop: string, arrival: Arrival): Promise<void> {
    const { destination, audience, email, isUnderWay } = arrival;
    const id = uuidv7();
    const sealedEmail = this.#seal.seal(email, sealedEmailPlace({ shop, id }));
    await transaction.$executeRaw`
      INSERT INTO "Erasure" (shop, id, destination, "sealedEmail", audience, "dueAt")
      VALUES (${shop}, ${id}::uuid, ${destination}::"Destination", ${sealedEmail}, ${audience},
              statement_timestamp() + make_interval(secs => ${isUnderWay ? ARRIVES_WITHIN_S : 0}))`;
  }
}
