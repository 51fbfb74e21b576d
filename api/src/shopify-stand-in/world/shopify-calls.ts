import type { FaultDoor } from './shopify-faults.ts';

/** A call that came in. It holds neither token nor secret. */
export interface ShopifyCall {
  readonly door: FaultDoor;
  readonly shop: string;
  /** Of an Admin operation its name and its root fields; of a token call its grant. */
  readonly operations: readonly string[];
  readonly status: number;
  /** Points that it really cost; 0 for other doors. */
  readonly cost: number;
  readonly at: number;
}

/** How many calls are remembered; counts go on. */
const KEPT = 2000;

/** What came in, and what must not have. */
export class ShopifyCalls {
  private kept: ShopifyCall[] = [];
  /** Fields that were asked for and that the stand-in has no answer to, such as `Product.seo`. Write one, or do not ask. */
  readonly gaps = new Set<string>();
  /** Operations that Shopify's schema refuses, and webhooks answered wrongly: what a right app never does. */
  violations: string[] = [];

  add(call: ShopifyCall): void {
    this.kept.push(call);
    if (this.kept.length > KEPT) this.kept.shift();
  }

  /** Calls so far, at one door and of one operation where they are named. */
  list({
    door,
    operation,
    shop,
  }: {
    door?: FaultDoor;
    operation?: string;
    shop?: string;
  } = {}): readonly ShopifyCall[] {
    return this.kept.filter(
      (call) =>
        (door === undefined || call.door === door) &&
        (shop === undefined || call.shop === shop) &&
        (operation === undefined || call.operations.includes(operation)),
    );
  }

  forget(): void {
    this.kept = [];
    this.gaps.clear();
    this.violations = [];
  }
}
