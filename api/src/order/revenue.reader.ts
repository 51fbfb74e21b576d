import { Prisma, type PrismaClient } from '../../../prisma/client/client.ts';
import { type Money, money } from '../catalog/money.type.ts';
import type { CampaignRevenue, RevenueOfCampaign, ShopRevenue } from './revenue.type.ts';

/** What the orders of one campaign brought by one way in. */
interface WayRow {
  readonly campaignId: string;
  readonly accessCodeId: string | null;
  readonly secretLinkId: string | null;
  readonly name: string | null;
  readonly orders: number;
  readonly amount: Prisma.Decimal;
}

/** What the orders of one campaign brought. */
interface CampaignRow {
  readonly campaignId: string;
  readonly name: string;
  readonly orders: number;
  readonly amount: Prisma.Decimal;
}

/** The most campaigns that are told one by one. */
const MOST_CAMPAIGNS = 100;

interface Takings {
  readonly orders: number;
  readonly amount: Money;
}

/** What campaigns brought in. */
export class RevenueReader {
  readonly #prisma: PrismaClient;
  readonly #canReadOrders: (shop: string) => Promise<boolean>;

  /** `canReadOrders`: whether the shop has granted `read_orders`. */
  constructor(prisma: PrismaClient, canReadOrders: (shop: string) => Promise<boolean>) {
    this.#prisma = prisma;
    this.#canReadOrders = canReadOrders;
  }

  /** For each of the campaigns, in their order; null where the shop lets nobody read orders. */
  async ofCampaigns(shop: string, ids: readonly string[]): Promise<(CampaignRevenue | null)[]> {
    if (!(await this.#canReadOrders(shop))) return ids.map(() => null);
    const { currencyCode } = await this.#prisma.shop.findUniqueOrThrow({ where: { domain: shop } });
    const ways = Map.groupBy(await this.#ways(shop, currencyCode, ids), ({ campaignId }) => campaignId);
    return ids.map((id) => revenueOf(ways.get(id) ?? [], currencyCode));
  }

  /** All campaigns together, and each; null where the shop lets nobody read orders. */
  async ofShop(shop: string): Promise<ShopRevenue | null> {
    if (!(await this.#canReadOrders(shop))) return null;
    const { currencyCode } = await this.#prisma.shop.findUniqueOrThrow({ where: { domain: shop } });
    const rows = await this.#campaigns(shop, currencyCode);
    const byCampaign = rows.slice(0, MOST_CAMPAIGNS).map(({ amount, ...row }): RevenueOfCampaign => {
      return { ...row, amount: money(amount, currencyCode) };
    });
    return { ...sumUp(rows, currencyCode), byCampaign };
  }

  /** The highest amount first. Prisma has no word for a sum over some of the rows that are counted. */
  #campaigns(shop: string, currencyCode: string): Promise<CampaignRow[]> {
    return this.#prisma.$queryRaw<CampaignRow[]>`
      SELECT o."campaignId", e.name, count(*)::int AS orders,
             coalesce(sum(o.amount) FILTER (WHERE o."currencyCode" = ${currencyCode}), 0) AS amount
        FROM "CampaignOrder" o JOIN "EarlyAccessCampaign" e ON e.shop = o.shop AND e.id = o."campaignId"
       WHERE o.shop = ${shop}
       GROUP BY o."campaignId", e.name
       ORDER BY amount DESC, orders DESC`;
  }

  /** The highest amount first. Prisma has no word for a sum over some of the rows that are counted. */
  #ways(shop: string, currencyCode: string, ids: readonly string[]): Promise<WayRow[]> {
    return this.#prisma.$queryRaw<WayRow[]>`
      SELECT o."campaignId", o."accessCodeId", o."secretLinkId", coalesce(c.name, l.name) AS name, count(*)::int AS orders,
             coalesce(sum(o.amount) FILTER (WHERE o."currencyCode" = ${currencyCode}), 0) AS amount
        FROM "CampaignOrder" o
        LEFT JOIN "AccessCode" c ON c.shop = o.shop AND c.id = o."accessCodeId"
        LEFT JOIN "SecretLink" l ON l.shop = o.shop AND l.id = o."secretLinkId"
       WHERE o.shop = ${shop} AND o."campaignId" = ANY (${ids}::uuid[])
       GROUP BY o."campaignId", o."accessCodeId", o."secretLinkId", c.name, l.name
       ORDER BY amount DESC, orders DESC`;
  }
}

function revenueOf(ways: readonly WayRow[], currencyCode: string): CampaignRevenue {
  const takings = (some: readonly WayRow[]) => sumUp(some, currencyCode);
  return {
    ...takings(ways),
    byAccessCode: ways.flatMap((way) =>
      way.accessCodeId === null ? [] : { ...takings([way]), accessCodeId: way.accessCodeId, name: way.name },
    ),
    bySecretLink: ways.flatMap((way) =>
      way.secretLinkId === null ? [] : { ...takings([way]), secretLinkId: way.secretLinkId, name: way.name },
    ),
    byEmail: takings(ways.filter((way) => way.accessCodeId === null && way.secretLinkId === null)),
  };
}

function sumUp(ways: readonly Pick<WayRow, 'orders' | 'amount'>[], currencyCode: string): Takings {
  const amount = ways.reduce((sum, way) => sum.plus(way.amount), new Prisma.Decimal(0));
  return { orders: ways.reduce((count, way) => count + way.orders, 0), amount: money(amount, currencyCode) };
}
