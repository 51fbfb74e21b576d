import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { GateCampaign, UnlockResult } from './gate-api.ts';
import { aCampaign, anAccess, inMs, opened } from './gate-world.fixture.ts';
import documents from './gql/persisted-documents.json' with { type: 'json' };
import screens from './later.ts';
import { VipGate } from './vip-gate.ts';

VipGate.scriptAddress = 'https://vip.example/widget/v1/vip-gate.js';
VipGate.shelves = {
  screens: async () => screens,
  language: async (code) => (await import(`./languages/${code}.ts`)).default,
};
customElements.define('vip-gate', VipGate);

interface Asked {
  address: string;
  query: string;
  variables: { id?: string; pass?: string; input?: unknown };
}

let asked: Asked[] = [];
let campaign: GateCampaign | null;
let outcome: UnlockResult | 'fault';

/** The public API as the network shows it. */
async function answer(address: string, { body }: { body?: string }): Promise<Response> {
  const { origin, pathname, searchParams } = new URL(address);
  const byGet = {
    documentId: searchParams.get('documentId'),
    variables: JSON.parse(searchParams.get('variables') ?? '{}'),
  };
  const { documentId, variables } = body === undefined ? byGet : JSON.parse(body);
  const query = (documents as Record<string, string>)[documentId] ?? '';
  asked.push({ address: origin + pathname, query, variables });
  if (query.includes('query Gate')) return Response.json({ data: { campaign } });
  if (query.includes('RecordView')) return Response.json({ data: { viewRecord: { __typename: 'ViewRecorded' } } });
  if (outcome === 'fault') return Response.json({ errors: [{ message: 'secret stack' }] }, { status: 500 });
  return Response.json({ data: { unlock: outcome } });
}

beforeEach(() => {
  asked = [];
  campaign = aCampaign();
  outcome = { __typename: 'GateDenied' };
  vi.stubGlobal('fetch', answer);
});

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  localStorage.clear();
});

/** Everything that is under way has come to its end. */
async function settle(gate: VipGate): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  await gate.updateComplete;
}

async function aGate(inner = ''): Promise<VipGate> {
  document.body.innerHTML = `<vip-gate campaign="autumn">${inner}</vip-gate>`;
  const gate = document.querySelector('vip-gate');
  if (!gate) throw new Error('The page has no gate');
  await settle(gate);
  return gate;
}

const shown = (gate: VipGate) => gate.renderRoot.textContent?.replace(/\s+/g, ' ') ?? '';
const field = (gate: VipGate, name: string) => gate.querySelector<HTMLInputElement>(`input[name="${name}"]`);
const text = (gate: VipGate, slot: string) => gate.querySelector(`[slot="${slot}"]`)?.textContent;

async function enter(gate: VipGate, name: string, value: string): Promise<void> {
  const input = field(gate, name);
  if (!input) throw new Error(`No field ${name}`);
  input.value = value;
  gate
    .querySelector(`form[id="${input.getAttribute('form')}"]`)
    ?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
  await settle(gate);
}

test('the gate asks the API of the host that its script came from', async () => {
  await aGate();

  expect(asked.map(({ address }) => address)).toEqual(Array(2).fill('https://vip.example/public/graphql'));
});

test('the password field lies in the page, with a label and the words that password managers look for', async () => {
  const gate = await aGate();

  const input = field(gate, 'password');

  expect(input?.type).toBe('password');
  expect(input?.autocomplete).toBe('current-password');
  expect(gate.querySelector(`label[for="${input?.id}"]`)?.textContent).toBe('Password');
  expect(input?.getAttribute('aria-describedby')).toBe(gate.querySelector('[slot="password-answer"]')?.id);
});

test('a refused password is answered under the field, in words, and what was typed stays', async () => {
  const gate = await aGate();

  await enter(gate, 'password', 'lamp');

  expect(text(gate, 'password-answer')).toBe("That didn't open it. Check the spelling and try again.");
  expect(gate.renderRoot.querySelector('[role="status"]')?.textContent).toContain("That didn't open it");
  expect(field(gate, 'password')?.value).toBe('lamp');
  expect(field(gate, 'password')?.getAttribute('aria-invalid')).toBe('true');
});

test('an open gate shows its products, and no field any more', async () => {
  const products = [
    {
      id: '1',
      title: 'Lantern <b>No. 4</b>',
      url: '/products/lantern',
      image: { url: '/pictures/lantern.webp', altText: 'A lantern' },
      price: { amount: '20.00', currencyCode: 'EUR' },
      compareAtPrice: { amount: '25.00', currencyCode: 'EUR' },
      priceVaries: false,
      isAvailable: true,
      variants: [{ id: '1', title: 'Default Title', isAvailable: true, cartUrl: '/cart/1:1' }],
    },
  ];
  outcome = opened({ products });
  const gate = await aGate('<p slot="unlocked">For you only</p>');

  await enter(gate, 'password', 'lantern');

  expect(shown(gate)).toContain("You're in.");
  expect(shown(gate)).toContain('Lantern <b>No. 4</b>');
  expect(shown(gate)).toContain('€20.00');
  expect(gate.renderRoot.querySelector('s')?.textContent).toContain('€25.00');
  expect(gate.renderRoot.querySelector('a.action')?.getAttribute('href')).toBe('https://vip.example/cart/1:1');
  expect(gate.renderRoot.querySelector('img')?.getAttribute('src')).toBe('https://vip.example/pictures/lantern.webp');
  expect(gate.renderRoot.querySelector('slot[name="unlocked"]')).not.toBeNull();
  expect(gate.querySelector('input')).toBeNull();
});

test('products are drawn one after the other out of sight, then show all at once and are announced once', async () => {
  const product = {
    ...{
      url: '/products/lantern',
      image: null,
      compareAtPrice: null,
      priceVaries: false,
      isAvailable: true,
      variants: [],
    },
    price: { amount: '20.00', currencyCode: 'EUR' },
  };
  outcome = opened({ products: ['1', '2', '3', '4'].map((id) => ({ ...product, id, title: `Lantern ${id}` })) });
  const gate = await aGate();
  const heights: string[] = [];
  const seen: { products: number; isHidden: boolean }[] = [];
  const said: string[] = [];
  const note = () => {
    const products = gate.renderRoot.querySelectorAll('li').length;
    const isHidden = gate.renderRoot.querySelector('[hidden]') !== null;
    if (products !== seen.at(-1)?.products) seen.push({ products, isHidden });
    const words = gate.renderRoot.querySelector('[role="status"]')?.textContent ?? '';
    if (words !== said.at(-1)) said.push(words);
    if (isHidden) heights.push(gate.style.minBlockSize);
  };
  new MutationObserver(note).observe(gate.renderRoot, { subtree: true, childList: true, characterData: true });

  await enter(gate, 'password', 'lantern');
  await vi.waitFor(() => expect(gate.renderRoot.querySelector('[hidden]')).toBeNull());

  expect(seen.map(({ products }) => products)).toEqual([0, 1, 2, 3, 4]);
  expect(seen.map(({ isHidden }) => isHidden).lastIndexOf(true)).toBe(3);
  expect(said.filter((words) => words.includes('in.'))).toHaveLength(1);
  // The page keeps the form's height until there is something in its place.
  expect(heights.length).toBeGreaterThan(0);
  expect(heights).not.toContain('');
});

test('a product that is sold out says so, and an address that is no web address is not linked', async () => {
  const product = {
    id: '1',
    title: 'Lantern',
    url: 'javascript:alert(1)',
    image: { url: 'data:image/svg+xml,x', altText: null },
    price: { amount: '20.00', currencyCode: 'money' },
    compareAtPrice: null,
    priceVaries: true,
    isAvailable: false,
    variants: [],
  };
  outcome = opened({ products: [product] });
  const gate = await aGate();

  await enter(gate, 'password', 'lantern');

  expect(shown(gate)).toContain('Sold out');
  expect(shown(gate)).toContain('From 20.00 money');
  expect(gate.renderRoot.querySelector('a, img')).toBeNull();
});

test('a locked gate does not show what the page keeps for afterwards', async () => {
  const gate = await aGate('<p slot="unlocked">For you only</p>');

  expect(gate.renderRoot.querySelector('slot[name="unlocked"]')).toBeNull();
});

test('password and e-mail stand on one screen, as two named groups', async () => {
  campaign = aCampaign({ accessType: 'PASSWORD_OR_EMAIL' });
  const gate = await aGate();

  const names = [...gate.renderRoot.querySelectorAll('[role="group"]')].map(
    (group) => gate.renderRoot.querySelector(`#${group.getAttribute('aria-labelledby')}`)?.textContent,
  );

  expect(names).toEqual(['Have a password? Enter it here.', 'Enter your e-mail to get in.']);
  expect([...gate.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ name }) => name)).toEqual([
    'password',
    'email',
    'website',
    'acceptsMarketing',
  ]);
});

test('consent to marketing starts empty and is sent as it stands', async () => {
  campaign = aCampaign({ accessType: 'EMAIL_SIGNUP' });
  const gate = await aGate();
  const consent = field(gate, 'acceptsMarketing');
  expect(consent?.checked).toBe(false);
  expect(text(gate, 'consent-label')).toContain('Ember & Ash');

  await enter(gate, 'email', 'ada@example.com');

  expect(asked.find(({ query }) => query.includes('UnlockWithEmail'))?.variables.input).toEqual({
    campaignId: 'autumn',
    email: 'ada@example.com',
    acceptsMarketing: false,
    consentText: "Ember & Ash may send me news and offers by e-mail. You don't need this to get in.",
    language: navigator.language,
    page: location.href,
    website: '',
  });
});

test.each<[string, Partial<GateCampaign> | null, string]>([
  ['paused', { status: 'PAUSED' }, "This isn't open right now"],
  ['ended', { status: 'ENDED' }, 'This has ended.'],
  ['scheduled', { status: 'SCHEDULED', startsAt: inMs(86_400_000) }, '(your time).'],
  ['for a link only', { accessType: 'SECRET_LINK' }, 'You need a link to get in.'],
  ['unknown', null, "There's nothing to open here."],
])('a campaign that is %s says so', async (_, facts, words) => {
  campaign = facts && aCampaign(facts);

  const gate = await aGate();

  expect(shown(gate)).toContain(words);
  expect(gate.querySelector('input')).toBeNull();
});

test('a fault of the server is told without its own words', async () => {
  outcome = 'fault';
  const gate = await aGate();
  const faults: unknown[] = [];
  gate.addEventListener('vip-gate-error', ({ detail }) => void faults.push(detail), { once: true });

  await enter(gate, 'password', 'lantern');

  expect(text(gate, 'password-answer')).toBe("We couldn't reach the shop. Your entry is kept; trying again…");
  expect(field(gate, 'password')?.value).toBe('lantern');
  expect(faults).toEqual([{ campaignId: 'autumn', during: 'unlocking', message: 'The public API gave no answer' }]);
});

test('without a network there is a button that asks again', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  const gate = await aGate();
  expect(shown(gate)).toContain("We couldn't reach the shop.");

  vi.stubGlobal('fetch', answer);
  gate.renderRoot.querySelector('button')?.click();
  await settle(gate);

  expect(field(gate, 'password')).not.toBeNull();
});

test('another campaign in the attribute is another gate', async () => {
  const gate = await aGate();

  campaign = aCampaign({ id: 'winter', name: 'Winter lanterns', accessType: 'EMAIL_SIGNUP' });
  gate.campaign = 'winter';
  await settle(gate);

  expect(shown(gate)).toContain('Winter lanterns');
  expect(field(gate, 'email')).not.toBeNull();
});

test('a page that moves the element keeps what was typed', async () => {
  const gate = await aGate();
  const input = field(gate, 'password');
  if (input) input.value = 'lan';
  const before = asked.length;

  document.body.append(document.createElement('main'));
  document.querySelector('main')?.append(gate);
  await settle(gate);

  expect(field(gate, 'password')?.value).toBe('lan');
  expect(asked).toHaveLength(before);
});

test('the access of a page that comes back opens by its remembered pass', async () => {
  localStorage.setItem('vip-gate.passes', JSON.stringify({ autumn: { pass: 'pass-1', expiresAt: inMs(60_000) } }));
  vi.stubGlobal('fetch', async (address: string, init: { body?: string }) => {
    await answer(address, init);
    return Response.json({ data: { campaign, access: anAccess() } });
  });

  const gate = await aGate();

  expect(shown(gate)).toContain("You're in.");
  expect(asked.filter(({ query }) => query.includes('query Gate'))).toHaveLength(1);
});

test('what opens one gate of a campaign opens the others of the page, and no other campaign, without any storage', async () => {
  vi.stubGlobal('localStorage', undefined);
  vi.stubGlobal('fetch', async (address: string, init: { body?: string }) => {
    const response = await answer(address, init);
    const { variables } = asked.at(-1) ?? {};
    if (variables?.id === undefined) return response;
    const here = aCampaign({ id: variables.id });
    return Response.json({
      data: { campaign: here, access: variables.pass ? anAccess({ campaign: here }) : null },
    });
  });
  document.body.innerHTML = ['autumn', 'autumn', 'winter']
    .map((id) => `<vip-gate campaign="${id}"></vip-gate>`)
    .join('');
  const [typedInto, beside, elsewhere] = document.querySelectorAll('vip-gate');
  if (!typedInto || !beside || !elsewhere) throw new Error('The page has no gates');
  await settle(elsewhere);
  outcome = opened();

  await enter(typedInto, 'password', 'lantern');
  await settle(beside);

  expect(shown(typedInto)).toContain("You're in.");
  expect(shown(beside)).toContain("You're in.");
  expect(field(elsewhere, 'password')).not.toBeNull();
});
