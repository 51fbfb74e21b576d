import type { CheckoutProblem } from '../../../prisma/client/enums.ts';
import { EnforcementCode, type EnforcementFact, products } from './enforcement-fact.ts';

/** How strongly a campaign's products are kept for its passes. */
export enum EnforcementGrade {
  BLOCKED = 'BLOCKED',
  PARTLY_BLOCKED = 'PARTLY_BLOCKED',
  HIDDEN = 'HIDDEN',
  OPEN = 'OPEN',
}

/** What is blocked, what is only hidden, what stays open, and why. */
export interface Enforcement {
  readonly grade: EnforcementGrade;
  readonly blocked: readonly EnforcementFact[];
  readonly hiddenOnly: readonly EnforcementFact[];
  readonly open: readonly EnforcementFact[];
  readonly why: readonly EnforcementFact[];
}

/** What a shop pays Shopify for, as far as it is known. */
export interface ShopifyPlan {
  /** As Shopify names it, such as `Basic`; null: not known. */
  readonly name: string | null;
  readonly isPlus: boolean;
}

/** What the grade is derived from. */
export interface EnforcementFacts {
  /** Null in standalone mode. */
  readonly plan: ShopifyPlan | null;
  /** Whether the campaign asks checkout to enforce it. */
  readonly isAsked: boolean;
  readonly isRunning: boolean;
  /** Its products, by what Shopify does with them. */
  readonly goods: { readonly listed: number; readonly unlisted: number; readonly notForSale: number };
  /** Whether its passes belong to e-mail addresses alone. */
  readonly isPersonal: boolean;
  readonly mostPiecesPerOrder: number | null;
  /** How the shop's checkout stands. */
  readonly checkout: CheckoutStanding;
}

/** What Shopify was told, and what hinders it. */
export interface CheckoutStanding {
  readonly isTold: boolean;
  readonly problem: CheckoutProblem | null;
  /** How many of the campaign's products are sold to passes only. */
  readonly marked: number;
  /** Whether the campaign found no room beside the shop's others. */
  readonly isLeftOut: boolean;
  /** How many revocations found no room. */
  readonly revokedLeftOut: number;
}

/** Says it as it is: what is not known to be blocked is not called blocked. Pure. */
export function gradeEnforcement(facts: EnforcementFacts): Enforcement {
  const { listed, unlisted } = facts.goods;
  const forSale = listed + unlisted;
  const blocked = blockedAtCheckout(facts);
  return {
    grade: gradeOf(blocked, facts.goods),
    blocked: [...checkoutFacts(blocked), ...notForSaleFacts(facts.goods.notForSale)],
    hiddenOnly: blocked >= forSale && forSale > 0 ? [] : hiddenFacts(unlisted),
    open: blocked > 0 ? openBesideCheckout(facts, forSale - blocked) : listedFacts(facts),
    why: whyFacts(facts, blocked),
  };
}

function blockedAtCheckout({ plan, isAsked, isRunning, checkout, goods }: EnforcementFacts): number {
  const { isTold, problem, isLeftOut, marked } = checkout;
  // What Shopify was told stays true while it cannot be reached.
  const stands = isTold && !isLeftOut && (problem === null || problem === 'UNREACHABLE');
  return plan !== null && isAsked && isRunning && stands ? Math.min(marked, goods.listed + goods.unlisted) : 0;
}

function gradeOf(blocked: number, { listed, unlisted }: EnforcementFacts['goods']): EnforcementGrade {
  if (blocked > 0) return blocked >= listed + unlisted ? EnforcementGrade.BLOCKED : EnforcementGrade.PARTLY_BLOCKED;
  return listed === 0 && unlisted > 0 ? EnforcementGrade.HIDDEN : EnforcementGrade.OPEN;
}

function checkoutFacts(blocked: number): EnforcementFact[] {
  if (blocked === 0) return [];
  const where =
    'The online checkout, Shop Pay, PayPal, Apple Pay and Google Pay included, and carts of custom storefronts';
  return [fact('CHECKOUT', `${where} sell ${products(blocked)} to who has a pass, and to nobody else.`)];
}

function notForSaleFacts(count: number): EnforcementFact[] {
  if (count === 0) return [];
  return [
    fact(
      'NOT_FOR_SALE',
      `Nobody can buy ${products(count)}, with a pass or without: in Shopify they are drafts or archived.`,
    ),
  ];
}

function hiddenFacts(unlisted: number): EnforcementFact[] {
  const gate = fact(
    'GATE',
    'The gate shows its products only to who has a pass. It is a curtain: who knows a product’s address needs no gate.',
  );
  if (unlisted === 0) return [gate];
  const where = 'out of the store’s search, collections and recommendations';
  return [fact('UNLISTED', `Unlisted keeps ${products(unlisted)} ${where}. Who has the address can buy them.`), gate];
}

function listedFacts({ plan, goods: { listed } }: EnforcementFacts): EnforcementFact[] {
  if (listed === 0) return [];
  const where = plan === null ? 'wherever you sell them' : 'in your store';
  return [fact('LISTED', `Everybody can find and buy ${products(listed)} ${where}.`)];
}

function openBesideCheckout(facts: EnforcementFacts, left: number): EnforcementFact[] {
  const { isPersonal, mostPiecesPerOrder, checkout } = facts;
  return [
    ...(left > 0
      ? [fact('LISTED', `Checkout has not been told of ${products(left)} yet: everybody can buy them.`)]
      : []),
    fact('POINT_OF_SALE', 'Shopify POS sells to anybody: no checkout rule reaches it.'),
    fact('DRAFT_ORDERS', 'Your staff can sell to anybody by a draft order.'),
    fact('OTHER_APPS', 'Other apps that make orders by themselves are not asked for a pass.'),
    ...(isPersonal
      ? []
      : [
          fact(
            'SHARED_PASS',
            'A pass that came by a password or a link belongs to whoever has it: it can be handed on.',
          ),
        ]),
    ...(mostPiecesPerOrder === null
      ? []
      : [
          fact(
            'SEVERAL_ORDERS',
            `The limit of ${mostPiecesPerOrder} counts within one order: who orders twice gets it twice.`,
          ),
        ]),
    ...revokedFacts(checkout.revokedLeftOut),
  ];
}

function revokedFacts(count: number): EnforcementFact[] {
  if (count === 0) return [];
  const remedy = 'Revoke all passes of the campaign to end them.';
  return [
    fact(
      'REVOKED_PASSES',
      `The oldest ${count} of what you revoked one by one still buy: checkout can remember 100. ${remedy}`,
    ),
  ];
}

function whyFacts(facts: EnforcementFacts, blocked: number): EnforcementFact[] {
  const { plan, isAsked, isRunning, goods, checkout } = facts;
  if (plan === null)
    return [
      fact('STANDALONE', 'This shop is not connected to Shopify, so there is no checkout that could ask for a pass.'),
    ];
  if (!isAsked) return [fact('NOT_ASKED', 'This campaign does not ask checkout for passes.'), ...planFacts(plan)];
  if (goods.listed + goods.unlisted === 0)
    return [fact('NO_PRODUCTS', 'It has no products that are for sale in Shopify.')];
  if (checkout.problem !== null) return [problemFact(checkout.problem), ...planFacts(plan)];
  if (!isRunning)
    return [
      fact(
        'NOT_RUNNING',
        'Checkout asks for passes while the campaign runs. Before and after, what is on sale is on sale; make it a draft until then to keep it from everybody.',
      ),
    ];
  if (checkout.isLeftOut)
    return [
      fact(
        'NO_ROOM',
        'Too many campaigns are enforced at once in this shop: this one has to wait until another one ends. Shorter words for checkout make room.',
      ),
    ];
  if (blocked === 0) return [fact('NOT_YET', 'Shopify is being told just now. It takes about a minute.')];
  return [
    fact(
      'FAILS_CLOSED',
      'If our rule should fail at Shopify, nobody can check out until it works again: nothing is sold past it.',
    ),
  ];
}

function planFacts({ name, isPlus }: ShopifyPlan): EnforcementFact[] {
  if (isPlus) return [];
  const plan = name === null ? '' : `This store is on the plan ${name}. `;
  return [
    fact(
      'PLAN',
      `${plan}Below Plus, Shopify runs checkout rules of apps from its App Store only; rules of a custom app need Plus.`,
    ),
  ];
}

function problemFact(problem: CheckoutProblem): EnforcementFact {
  return fact(problem, PROBLEMS[problem]);
}

const PROBLEMS: Readonly<Record<CheckoutProblem, string>> = {
  PLUS_ONLY: 'Shopify refused our checkout rule: it runs rules of a custom app in Plus stores only.',
  TOO_MANY_VALIDATIONS:
    'This store has 25 checkout rules already, which is as many as Shopify allows. Remove one in Shopify under Settings, Checkout.',
  FUNCTION_MISSING: 'Our checkout rule has not been deployed to Shopify with this app: run `shopify app deploy`.',
  SCOPE_MISSING:
    'This app may not write checkout rules or products in this store: open it in Shopify and accept what it asks for.',
  SWITCHED_OFF: 'Our checkout rule is switched off in Shopify. Switch “VIP Early Access” on under Settings, Checkout.',
  REFUSED: 'Shopify refused our checkout rule. It is tried again every quarter of an hour.',
  UNREACHABLE: 'Shopify cannot be reached just now. What it was told before stands; the rest follows.',
};

function fact(code: keyof typeof EnforcementCode, text: string): EnforcementFact {
  return { code: EnforcementCode[code], text };
}
