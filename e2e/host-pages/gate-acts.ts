import type { Page } from 'playwright-core';
import type { ApiCampaign } from '../merchant-api.ts';

/** The right password of every state that has one. */
export const WORD = 'warm bread';
/** Whoever signs up. */
const ADDRESS = 'kim@example.com';

/** Fills the field of this name, whatever language stands beside it, and sends its form with the Enter key. */
export async function send(page: Page, name: 'password' | 'email' | 'code', value: string): Promise<void> {
  const field = page.locator(`input[name=${name}]:visible`).first();
  await field.fill(value);
  await field.press('Enter');
}

/** Tries a password that opens nothing and waits for the answer. */
export async function sendWrong(page: Page): Promise<void> {
  await send(page, 'password', 'wrong');
  await page.locator('input[name=password][aria-invalid=true]').waitFor();
}

export async function signUp(page: Page): Promise<void> {
  const consent = page.locator('input[name=acceptsMarketing]:visible').first();
  if ((await consent.count()) > 0) await consent.check();
  await send(page, 'email', ADDRESS);
}

/** Sends a code that was in no mail. */
export async function sendWrongCode(page: Page): Promise<void> {
  await signUp(page);
  await send(page, 'code', '000000');
}

/** Sends the password while the API's answers stay away (`hang`) or fail (`abort`); the gate itself has had its answer. */
export async function sendInto(page: Page, fate: 'hang' | 'abort'): Promise<void> {
  await page.locator('input[name=password]:visible').first().waitFor();
  await page.route('**/public/graphql*', (route) => (fate === 'abort' ? route.abort() : undefined));
  await send(page, 'password', WORD);
}

/** Somebody else takes the only place. */
export async function takePlace({ id }: ApiCampaign, url: string): Promise<void> {
  const query = 'mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }';
  const input = { campaignId: id, email: 'quick@example.com' };
  await fetch(`${url}/public/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
}
