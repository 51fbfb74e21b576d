import type { CheckoutKey } from './checkout-key.ts';
import { shortId } from './short-id.ts';

/** A campaign that is open at checkout now. */
export interface OpenAtCheckout {
  readonly campaignId: string;
  readonly key: CheckoutKey;
  /** What the merchant says to who has no pass; null: the function's own words in the shopper's language. */
  readonly message: string | null;
}

/** What the function must know of a shop. */
export interface GateConfigFacts {
  /** In the order in which they are let in while there is room. */
  readonly campaigns: readonly OpenAtCheckout[];
  /** Ids of passes, codes and links that were revoked one by one, newest first. */
  readonly revoked: readonly string[];
}

/** The value of the validation's metafield, and what found no room in it. */
export interface GateConfig {
  /** Without the clock: equal for equal facts. */
  readonly content: { readonly campaigns: readonly object[]; readonly revoked: readonly string[] };
  /** Campaigns that are not in it, by their ids. */
  readonly leftOut: readonly string[];
  /** How many revocations are not in it. */
  readonly revokedLeftOut: number;
}

/** Where both metafields stand: in the namespace that Shopify reserves for the app, without access from storefronts. */
export const GATE_METAFIELD = { namespace: '$app', key: 'vip_gate' } as const;

/** Shopify gives a function no metafield of more than 10,000 bytes. 98 campaigns without own words fit at once, 28 with 200 letters each, 12 with 200 Japanese ones. */
export const CONFIG_BYTES = { all: 9_900, revoked: 1_100 };
const CLOCK_BYTES = 60;

/** Packs the facts, as many as fit. A campaign that does not fit must not gate its products: nobody could buy them. */
export function packGateConfig({ campaigns, revoked }: GateConfigFacts): GateConfig {
  const room = { campaigns: CONFIG_BYTES.all - CONFIG_BYTES.revoked - CLOCK_BYTES, revoked: CONFIG_BYTES.revoked };
  const [fitting, others] = fit(campaigns, room.campaigns, packed);
  const [kept, late] = fit(revoked, room.revoked, shortId);
  return {
    content: { campaigns: fitting.map(packed), revoked: kept.map(shortId) },
    leftOut: others.map(({ campaignId }) => campaignId),
    revokedLeftOut: late.length,
  };
}

/** The metafield's value at an instant: it is the only clock that the function has. */
export function gateConfigText({ content }: GateConfig, instant: Date): string {
  return JSON.stringify({ now: Math.floor(instant.getTime() / 60_000), ...content });
}

/** The value of a gated product's metafield: by which campaigns it can be bought. */
export function productGateText(campaignIds: readonly string[]): string {
  return campaignIds.map(shortId).toSorted().join(' ');
}

function packed({ campaignId, key, message }: OpenAtCheckout): object {
  const own = message === null ? {} : { message };
  return { id: shortId(campaignId), keyId: key.id, key: Buffer.from(key.key).toString('base64url'), ...own };
}

/** The first ones that fit into the bytes, and the others. */
function fit<Item>(items: readonly Item[], bytes: number, pack: (item: Item) => unknown): [Item[], Item[]] {
  let left = bytes;
  const fits = (item: Item) => {
    left -= Buffer.byteLength(JSON.stringify(pack(item))) + 1;
    return left >= 0;
  };
  const end = items.findIndex((item) => !fits(item));
  return end < 0 ? [[...items], []] : [items.slice(0, end), items.slice(end)];
}
