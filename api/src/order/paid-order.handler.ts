import type { WebhookEvent } from '../webhook/webhook-event.ts';
import type { CampaignOrderStore } from './campaign-order.store.ts';
import { type CarriedPasses, type PassOrigin, shareOut } from './order-shares.ts';
import { type PaidOrder, readPaidOrder } from './paid-order.ts';

/** A way in which a cart or a line carries that somebody got through a gate. */
export interface PassCarrier {
  /** The attribute's or property's name, such as `_vip_pass`. */
  readonly name: string;
  /** The id of the pass behind what it says, for attribution alone: an expired one has its id as well. Null: we never gave such a thing. */
  readonly passIdOf: (text: string) => Promise<string | null>;
}

/** Notes what paid orders brought to campaigns. */
export class PaidOrderHandler {
  readonly #store: CampaignOrderStore;
  readonly #carriers: readonly PassCarrier[];

  constructor(store: CampaignOrderStore, carriers: readonly PassCarrier[]) {
    this.#store = store;
    this.#carriers = carriers;
  }

  /** Works `orders/paid` off, with the same end however often and in whatever order it comes. */
  async handle({ shop, payload, triggeredAt: paidAt }: WebhookEvent): Promise<void> {
    const order = readPaidOrder(payload);
    if (order === null) return;
    const passes = await this.#carried(shop, order);
    const shares = shareOut(order, passes);
    await this.#store.keep({ shop, orderId: order.id, currencyCode: order.currencyCode, paidAt, shares });
  }

  async #carried(shop: string, { attributes, lines }: PaidOrder): Promise<CarriedPasses> {
    const idOfCart = await this.#passIdIn(attributes);
    const idsOfLines = await Promise.all(lines.map(({ properties }) => this.#passIdIn(properties)));
    const origins = await this.#store.originsOf(
      shop,
      [idOfCart, ...idsOfLines].filter((id) => id !== null),
    );
    const originOf = (id: string | null) => (id === null ? null : (origins.get(id) ?? null));
    const ofCart = originOf(idOfCart);
    const behind = await this.#behindCartGate(shop, ofCart, lines);
    return { ofCart, ofLines: idsOfLines.map(originOf), isBehindCartGate: (id) => behind.has(id) };
  }

  async #behindCartGate(shop: string, ofCart: PassOrigin | null, lines: PaidOrder['lines']): Promise<Set<string>> {
    if (ofCart === null) return new Set();
    return this.#store.behindGate(
      shop,
      ofCart.campaignId,
      lines.flatMap(({ productId }) => productId ?? []),
    );
  }

  async #passIdIn(texts: ReadonlyMap<string, string>): Promise<string | null> {
    for (const { name, passIdOf } of this.#carriers) {
      const text = texts.get(name);
      const id = text === undefined ? null : await passIdOf(text);
      if (id !== null) return id;
    }
    return null;
  }
}
