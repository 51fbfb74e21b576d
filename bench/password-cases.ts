import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { MerchantApi } from '../e2e/merchant-api.ts';
import type { Asker, TimedCase } from './timed-case.ts';

const [RIGHT, WRONG] = ['first light', 'wrong guess'];
const UNLOCK = `mutation ($id: ID!, $password: String!) {
  unlock: gateUnlockWithPassword(input: { campaignId: $id, password: $password }) { __typename }
}`;
const END =
  'mutation ($id: ID!, $input: CampaignUpdateInput!) { campaignUpdate(id: $id, input: $input) { campaign { id } } }';
/** How soon what must be over is over. */
const SOON_MS = 2_000;

/**
 * The cases of P-06. That a campaign has not begun, has ended or is full may be known: its answer is of another type than a
 * refusal, so there a right password is compared with a wrong one.
 */
export async function passwordCases(merchant: MerchantApi, ask: Asker): Promise<TimedCase[]> {
  const soon = new Date(Date.now() + SOON_MS);
  const codes = await guardedCampaign(merchant, soon);

  const make = async (fields: Record<string, unknown>) =>
    (await merchant.createCampaign({ accessType: 'PASSWORD', password: RIGHT, ...fields })).id;
  const draft = await make({ isActive: false });
  const paused = await make({});
  await merchant.ask(END, { id: paused, input: { isActive: false } });
  const ended = await make({ endsAt: soon });
  const scheduled = await make({ startsAt: new Date(Date.now() + 3_600_000) });
  const full = await make({ capacity: 1 });
  await ask({ query: UNLOCK, variables: { id: codes.id, password: codes.usedUp } });
  await ask({ query: UNLOCK, variables: { id: full, password: RIGHT } });
  await wait(soon.getTime() - Date.now() + SOON_MS / 2);

  const denied = (name: string, id: string, password: string) =>
    refusal({ name, against: 'wrong password', kind: 'GateDenied', id, password });
  const pair = (name: string, kind: string, id: string) => [
    refusal({ name: `${name}, wrong password`, against: null, kind, id, password: WRONG }),
    refusal({ name: `${name}, right password`, against: `${name}, wrong password`, kind, id, password: RIGHT }),
  ];
  return [
    refusal({ name: 'wrong password', against: null, kind: 'GateDenied', id: codes.id, password: WRONG }),
    {
      ...denied('unknown campaign', '', RIGHT),
      question: () => ({ query: UNLOCK, variables: { id: randomUUID(), password: RIGHT } }),
    },
    denied('paused campaign', paused, RIGHT),
    denied('draft', draft, RIGHT),
    denied('expired code', codes.id, codes.expired),
    denied('used up code', codes.id, codes.usedUp),
    denied('revoked code', codes.id, codes.revoked),
    ...pair('ended', 'CampaignNotOpen', ended),
    ...pair('scheduled', 'CampaignNotOpen', scheduled),
    ...pair('full', 'CampaignFull', full),
  ];
}

type Fields = Omit<TimedCase, 'question'> & { readonly id: string; readonly password: string };

function refusal({ id, password, ...fields }: Fields): TimedCase {
  return { ...fields, question: () => ({ query: UNLOCK, variables: { id, password } }) };
}

/** A campaign with a good code and one of each kind that no longer opens. */
async function guardedCampaign(merchant: MerchantApi, soon: Date) {
  const { id } = await merchant.createCampaign({ accessType: 'PASSWORD', password: RIGHT });
  const add = async (code: string, rules: Record<string, unknown>) => {
    interface Added {
      accessCodeCreate: { accessCode: { id: string } | null; userErrors: unknown[] };
    }
    const { accessCodeCreate } = await merchant.ask<Added>(
      `mutation ($id: ID!, $input: AccessCodeInput!) {
        accessCodeCreate(campaignId: $id, input: $input) { accessCode { id } userErrors { message } }
      }`,
      { id, input: { name: code, code, ...rules } },
    );
    if (accessCodeCreate.accessCode) return accessCodeCreate.accessCode.id;
    throw new Error(`The code was refused: ${JSON.stringify(accessCodeCreate.userErrors)}`);
  };
  const codes = { id, expired: 'evening sun', usedUp: 'noon shadow', revoked: 'night cloud' };
  await add(codes.expired, { expiresAt: soon });
  await add(codes.usedUp, { maxUses: 1 });
  const revoked = await add(codes.revoked, {});
  await merchant.ask('mutation ($id: ID!) { accessCodeRevoke(id: $id) { userErrors { message } } }', { id: revoked });
  return codes;
}
