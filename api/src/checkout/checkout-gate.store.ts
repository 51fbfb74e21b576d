import type { CheckoutGate, PrismaClient } from '../../../prisma/client/client.ts';
import { LEAD_MS } from './desired-checkout.ts';
import type { ProductMark } from './shopify-checkout.ts';

export type GateRow = CheckoutGate;

/** The mark of a product of which it is not known: it is sent again, or taken off, whatever became of it. */
export const UNDER_WAY = '';

/** Longer than telling Shopify about 250 products takes. */
const LEASE_SECONDS = 120;

/** Keeps how each shop's checkout stands. */
export class CheckoutGateStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Shops in which something may have to be done: a campaign is enforced now or soon, or something of ours is there. Of those that have the app, by the database's clock. */
  async due(): Promise<string[]> {
    const rows = await this.#prisma.$queryRaw<{ shop: string }[]>`
      SELECT shop FROM (
        SELECT shop FROM "EarlyAccessCampaign"
         WHERE "enforcesAtCheckout" AND "isActive" AND ("endsAt" IS NULL OR "endsAt" > statement_timestamp())
           AND ("startsAt" IS NULL OR "startsAt" <= statement_timestamp() + ${LEAD_MS} * interval '1 ms')
         UNION
        SELECT shop FROM "CheckoutGate" WHERE "validationId" IS NOT NULL
         UNION
        SELECT shop FROM "CheckoutProduct"
      ) wanted
       WHERE EXISTS (
        SELECT 1 FROM "Shop" s
         WHERE s.domain = wanted.shop AND s."installedAt" IS NOT NULL AND s."uninstalledAt" IS NULL)
       AND NOT EXISTS (
        SELECT 1 FROM "CheckoutGate" g WHERE g.shop = wanted.shop
           AND (g."retryAt" > statement_timestamp() OR g."leasedUntil" > statement_timestamp()))`;
    return rows.map(({ shop }) => shop);
  }

  /** Takes a shop for this process alone; null when another one has it. Prisma has no word for the condition. */
  async lease(shop: string): Promise<GateRow | null> {
    const rows = await this.#prisma.$queryRaw<GateRow[]>`
      INSERT INTO "CheckoutGate" AS known (shop, "leasedUntil")
      VALUES (${shop}, statement_timestamp() + ${LEASE_SECONDS} * interval '1 second')
      ON CONFLICT (shop) DO UPDATE SET "leasedUntil" = excluded."leasedUntil"
       WHERE known."leasedUntil" IS NULL OR known."leasedUntil" <= statement_timestamp()
      RETURNING *`;
    return rows[0] ?? null;
  }

  async change(shop: string, change: Partial<Omit<GateRow, 'shop'>>): Promise<void> {
    await this.#prisma.checkoutGate.updateMany({ where: { shop }, data: change });
  }

  async find(shop: string): Promise<GateRow | null> {
    return this.#prisma.checkoutGate.findUnique({ where: { shop } });
  }

  /** The products that carry a mark of ours, as far as we know. */
  async marks(shop: string): Promise<Map<string, string>> {
    const rows = await this.#prisma.checkoutProduct.findMany({ where: { shop } });
    return new Map(rows.map(({ productId, gate }) => [productId, gate]));
  }

  /** Notes that products are about to be marked: a mark that was set before a crash must be found to be taken off. One statement for all. */
  async noteMarks(shop: string, marks: readonly ProductMark[]): Promise<void> {
    await this.#prisma.$executeRaw`
      INSERT INTO "CheckoutProduct" (shop, "productId", gate)
      SELECT ${shop}, * FROM unnest(${marks.map(({ productId }) => productId)}::text[], ${marks.map(({ gate }) => gate)}::text[])
      ON CONFLICT (shop, "productId") DO UPDATE SET gate = excluded.gate`;
  }

  async forgetMarks(shop: string, productIds: readonly string[]): Promise<void> {
    await this.#prisma.checkoutProduct.deleteMany({ where: { shop, productId: { in: [...productIds] } } });
  }

  /**
   * The app was uninstalled at that time: Shopify took its validation away. Whether it took the marks too is not known: should the app
   * come back, each is set or taken off anew. What was written since then stands, for it was written after coming back.
   */
  async forgetStanding(shop: string, uninstalledAt: Date): Promise<void> {
    const before = [{ writtenAt: null }, { writtenAt: { lt: uninstalledAt } }];
    await this.#prisma.checkoutGate.updateMany({
      where: { shop, OR: before },
      data: { validationId: null, configDigest: null, writtenAt: null },
    });
    await this.#prisma.checkoutProduct.updateMany({ where: { shop }, data: { gate: UNDER_WAY } });
  }
}
