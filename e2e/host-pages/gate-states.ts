import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { ApiCampaign, CampaignFields, MerchantApi } from '../merchant-api.ts';
import { send, sendInto, sendWrong, sendWrongCode, signUp, takePlace, WORD } from './gate-acts.ts';

/** One state of the gate that a visitor can stand before. */
export interface GateState {
  readonly name: string;
  /** The campaign that leads there. */
  readonly fields: CampaignFields;
  /** What the gate says then, in English. */
  readonly says: RegExp;
  /** The campaign ends before anybody comes. */
  readonly isOver?: true;
  /** Only the element can be in it: no page without scripts. */
  readonly isOfElement?: true;
  /** An answer never comes. */
  readonly isEndless?: true;
  /** The element's attributes, where they are not merely the campaign's id. */
  readonly attributes?: string;
  /** Done once the campaign is there and before anybody comes. */
  before?(campaign: ApiCampaign, url: string): Promise<unknown>;
  /** Done with the page before it goes anywhere. */
  prepare?(page: Page): Promise<unknown>;
  /** What the visitor does; none: merely comes. */
  act?(page: Page): Promise<unknown>;
}

const SOON_MS = 800;
const password: CampaignFields = { accessType: 'PASSWORD', password: WORD };
const email: CampaignFields = { accessType: 'EMAIL_SIGNUP' };
const either: CampaignFields = { ...password, accessType: 'PASSWORD_OR_EMAIL' };
const full: CampaignFields = { ...email, capacity: 1, hasWaitingList: true };
const later: CampaignFields = { ...email, trustLevel: 'CONFIRM_LATER', confirmWithinMinutes: 60 };
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const enter = (page: Page) => send(page, 'password', WORD);

/** Before anything was tried. */
const first: readonly GateState[] = [
  {
    ...{ name: 'loading', fields: password, says: /Loading/, isOfElement: true, isEndless: true },
    prepare: (page) => page.route('**/public/graphql*', () => {}),
  },
  { name: 'password', fields: password, says: /Have a password/ },
  { name: 'e-mail', fields: email, says: /Enter your e-mail/ },
  { name: 'password or e-mail', fields: either, says: /Have a password/ },
  { name: 'e-mail or password', fields: { ...either, showsEmailFirst: true }, says: /Have a password/ },
  { name: 'link needed', fields: { accessType: 'SECRET_LINK' }, says: /You need a link/ },
  {
    ...{ name: 'link unknown', fields: password, says: /nothing to open/, isOfElement: true },
    attributes: 'secret-link="nobodyEverMadeThisSecret"',
  },
  {
    ...{ name: 'not configured', fields: password, says: /nothing to open/, isOfElement: true },
    attributes: '',
  },
  {
    ...{ name: 'campaign unknown', fields: password, says: /nothing to open/, isOfElement: true },
    attributes: 'campaign="00000000-0000-4000-8000-000000000000"',
  },
  {
    ...{ name: 'out of reach', fields: password, says: /We couldn't reach the shop/, isOfElement: true },
    prepare: (page) => page.route('**/public/graphql*', (route) => route.abort()),
  },
];

/** Answers to a try. */
const answers: readonly GateState[] = [
  {
    ...{ name: 'nothing typed', fields: password, says: /Please enter the password/, isOfElement: true },
    act: (page) => send(page, 'password', ''),
  },
  {
    ...{ name: 'no address', fields: email, says: /Please enter an e-mail/, isOfElement: true },
    act: (page) => send(page, 'email', 'kim'),
  },
  { name: 'denied', fields: password, says: /didn't open it/, act: sendWrong },
  { name: 'denied, of two ways', fields: either, says: /didn't open it/, act: sendWrong },
  {
    ...{ name: 'too many tries', fields: password, says: /Too many tries/ },
    act: async (page) => {
      await sendWrong(page);
      await send(page, 'password', 'wrong again');
    },
  },
  {
    ...{ name: 'busy', fields: password, says: /One moment/, isOfElement: true, isEndless: true },
    act: (page) => sendInto(page, 'hang'),
  },
  {
    ...{ name: 'out of reach while trying', fields: password, says: /Your entry is kept/, isOfElement: true },
    act: (page) => sendInto(page, 'abort'),
  },
  {
    ...{ name: 'not on the guest list', says: /Join the waiting list/, act: signUp },
    fields: { ...email, isGuestListOnly: true, hasWaitingList: true },
  },
  {
    ...{ name: 'code wanted', says: /six-digit code/, act: signUp },
    fields: { ...email, trustLevel: 'CONFIRM_FIRST' },
  },
  {
    ...{ name: 'code wrong', says: /That code didn't open it/, act: sendWrongCode },
    fields: { ...email, trustLevel: 'CONFIRM_FIRST' },
  },
];

/** Where nobody can try. */
const closed: readonly GateState[] = [
  { name: 'paused', fields: { ...password, isActive: false }, says: /isn't open right now/ },
  { name: 'scheduled', fields: { ...password, startsAt: inHours(50) }, says: /Opens / },
  { name: 'scheduled, soon', fields: { ...password, startsAt: inHours(0.2) }, says: /Opens / },
  { name: 'ended', fields: { ...password, startsAt: inHours(-1) }, says: /has ended/, isOver: true },
  { name: 'full', fields: { ...email, capacity: 1 }, says: /All places are taken/, before: takePlace },
  { name: 'full with a waiting list', fields: full, says: /Join the waiting list/, before: takePlace },
  {
    ...{ name: 'on the waiting list', fields: full, says: /You're on the waiting list/, before: takePlace },
    act: (page) => send(page, 'email', 'kim@example.com'),
  },
];

const open: readonly GateState[] = [
  { name: 'open, to be confirmed', fields: later, says: /Please confirm your e-mail/, act: signUp },
  { name: 'open', fields: password, says: /You're in/, act: enter },
  { name: 'open, in a colour', fields: { ...password, accentColor: '#b4441f' }, says: /You're in/, act: enter },
  { name: 'open, nothing there', fields: { ...password, productIds: [] }, says: /will be here soon/, act: enter },
];

/** Every state, in the order in which a visitor may meet them. */
export const gateStates: readonly GateState[] = [...first, ...answers, ...closed, ...open];

/** Makes the campaign of a state, with products behind it; `more` goes before what the state says. */
export async function campaignIn(
  state: GateState,
  { merchant, url, more }: { merchant: MerchantApi; url: string; more?: Partial<CampaignFields> },
): Promise<ApiCampaign> {
  const productIds = await merchant.productIds(6);
  const end = state.isOver && { endsAt: new Date(Date.now() + SOON_MS).toISOString() };
  const campaign = await merchant.createCampaign({ productIds, ...more, ...state.fields, ...end });
  // An end in the past is refused: it has to come.
  if (state.isOver) await wait(2 * SOON_MS);
  await state.before?.(campaign, url);
  return campaign;
}
