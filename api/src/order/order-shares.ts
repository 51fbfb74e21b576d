import { Prisma } from '../../../prisma/client/client.ts';
import type { PaidOrder } from './paid-order.ts';

/** The place that a pass was given for: which campaign, and by which code or link; neither: by e-mail. */
export interface PassOrigin {
  readonly campaignId: string;
  readonly accessCodeId: string | null;
  readonly secretLinkId: string | null;
}

/** How much of an order is one campaign's. */
export interface OrderShare extends PassOrigin {
  readonly amount: Prisma.Decimal;
}

/** What an order carried. */
export interface CarriedPasses {
  /** Of the cart as a whole; null: none that we gave. */
  readonly ofCart: PassOrigin | null;
  /** Of each line, in their order. */
  readonly ofLines: readonly (PassOrigin | null)[];
  /** Whether a product stands behind the gate of the cart's campaign. */
  readonly isBehindCartGate: (productId: string) => boolean;
}

/**
 * Shares an order out among campaigns. A line that carries a pass counts for that pass's campaign; a line that carries none counts for the
 * campaign of the cart's pass, where its product stands behind that campaign's gate. What else was bought counts for nobody.
 * Each campaign comes once; where several of its passes were used, the first says by what.
 */
export function shareOut({ lines }: PaidOrder, { ofCart, ofLines, isBehindCartGate }: CarriedPasses): OrderShare[] {
  const shares = new Map<string, OrderShare>();
  lines.forEach(({ productId, amount }, place) => {
    const fromCart = productId !== null && isBehindCartGate(productId) ? ofCart : null;
    const origin = ofLines[place] ?? fromCart;
    if (origin === null) return;
    const known = shares.get(origin.campaignId) ?? { ...origin, amount: new Prisma.Decimal(0) };
    shares.set(origin.campaignId, { ...known, amount: known.amount.plus(amount) });
  });
  return [...shares.values()];
}
