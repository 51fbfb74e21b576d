import { v7 as uuidv7 } from 'uuid';
import type {
  Prisma,
  PrismaClient,
  ProductStatus,
  UnlistingEvent,
  UnlistingPhase,
} from '../../../prisma/client/client.ts';
import { holdTurn, type UnlistingTurn } from './unlisting-turn.store.ts';
import { wantedProducts } from './unlisting-wish.ts';

/** A product about which something may have to be done. */
export interface DueUnlisting {
  readonly productId: string;
  readonly phase: UnlistingPhase;
  readonly statusBefore: ProductStatus | null;
  readonly campaignIds: readonly string[];
  readonly failures: number;
  /** What the catalog says now. */
  readonly catalogStatus: ProductStatus | null;
  /** Whether any campaign wants it hidden now. */
  readonly isWanted: boolean;
}

/** What is written down of a product, all of it or nothing. */
export interface UnlistingChange {
  /** How it stands from now on; null: it is no longer our matter. */
  readonly row: UnlistingRow | null;
  /** What happened, for the journal; null: nothing that is not there already. */
  readonly entry: UnlistingNote | null;
}

export interface UnlistingRow {
  readonly phase: UnlistingPhase;
  readonly statusBefore: ProductStatus | null;
  readonly failures: number;
  readonly detail: string | null;
  /** In how many milliseconds something is to be done next; null: nothing is. */
  readonly dueInMs: number | null;
}

export interface UnlistingNote {
  readonly event: UnlistingEvent;
  readonly statusBefore: ProductStatus | null;
  readonly statusAfter: ProductStatus | null;
  readonly detail: string | null;
}

/** Which products are hidden on whose behalf, and the journal of it. */
export class UnlistingStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Takes up the products that are wanted hidden and are not yet known, and the campaigns that want what is hidden already. */
  plan(turn: UnlistingTurn): Promise<void> {
    return this.#prisma.$transaction(async (transaction) => {
      await holdTurn(transaction, turn);
      await noteFurtherCampaigns(transaction, turn.shop);
      // An upsert of many rows at once: Prisma has no word for it.
      await transaction.$executeRaw`
        INSERT INTO "Unlisting" AS known (shop, "productId", "campaignIds")
        SELECT shop, "productId", array_agg("campaignId") FROM (${wantedProducts(turn.shop)}) wanted GROUP BY shop, "productId"
        ON CONFLICT (shop, "productId") DO UPDATE SET "campaignIds" =
          ARRAY(SELECT DISTINCT unnest(known."campaignIds" || excluded."campaignIds"))
         WHERE NOT excluded."campaignIds" <@ known."campaignIds"`;
    });
  }

  /** Products about which something may have to be done, those to be put back first. */
  due(shop: string, most: number): Promise<DueUnlisting[]> {
    return this.#prisma.$queryRaw<DueUnlisting[]>`
      SELECT u."productId", u.phase, u."statusBefore", u."campaignIds", u.failures, p.status AS "catalogStatus",
             w."productId" IS NOT NULL AS "isWanted"
        FROM "Unlisting" u
        LEFT JOIN "Product" p ON p.shop = u.shop AND p.id = u."productId"
        LEFT JOIN (SELECT DISTINCT "productId" FROM (${wantedProducts(shop)}) all_wanted) w ON w."productId" = u."productId"
       WHERE u.shop = ${shop} AND (u."dueAt" <= statement_timestamp()
          OR (u."dueAt" IS NULL AND (w."productId" IS NULL OR p.status IS DISTINCT FROM u."catalogStatus")))
       ORDER BY w."productId" IS NOT NULL, u."productId" LIMIT ${most}::int`;
  }

  /** Writes a change down with its entry, as long as it is this process's turn. Throws `TurnLost`. */
  write(turn: UnlistingTurn, unlisting: DueUnlisting, { row, entry }: UnlistingChange): Promise<void> {
    const { shop } = turn;
    const { productId } = unlisting;
    return this.#prisma.$transaction(async (transaction) => {
      await holdTurn(transaction, turn);
      if (row === null) await transaction.unlisting.deleteMany({ where: { shop, productId } });
      else await saveRow(transaction, { shop, ...unlisting }, row);
      if (entry === null) return;
      const campaignIds = [...unlisting.campaignIds];
      await transaction.unlistingEntry.create({ data: { shop, id: uuidv7(), productId, campaignIds, ...entry } });
    });
  }
}

/** By the database's clock, for which Prisma has no word. */
async function saveRow(
  transaction: Prisma.TransactionClient,
  { shop, productId, catalogStatus }: DueUnlisting & { readonly shop: string },
  { phase, statusBefore, failures, detail, dueInMs }: UnlistingRow,
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "Unlisting" SET phase = ${phase}::"UnlistingPhase", "statusBefore" = ${statusBefore}::"ProductStatus",
           "catalogStatus" = ${catalogStatus}::"ProductStatus", failures = ${failures}, detail = ${detail},
           "dueAt" = statement_timestamp() + ${dueInMs}::float8 * interval '1 millisecond'
     WHERE shop = ${shop} AND "productId" = ${productId}`;
}

/** A campaign that wants what is hidden already finds it in its own journal too. */
async function noteFurtherCampaigns(transaction: Prisma.TransactionClient, shop: string): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "UnlistingEntry" (shop, id, "productId", "campaignIds", event, "statusBefore", "statusAfter", detail)
    SELECT u.shop, gen_random_uuid(), u."productId", array_agg(w."campaignId"), 'HIDDEN', u."statusBefore", 'UNLISTED',
           'Another campaign had hidden it already.'
      FROM (${wantedProducts(shop)}) w JOIN "Unlisting" u ON u.shop = w.shop AND u."productId" = w."productId"
     WHERE u.phase = 'HIDDEN' AND NOT w."campaignId" = ANY (u."campaignIds")
     GROUP BY u.shop, u."productId"`;
}
