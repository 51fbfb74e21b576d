import type { PrismaClient } from '../../../prisma/client/client.ts';
import { AccessType } from '../campaign/access-type.ts';
import type { EarlyAccessCampaign } from '../campaign/campaign.type.ts';
import type { CheckoutGateStore } from './checkout-gate.store.ts';
import { isRunning } from './desired-checkout.ts';
import {
  type CheckoutStanding,
  type Enforcement,
  type EnforcementFacts,
  gradeEnforcement,
  type ShopifyPlan,
} from './enforcement.ts';
import { shortId } from './short-id.ts';

export interface EnforcementReaderParts {
  readonly prisma: PrismaClient;
  readonly store: CheckoutGateStore;
  /** The shop's plan at Shopify; null in standalone mode. */
  readonly planOf: (shop: string) => Promise<ShopifyPlan | null>;
}

/** Reads what a campaign's grade is derived from. */
export class EnforcementReader {
  readonly #prisma: PrismaClient;
  readonly #store: CheckoutGateStore;
  readonly #planOf: EnforcementReaderParts['planOf'];

  constructor({ prisma, store, planOf }: EnforcementReaderParts) {
    this.#prisma = prisma;
    this.#store = store;
    this.#planOf = planOf;
  }

  /** Four statements. */
  async of(campaign: EarlyAccessCampaign): Promise<Enforcement> {
    const [plan, goods, checkout] = await Promise.all([
      this.#planOf(campaign.shop),
      this.#goods(campaign),
      this.#standing(campaign),
    ]);
    const { enforcesAtCheckout: isAsked, mostPiecesPerOrder, accessType } = campaign;
    const isPersonal = accessType === AccessType.EMAIL_SIGNUP;
    const running = isRunning(campaign, new Date());
    return gradeEnforcement({ plan, isAsked, isRunning: running, goods, isPersonal, mostPiecesPerOrder, checkout });
  }

  /** Raw, because Prisma counts no groups over two ways to a product. */
  async #goods({ shop, productIds, collectionIds }: EarlyAccessCampaign): Promise<EnforcementFacts['goods']> {
    const rows = await this.#prisma.$queryRaw<{ status: string; count: number }[]>`
      SELECT p.status::text, count(*)::int FROM "Product" p
       WHERE p.shop = ${shop} AND (p.id = ANY(${productIds}) OR EXISTS (
         SELECT 1 FROM "CollectionMembership" m
          WHERE m.shop = p.shop AND m."productId" = p.id AND m."collectionId" = ANY(${collectionIds})))
       GROUP BY p.status`;
    const countOf = (status: string) => rows.find((row) => row.status === status)?.count ?? 0;
    return {
      listed: countOf('ACTIVE'),
      unlisted: countOf('UNLISTED'),
      notForSale: countOf('DRAFT') + countOf('ARCHIVED'),
    };
  }

  async #standing({ shop, id }: EarlyAccessCampaign): Promise<CheckoutStanding> {
    const [row, marks] = await Promise.all([this.#store.find(shop), this.#store.marks(shop)]);
    const ours = [...marks.values()].filter((gate) => gate.split(' ').includes(shortId(id)));
    return {
      isTold: row?.configDigest != null,
      problem: row?.problem ?? null,
      marked: ours.length,
      isLeftOut: row?.leftOut.includes(id) ?? false,
      revokedLeftOut: row?.revokedLeftOut ?? 0,
    };
  }
}
