import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { MerchantApi } from '../e2e/merchant-api.ts';
import type { Asker, TimedCase } from './timed-case.ts';

const SIGN_UP = `mutation ($id: ID!, $email: String!) {
  unlock: gateUnlockWithEmail(input: { campaignId: $id, email: $email }) { __typename }
}`;
const WAIT = `mutation ($id: ID!, $email: String!) {
  unlock: waitingListJoin(input: { campaignId: $id, email: $email }) { __typename }
}`;
const CHANGE =
  'mutation ($id: ID!, $input: CampaignUpdateInput!) { campaignUpdate(id: $id, input: $input) { userErrors { message } } }';
const KNOWN = 'known@example.com';
/** How soon what must be over is over. */
const SOON_MS = 2_000;

/** At which gate, and by which answer all of its addresses are met. */
interface EmailGate {
  readonly name: string;
  readonly id: string;
  readonly kind: string;
  readonly query?: string;
}

/**
 * The cases of P-07, an address that is known, or on a list, against one that nobody has heard of: where both get in, where both must confirm
 * first, where both are refused, and on the waiting list.
 */
export async function emailCases(merchant: MerchantApi, ask: Asker): Promise<TimedCase[]> {
  const make = async (fields: Record<string, unknown> = {}) =>
    (await merchant.createCampaign({ accessType: 'EMAIL_SIGNUP', ...fields })).id;
  const change = (id: string, input: Record<string, unknown>) => merchant.ask(CHANGE, { id, input });
  const soon = new Date(Date.now() + SOON_MS);
  const ended = await make({ endsAt: soon });
  const guests = await make({ isGuestListOnly: true });
  await merchant.addGuests(guests, [KNOWN]);
  const waiting = await make({ hasWaitingList: true });
  const gates: EmailGate[] = [
    { name: 'signs up', id: await make(), kind: 'GateOpened' },
    { name: 'confirms first', id: await make({ trustLevel: 'CONFIRM_FIRST' }), kind: 'ConfirmationRequired' },
    { name: 'ended', id: ended, kind: 'CampaignNotOpen' },
    { name: 'paused guest list', id: guests, kind: 'GateDenied' },
    { name: 'waiting list', id: waiting, kind: 'WaitingListJoined', query: WAIT },
  ];
  for (const gate of gates) await ask(questionAt(gate, KNOWN));
  await change(guests, { isActive: false });
  await wait(soon.getTime() - Date.now() + SOON_MS / 2);
  return gates.flatMap(pairAt);
}

function pairAt(gate: EmailGate): TimedCase[] {
  const { name, kind } = gate;
  const known = `${name}, known`;
  return [
    { name: known, against: null, kind, question: () => questionAt(gate, KNOWN) },
    {
      ...{ name: `${name}, unknown`, against: known, kind },
      // As long as the known one: what is longer takes longer to read.
      question: () => questionAt(gate, `${randomUUID().slice(0, KNOWN.indexOf('@'))}@example.com`),
    },
  ];
}

function questionAt({ id, query = SIGN_UP }: EmailGate, email: string) {
  return { query, variables: { id, email } };
}
