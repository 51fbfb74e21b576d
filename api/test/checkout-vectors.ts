import type { HeldPass } from '../src/access-pass/access-pass.ts';
import type { CheckoutKeys } from '../src/checkout/checkout-key.ts';
import { createCheckoutKeys } from '../src/checkout/checkout-key.ts';
import { checkoutProof } from '../src/checkout/checkout-proof.ts';
import { type GateConfigFacts, gateConfigText, packGateConfig, productGateText } from '../src/checkout/gate-config.ts';
import { createSeal } from '../src/platform/seal.ts';

/** Why a checkout is refused; null: it is not. */
export type Refused = 'NO_PASS' | 'ENDED' | 'OTHER_PERSON' | 'NO_EMAIL' | 'TOO_MANY' | null;

/** One checkout as Shopify hands it to the function, and what the function has to say. */
export interface CheckoutVector {
  readonly name: string;
  readonly input: FunctionInput;
  readonly refused: Refused;
}

/** What the function's input query selects. */
export interface FunctionInput {
  readonly buyerJourney: { readonly step: string | null };
  readonly localization: { readonly language: { readonly isoCode: string } };
  readonly cart: {
    readonly buyerIdentity: { readonly email: string | null } | null;
    readonly lines: readonly CartLine[];
  };
  readonly validation: { readonly metafield: { readonly value: string } | null };
}

interface CartLine {
  readonly quantity: number;
  readonly attribute: { readonly value: string | null } | null;
  readonly merchandise: object;
}

const SHOP = 'kiln.myshopify.com';
const NOW = new Date('2026-11-28T10:00:00Z');
const IN_A_DAY = new Date('2026-11-29T10:00:00Z');
const CAMPAIGN = '01936f6e-7c00-7000-8000-000000000001';
const OTHER_CAMPAIGN = '01936f6e-7c00-7000-8000-000000000009';
const BOWL = 'gid://shopify/Product/9007199254740993';
const VASE = 'gid://shopify/Product/9007199254740994';

const ADA: HeldPass = {
  id: '01936f6e-7c00-7000-9abc-def012345678',
  person: 'signup:01936f6e-7c00-7000-8123-456789abcdef',
  emailKey: 'ada@example.com',
  expiresAt: IN_A_DAY,
};
const BY_LINK: HeldPass = { ...ADA, person: 'link:01936f6e-7c00-7000-8fed-cba987654321', emailKey: null };

/** Of fixed keys, for tests alone. */
const keys: CheckoutKeys = createCheckoutKeys(createSeal(new Uint8Array(32).fill(3)));
const key = keys({ shop: SHOP, campaignId: CAMPAIGN, passEpoch: 2 });
const otherKey = keys({ shop: SHOP, campaignId: OTHER_CAMPAIGN, passEpoch: 1 });

const open = { campaignId: CAMPAIGN, key, message: null };
const alsoOpen = { campaignId: OTHER_CAMPAIGN, key: otherKey, message: null };
const running: GateConfigFacts = { campaigns: [open, alsoOpen], revoked: [] };

const adas = proof({});
const links = proof({ pass: BY_LINK });

/** Makes them; the same ones each time. */
export function makeCheckoutVectors(): CheckoutVector[] {
  return [...ofProofs(), ...ofPersons(), ...ofPieces(), ...ofTime(), ...ofConfigs()];
}

/** A checkout of so many lines at the function's dearest: each with a right proof and a product of its own, of one or of many passes. */
export function largestCheckout(lines: number, { passes = 1 } = {}): FunctionInput {
  const gated = Array.from({ length: lines }, (_, number) => {
    const productId = `gid://shopify/Product/${9_000_000_000_000 + number}`;
    const id = ADA.id.replace(/^.{8}/, String(number % passes).padStart(8, '0'));
    return line(proof({ productId, mostPieces: 3, pass: { ...ADA, id } }), { productId });
  });
  const others = Array.from({ length: 20 }, (_, number) => ({
    ...{ campaignId: OTHER_CAMPAIGN.replace(/9$/, String(number % 9)), message: 'Only for our members. '.repeat(12) },
    key: keys({ shop: SHOP, campaignId: OTHER_CAMPAIGN, passEpoch: number + 10 }),
  }));
  const revoked = Array.from(
    { length: 200 },
    (_, number) => `01936f6e-7c00-7000-8000-${String(number).padStart(12, '7')}`,
  );
  return checkout(gated, { config: config({ campaigns: [...others, open], revoked }) });
}

function ofProofs(): CheckoutVector[] {
  const forged = checkoutProof({ id: key.id, key: new Uint8Array(32).fill(9) }, factsOf({}));
  const cheaper = adas.replace(/^(1\.[^.]+)\.2\./, '$1.0.');
  return [
    vector('a right proof', checkout([line(adas)]), null),
    vector('a right proof of a secret link', checkout([line(links)], { email: 'anybody@example.com' }), null),
    vector('a product that is not gated', checkout([line(null, { gate: null })]), null),
    vector('a product that is not gated, beside a gated one', checkout([line(null, { gate: null }), line(adas)]), null),
    vector('something that is no product', checkout([{ quantity: 1, attribute: null, merchandise: {} }]), null),
    vector('an empty cart', checkout([]), null),
    vector('no proof', checkout([line(null)]), 'NO_PASS'),
    vector('an empty proof', checkout([line('')]), 'NO_PASS'),
    vector('another text as proof', checkout([line('let me in, please')]), 'NO_PASS'),
    vector('a proof of another form', checkout([line(`${adas}.more`)]), 'NO_PASS'),
    vector('a proof made up with another key', checkout([line(forged ?? '')]), 'NO_PASS'),
    vector('a proof whose limit was changed', checkout([line(cheaper)]), 'NO_PASS'),
    vector('a proof cut short', checkout([line(adas.slice(0, -1))]), 'NO_PASS'),
    vector('a proof without its MAC', checkout([line(adas.replace(/[^.]+$/, ''))]), 'NO_PASS'),
    vector('a swapped product', checkout([line(adas, { productId: VASE })]), 'NO_PASS'),
    vector('one line with a proof and one without', checkout([line(adas), line(null, { productId: VASE })]), 'NO_PASS'),
    vector('a proof of another campaign', checkout([line(proof({}, otherKey))]), 'NO_PASS'),
    vector('a product of two campaigns', checkout([line(adas, { gate: [OTHER_CAMPAIGN, CAMPAIGN] })]), null),
    vector('no proof, in the cart', checkout([line(null)], { step: 'CART_INTERACTION' }), null),
    vector('no proof, at an unknown step', checkout([line(null)], { step: null }), 'NO_PASS'),
  ];
}

function ofPersons(): CheckoutVector[] {
  const [last, before] = ['CHECKOUT_COMPLETION', 'CHECKOUT_INTERACTION'];
  return [
    vector('the right person with capitals', checkout([line(adas)], { email: ' Ada@Example.COM ' }), null),
    vector('replayed by another person', checkout([line(adas)], { email: 'eve@example.com' }), 'OTHER_PERSON'),
    vector(
      'replayed by another, early',
      checkout([line(adas)], { email: 'eve@example.com', step: before }),
      'OTHER_PERSON',
    ),
    vector('no address yet', checkout([line(adas)], { email: null, step: before }), null),
    vector(
      'no buyer yet',
      { ...checkout([line(adas)], { step: before }), cart: { buyerIdentity: null, lines: [line(adas)] } },
      null,
    ),
    vector('no address at the end', checkout([line(adas)], { email: null, step: last }), 'NO_EMAIL'),
    vector('an empty address at the end', checkout([line(adas)], { email: '  ', step: last }), 'NO_EMAIL'),
    vector('a link’s proof without address', checkout([line(links)], { email: null, step: last }), null),
    vector(
      'an address that the function cannot compare',
      checkout([line(unicode())], { email: 'renée@bücher.example' }),
      null,
    ),
  ];
}

function ofPieces(): CheckoutVector[] {
  const unlimited = proof({ mostPieces: null });
  const vases = proof({ productId: VASE });
  return [
    vector('as many as allowed', checkout([line(adas, { quantity: 2 })]), null),
    vector('over quantity', checkout([line(adas, { quantity: 3 })]), 'TOO_MANY'),
    vector('over quantity over several lines', checkout([line(adas, { quantity: 2 }), line(adas)]), 'TOO_MANY'),
    vector(
      'two products, each as many as allowed',
      checkout([line(adas, { quantity: 2 }), line(vases, { quantity: 2, productId: VASE })]),
      null,
    ),
    vector('many without a limit', checkout([line(unlimited, { quantity: 900 })]), null),
  ];
}

function ofTime(): CheckoutVector[] {
  const before = proof({}, keys({ shop: SHOP, campaignId: CAMPAIGN, passEpoch: 1 }));
  const late = { instant: new Date(IN_A_DAY.getTime() + 60_000) };
  const revoked = (id: string) => checkout([line(adas)], { config: config({ ...running, revoked: [id] }) });
  return [
    vector('an expired epoch', checkout([line(before)]), 'ENDED'),
    vector(
      'a campaign that ended',
      checkout([line(adas)], { config: config({ campaigns: [alsoOpen], revoked: [] }) }),
      'ENDED',
    ),
    vector(
      'a pass in its last minute',
      checkout([line(adas)], { config: config(running, { instant: IN_A_DAY }) }),
      null,
    ),
    vector('an expired pass', checkout([line(adas)], { config: config(running, late) }), 'ENDED'),
    vector('a revoked pass', revoked(ADA.id), 'ENDED'),
    vector('a pass whose sign-up was revoked', revoked(ADA.person.slice('signup:'.length)), 'ENDED'),
    vector('another one’s revoked pass', revoked(OTHER_CAMPAIGN), null),
  ];
}

/** Whatever happened to the metafield: gated stays gated, and everything else is sold. */
function ofConfigs(): CheckoutVector[] {
  const texts = [
    '',
    'null',
    '[]',
    '{',
    '{"campaigns":7}',
    '{"campaigns":[{"id":"x"}]}',
    '{"campaigns":[',
    '"\\',
    '{"now":',
  ];
  const short = JSON.stringify({ now: 1, campaigns: [{ id: 'x', keyId: key.id, key: '' }], revoked: [] });
  const broken = [...texts, short].flatMap((value) => [
    vector(`a gated product under the config ${value}`, checkout([line(adas)], { config: value }), 'ENDED'),
    vector(`a free product under the config ${value}`, checkout([line(null, { gate: null })], { config: value }), null),
  ]);
  const cut = config(running).slice(0, -20);
  return [
    ...broken,
    vector('a gated product under a config cut short', checkout([line(adas)], { config: cut }), 'ENDED'),
    vector('a gated product without config', checkout([line(adas)], { config: null }), 'ENDED'),
    vector('a gated product without campaigns', checkout([line(adas, { gate: [] })]), 'NO_PASS'),
  ];
}

function vector(name: string, input: FunctionInput, refused: Refused): CheckoutVector {
  return { name, input, refused };
}

function factsOf({ productId = BOWL, mostPieces = 2 as number | null, pass = ADA }) {
  return { productId, mostPieces, pass };
}

function proof(facts: Partial<ReturnType<typeof factsOf>>, by = key): string {
  return checkoutProof(by, factsOf(facts)) ?? '';
}

function unicode(): string {
  return proof({ pass: { ...ADA, emailKey: 'renée@xn--bcher-kva.example' } });
}

function config(facts: GateConfigFacts, { instant = NOW } = {}): string {
  return gateConfigText(packGateConfig(facts), instant);
}

function line(
  text: string | null,
  options: { quantity?: number; productId?: string; gate?: string[] | null } = {},
): CartLine {
  const { quantity = 1, productId = BOWL, gate = [CAMPAIGN] } = options;
  const metafield = gate === null ? null : { value: productGateText(gate) };
  const attribute = text === null ? null : { value: text };
  return { quantity, attribute, merchandise: { product: { id: productId, metafield } } };
}

interface CheckoutOptions {
  step?: string | null;
  email?: string | null;
  config?: string | null;
}

function checkout(lines: readonly CartLine[], options: CheckoutOptions = {}): FunctionInput {
  const { step = 'CHECKOUT_COMPLETION', email = 'ada@example.com', config: value = config(running) } = options;
  return {
    buyerJourney: { step },
    localization: { language: { isoCode: 'EN' } },
    cart: { buyerIdentity: { email }, lines },
    validation: { metafield: value === null ? null : { value } },
  };
}
