import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { gateOn } from '../gate.ts';
import type { ApiCampaign, CampaignFields, MerchantApi } from '../merchant-api.ts';

/** One state of the gate that a visitor can stand before. */
export interface GateState {
  readonly name: string;
  /** The campaign that leads there. */
  readonly fields: CampaignFields;
  /** What the gate says then. */
  readonly says: RegExp;
  /** The campaign ends before anybody comes. */
  readonly isOver?: true;
  /** Done once the campaign is there and before anybody comes. */
  before?(campaign: ApiCampaign, url: string): Promise<unknown>;
  /** Done with the page before it goes anywhere. */
  prepare?(page: Page): Promise<unknown>;
  /** What the visitor does; none: merely comes. */
  act?(page: Page): Promise<unknown>;
}

const SOON_MS = 800;
const WORD = 'warm bread';
const password: CampaignFields = { accessType: 'PASSWORD', password: WORD };
const email: CampaignFields = { accessType: 'EMAIL_SIGNUP' };
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Somebody else takes the only place. */
async function takePlace({ id }: ApiCampaign, url: string): Promise<void> {
  const query = 'mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }';
  const input = { campaignId: id, email: 'quick@example.com' };
  await fetch(`${url}/public/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
}

const wrong = async (page: Page) => {
  await gateOn(page).enterPassword('wrong');
  await gateOn(page).says("That didn't open it.");
};
const signUp = (page: Page) => gateOn(page).enterEmail('kim@example.com', true);
const joinWaitingList = async (page: Page) => {
  await page.getByRole('textbox', { name: 'E-mail' }).fill('kim@example.com');
  await page.getByRole('button', { name: 'Join the waiting list' }).click();
};

/** Every state, in the order in which a visitor may meet them. */
export const gateStates: readonly GateState[] = [
  { name: 'loading', fields: password, says: /Loading/, prepare: (page) => page.route('**/public/graphql', () => {}) },
  { name: 'password', fields: password, says: /Have a password/ },
  { name: 'e-mail', fields: email, says: /Enter your e-mail/ },
  { name: 'password or e-mail', fields: { ...password, accessType: 'PASSWORD_OR_EMAIL' }, says: /Have a password/ },
  { name: 'link needed', fields: { accessType: 'SECRET_LINK' }, says: /You need a link/ },
  {
    name: 'nothing typed',
    fields: password,
    says: /Please enter the password/,
    act: (page) => gateOn(page).enterPassword(''),
  },
  { name: 'no address', fields: email, says: /Please enter an e-mail/, act: (page) => gateOn(page).enterEmail('kim') },
  { name: 'denied', fields: password, says: /didn't open it/, act: wrong },
  {
    name: 'too many tries',
    fields: password,
    says: /Too many tries/,
    act: async (page) => {
      await wrong(page);
      await gateOn(page).enterPassword('wrong again');
    },
  },
  { name: 'paused', fields: { ...password, isActive: false }, says: /isn't open right now/ },
  { name: 'scheduled', fields: { ...password, startsAt: inHours(50) }, says: /Opens / },
  { name: 'ended', fields: { ...password, startsAt: inHours(-1) }, says: /has ended/, isOver: true },
  { name: 'full', fields: { ...email, capacity: 1 }, says: /All places are taken/, before: takePlace },
  {
    name: 'full with a waiting list',
    fields: { ...email, capacity: 1, hasWaitingList: true },
    says: /Join the waiting list/,
    before: takePlace,
  },
  {
    name: 'on the waiting list',
    fields: { ...email, capacity: 1, hasWaitingList: true },
    says: /You're on the waiting list/,
    before: takePlace,
    act: joinWaitingList,
  },
  { name: 'code wanted', fields: { ...email, trustLevel: 'CONFIRM_FIRST' }, says: /six-digit code/, act: signUp },
  {
    name: 'open, to be confirmed',
    fields: { ...email, trustLevel: 'CONFIRM_LATER', confirmWithinMinutes: 60 },
    says: /Please confirm your e-mail/,
    act: signUp,
  },
  { name: 'open', fields: { ...password }, says: /You're in/, act: (page) => gateOn(page).enterPassword(WORD) },
  {
    name: 'out of reach',
    fields: password,
    says: /We couldn't reach the shop/,
    prepare: (page) => page.route('**/public/graphql', (route) => route.abort()),
  },
  {
    name: 'out of reach while trying',
    fields: password,
    says: /Your entry is kept/,
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Password' }).fill(WORD);
      await page.route('**/public/graphql', (route) => route.abort());
      await page.getByRole('button', { name: 'Unlock' }).click();
    },
  },
];

/** Makes the campaign of a state with these products behind it. */
export async function campaignIn(state: GateState, merchant: MerchantApi, url: string): Promise<ApiCampaign> {
  const productIds = await merchant.productIds(6);
  const end = state.isOver && { endsAt: new Date(Date.now() + SOON_MS).toISOString() };
  const campaign = await merchant.createCampaign({ ...state.fields, productIds, ...end });
  // An end in the past is refused: it has to come.
  if (state.isOver) await wait(2 * SOON_MS);
  await state.before?.(campaign, url);
  return campaign;
}
