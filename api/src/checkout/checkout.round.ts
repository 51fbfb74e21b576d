import { createHash } from 'node:crypto';
import type { Round } from '../platform/rounds.ts';
import { type CheckoutGateStore, type GateRow, UNDER_WAY } from './checkout-gate.store.ts';
import type { CheckoutKeys } from './checkout-key.ts';
import { hindranceOf } from './checkout-problem.ts';
import { type DesiredCheckout, desiredCheckout } from './desired-checkout.ts';
import type { EnforcedCampaignReader } from './enforced-campaign.reader.ts';
import { type GateConfig, gateConfigText } from './gate-config.ts';
import type { ShopifyCheckout } from './shopify-checkout.ts';

export interface CheckoutRoundParts {
  readonly store: CheckoutGateStore;
  readonly campaigns: EnforcedCampaignReader;
  readonly keys: CheckoutKeys;
  readonly checkout: ShopifyCheckout;
}

const EVERY_MS = 5_000;
/** So often the function's clock is set, and whether the validation still stands is seen. A pass may outlive its end by that much. */
const CLOCK_MS = 15 * 60_000;

/**
 * Brings the checkout of each shop to what its campaigns ask for. A key is there before the products are marked that need it, and goes
 * after them. Everything may be done twice.
 */
export class CheckoutRound implements Round {
  readonly name = 'checkout';
  readonly everyMs = EVERY_MS;
  readonly run = () => this.bringUp(new Date());
  readonly #parts: CheckoutRoundParts;

  constructor(parts: CheckoutRoundParts) {
    this.#parts = parts;
  }

  /** All shops that are due, one after the other; what hinders one does not hinder the others. */
  async bringUp(instant: Date): Promise<void> {
    for (const shop of await this.#parts.store.due()) {
      const row = await this.#parts.store.lease(shop);
      if (row !== null) await this.#settle(row, instant);
    }
  }

  async #settle(row: GateRow, instant: Date): Promise<void> {
    const { store } = this.#parts;
    try {
      await this.#bringUp(row, await this.#desired(row.shop, instant), instant);
      await store.change(row.shop, { retryAt: null });
    } catch (err) {
      const hindrance = hindranceOf(err);
      if (hindrance === null) throw err;
      const { problem, detail, retryMs } = hindrance;
      await store.change(row.shop, { problem, problemDetail: detail, retryAt: new Date(Date.now() + retryMs) });
    } finally {
      await store.change(row.shop, { leasedUntil: null });
    }
  }

  async #desired(shop: string, instant: Date): Promise<DesiredCheckout> {
    const { campaigns, keys } = this.#parts;
    const near = await campaigns.near(shop, instant);
    const ids = near.map(({ id }) => id);
    const revoked = ids.length === 0 ? [] : await campaigns.revoked(shop, ids);
    return desiredCheckout({ shop, campaigns: near, revoked }, keys, instant);
  }

  async #bringUp(row: GateRow, desired: DesiredCheckout, instant: Date): Promise<void> {
    const { shop } = row;
    const marks = await this.#parts.store.marks(shop);
    await this.#unmark(
      shop,
      [...marks.keys()].filter((productId) => !desired.marks.has(productId)),
    );
    if (!desired.isNeeded) return this.#leave(row);
    await this.#inform(row, desired.config, instant);
    await this.#mark(
      shop,
      [...desired.marks].filter(([productId, gate]) => marks.get(productId) !== gate),
    );
  }

  /** Nothing is enforced: a function that has nothing to do must not stand in anybody's checkout. */
  async #leave({ shop, validationId }: GateRow): Promise<void> {
    if (validationId !== null) await this.#parts.checkout.removeValidation(shop, validationId);
    const nothing = { validationId: null, configDigest: null, writtenAt: null, problem: null, problemDetail: null };
    await this.#parts.store.change(shop, { ...nothing, leftOut: [], revokedLeftOut: 0 });
  }

  async #inform(row: GateRow, config: GateConfig, instant: Date): Promise<void> {
    const { store, checkout } = this.#parts;
    const { shop } = row;
    const digest = new Uint8Array(createHash('sha256').update(JSON.stringify(config.content)).digest());
    if (isUpToDate(row, digest, instant)) return;
    const { id: validationId, isEnabled } = await checkout.ensureValidation(shop);
    await store.change(shop, { validationId });
    await checkout.writeConfig(shop, validationId, gateConfigText(config, instant));
    const { leftOut, revokedLeftOut } = config;
    await store.change(shop, {
      ...{ configDigest: digest, writtenAt: instant, leftOut: [...leftOut], revokedLeftOut },
      ...{ problem: isEnabled ? null : 'SWITCHED_OFF', problemDetail: null },
    });
  }

  async #mark(shop: string, wanted: readonly (readonly [string, string])[]): Promise<void> {
    const { store, checkout } = this.#parts;
    const marks = wanted.map(([productId, gate]) => ({ productId, gate }));
    if (marks.length === 0) return;
    await store.noteMarks(
      shop,
      marks.map(({ productId }) => ({ productId, gate: UNDER_WAY })),
    );
    for await (const marked of checkout.mark(shop, marks)) await store.noteMarks(shop, marked);
  }

  async #unmark(shop: string, productIds: readonly string[]): Promise<void> {
    for await (const unmarked of this.#parts.checkout.unmark(shop, productIds)) {
      await this.#parts.store.forgetMarks(shop, unmarked);
    }
  }
}

function isUpToDate({ validationId, configDigest, writtenAt }: GateRow, digest: Uint8Array, instant: Date): boolean {
  if (validationId === null || configDigest === null || writtenAt === null) return false;
  const age = instant.getTime() - writtenAt.getTime();
  return age < CLOCK_MS && Buffer.compare(configDigest, digest) === 0;
}
