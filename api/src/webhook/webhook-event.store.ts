import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '../../../prisma/client/client.ts';
import type { Seal } from '../platform/seal.ts';
import type { WebhookDelivery } from './webhook-delivery.ts';

/** Names one event. */
export interface WebhookEventKey {
  readonly shop: string;
  readonly topic: string;
  readonly eventId: string;
}

/** An event that this worker alone works on, until its lease is over. */
export interface LeasedEvent extends WebhookEventKey {
  readonly triggeredAt: Date;
  readonly sealedPayload: Uint8Array;
  readonly failingSince: Date | null;
  readonly lease: string;
  /** By the database's clock. */
  readonly now: Date;
}

/** How much one claim may take. */
export interface ClaimSize {
  /** Events in all. */
  readonly most: number;
  /** Events of one shop: a shop with thousands waits behind nobody, and nobody behind it. */
  readonly perShop: number;
  /** Shops that have enough under way in this process. */
  readonly without: readonly string[];
}

/** Longer than a handler may take. */
const LEASE_S = 90;
/** Shopify tries for four hours, and did for two days: a duplicate is known for longer than that. */
const DONE_DAYS = 7;
/** What failed for three days can be looked into for so long; then it, and whom it names, is forgotten. */
const PARKED_DAYS = 30;
const SWEPT_AT_ONCE = 5_000;

/** What a sealed body is bound to. */
function payloadPlace({ shop, topic, eventId }: WebhookEventKey): string {
  return `WebhookEvent.sealedPayload:${shop}/${topic}/${eventId}`;
}

/** The table of events, with leases by the database's clock. Prisma has no word for most of its statements. */
export class WebhookEventStore {
  readonly #prisma: PrismaClient;
  readonly #seal: Seal;

  constructor(prisma: PrismaClient, seal: Seal) {
    this.#prisma = prisma;
    this.#seal = seal;
  }

  /** Keeps an event, due at once; false: it was known already. When it comes back, the event is committed. */
  async keep(delivery: WebhookDelivery, body: string): Promise<boolean> {
    const { shop, topic, eventId, triggeredAt } = delivery;
    const sealed = this.#seal.seal(body, payloadPlace(delivery));
    const kept = await this.#prisma.$executeRaw`
      INSERT INTO "WebhookEvent" (shop, topic, "eventId", "triggeredAt", "sealedPayload")
      VALUES (${shop}, ${topic}, ${eventId}, coalesce(${triggeredAt}::timestamptz, statement_timestamp()), ${sealed})
      ON CONFLICT DO NOTHING`;
    return kept === 1;
  }

  /** The body of a leased event. Throws `SealBrokenError`. */
  open(event: LeasedEvent): string {
    return this.#seal.open(event.sealedPayload, payloadPlace(event));
  }

  /** Leases what is due, of each shop its share. */
  claim({ most, perShop, without }: ClaimSize): Promise<LeasedEvent[]> {
    return this.#prisma.$queryRaw<LeasedEvent[]>`
      WITH due AS (
        SELECT e.shop, e.topic, e."eventId"
          FROM (SELECT DISTINCT shop FROM "WebhookEvent"
                 WHERE "dueAt" <= statement_timestamp() AND shop <> ALL(${[...without]}::text[])) s
          CROSS JOIN LATERAL (
            SELECT w.shop, w.topic, w."eventId" FROM "WebhookEvent" w
             WHERE w.shop = s.shop AND w."dueAt" <= statement_timestamp()
               AND (w."leasedUntil" IS NULL OR w."leasedUntil" <= statement_timestamp())
             ORDER BY w."dueAt" LIMIT ${perShop}::int FOR UPDATE SKIP LOCKED
          ) e
         LIMIT ${most}::int
      )
      UPDATE "WebhookEvent" w
         SET lease = ${randomUUID()}::uuid, attempts = w.attempts + 1,
             "leasedUntil" = statement_timestamp() + make_interval(secs => ${LEASE_S})
        FROM due WHERE w.shop = due.shop AND w.topic = due.topic AND w."eventId" = due."eventId"
      RETURNING w.shop, w.topic, w."eventId", w."triggeredAt", w."sealedPayload", w."failingSince", w.lease,
                statement_timestamp() AS now`;
  }

  /** It is worked off: what it said is forgotten, and that it came is known for a while. */
  async done({ shop, topic, eventId, lease }: LeasedEvent): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE "WebhookEvent" SET "doneAt" = statement_timestamp(), "sealedPayload" = NULL, "dueAt" = NULL,
             lease = NULL, "leasedUntil" = NULL, "failingSince" = NULL
       WHERE shop = ${shop} AND topic = ${topic} AND "eventId" = ${eventId} AND lease = ${lease}::uuid`;
  }

  /** It came to nothing. `dueInMs` null: it is parked, and tried no more by itself. */
  async failed({ shop, topic, eventId, lease }: LeasedEvent, dueInMs: number | null): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE "WebhookEvent" SET "dueAt" = statement_timestamp() + ${dueInMs}::float8 * interval '1 millisecond',
             lease = NULL, "leasedUntil" = NULL, "failingSince" = coalesce("failingSince", statement_timestamp())
       WHERE shop = ${shop} AND topic = ${topic} AND "eventId" = ${eventId} AND lease = ${lease}::uuid`;
  }

  /**
   * Takes events of these topics whose body is meant as worked off, unless a worker has them just now; how many. Opens every body of the
   * shop's that is still kept: few are, for each is emptied once it is worked off.
   */
  async forget(shop: string, topics: readonly string[], isMeant: (body: string) => boolean): Promise<number> {
    const kept = await this.#prisma.webhookEvent.findMany({
      where: { shop, topic: { in: [...topics] }, sealedPayload: { not: null } },
      select: { shop: true, topic: true, eventId: true, sealedPayload: true },
    });
    let forgotten = 0;
    for (const { sealedPayload, ...key } of kept) {
      if (sealedPayload === null || !isMeant(this.#seal.open(sealedPayload, payloadPlace(key)))) continue;
      forgotten += await this.#prisma.$executeRaw`
        UPDATE "WebhookEvent" SET "doneAt" = statement_timestamp(), "sealedPayload" = NULL, "dueAt" = NULL, "failingSince" = NULL
         WHERE shop = ${key.shop} AND topic = ${key.topic} AND "eventId" = ${key.eventId} AND "sealedPayload" IS NOT NULL
           AND ("leasedUntil" IS NULL OR "leasedUntil" <= statement_timestamp())`;
    }
    return forgotten;
  }

  /** Forgets events that were worked off a week ago, and what was parked a month ago; a few thousand at a time. */
  async sweep(): Promise<void> {
    await this.#prisma.$executeRaw`
      DELETE FROM "WebhookEvent" WHERE (shop, topic, "eventId") IN (
        SELECT shop, topic, "eventId" FROM "WebhookEvent"
         WHERE "receivedAt" < statement_timestamp() - make_interval(days => ${DONE_DAYS}) AND "dueAt" IS NULL
           AND ("doneAt" IS NOT NULL OR "receivedAt" < statement_timestamp() - make_interval(days => ${PARKED_DAYS}))
         ORDER BY "receivedAt" LIMIT ${SWEPT_AT_ONCE}::int)`;
  }
}
