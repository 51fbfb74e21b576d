import type { BulkOperation } from './bulk-operation.ts';
import { CostBucket } from './cost-bucket.ts';
import type { IdSequence } from './id-sequence.ts';
import { type CatalogEvent, ShopCatalog } from './shop-catalog.ts';
import { SHOP_PLANS, type ShopPlan, type ShopPlanName } from './shop-plan.ts';
import { type MetafieldDefinition, MetafieldShelf } from './stand-in-metafield.ts';
import type { StandInOrder } from './stand-in-order.ts';
import type { StandInValidation } from './stand-in-validation.ts';

/** A shop to make: what is absent is ordinary. */
export interface ShopWish {
  /** Such as `first-light.myshopify.com`. */
  readonly domain: string;
  readonly name?: string;
  readonly plan?: ShopPlanName;
  readonly currencyCode?: string;
  readonly ianaTimezone?: string;
}

/** That a shop has the app. */
export interface Installation {
  readonly id: string;
  /** The scopes that the merchant has granted. */
  scopes: readonly string[];
  readonly installedAt: number;
}

/** What a shop works with. */
export interface ShopSetting {
  readonly ids: IdSequence;
  readonly now: () => number;
  readonly happened: (event: CatalogEvent) => void;
}

/** A shop at Shopify's, with all that is in it. */
export class StandInShop {
  readonly kind = 'Shop';
  readonly id: string;
  readonly domain: string;
  name: string;
  plan: ShopPlan;
  currencyCode: string;
  ianaTimezone: string;
  readonly catalog: ShopCatalog;
  readonly bucket: CostBucket;
  readonly metafields: MetafieldShelf;
  readonly definitions: MetafieldDefinition[] = [];
  readonly validations = new Map<string, StandInValidation>();
  readonly bulkOperations: BulkOperation[] = [];
  readonly orders: StandInOrder[] = [];
  /** Null: the app is not installed. */
  installation: Installation | null = null;

  constructor(wish: ShopWish, { ids, now, happened }: ShopSetting) {
    this.id = ids.next();
    this.domain = wish.domain;
    this.name = wish.name ?? wish.domain.replace('.myshopify.com', '');
    this.plan = SHOP_PLANS[wish.plan ?? 'BASIC'];
    this.currencyCode = wish.currencyCode ?? 'USD';
    this.ianaTimezone = wish.ianaTimezone ?? 'Europe/Dublin';
    this.catalog = new ShopCatalog({ ids, now, happened });
    this.bucket = new CostBucket(this.plan.budget, now);
    this.metafields = new MetafieldShelf(ids);
  }
}
