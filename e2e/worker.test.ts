import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { MerchantApi } from './merchant-api.ts';
import { startProduct } from './product.ts';
import { VENDOR_KEYS } from './vendors.ts';

const SYNCED_WITHIN_MS = 60_000;

interface Counts {
  readonly waiting: number;
  readonly accepted: number;
  readonly onList: number;
}

/** Where the sign-ups of the shop stand at Klaviyo. */
async function countsOf(merchant: MerchantApi): Promise<Counts> {
  const { connections } = await merchant.ask<{ connections: { sync: Counts }[] }>(
    '{ connections { sync { waiting accepted onList } } }',
  );
  const [connection] = connections;
  if (!connection) throw new Error('Nothing is connected.');
  return connection.sync;
}

async function signUp(url: string, campaignId: string, email: string): Promise<void> {
  const query = 'mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }';
  const response = await fetch(`${url}/public/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input: { campaignId, email, acceptsMarketing: true } } }),
  });
  expect(await response.json()).toMatchObject({ data: { gateUnlockWithEmail: { __typename: 'GateOpened' } } });
}

test('what a server without a worker keeps, a process that is a worker alone brings to the list', async () => {
  const server = await startProduct({ env: { WORKER: 'off' } });
  const merchant = await MerchantApi.signIn(server.url);
  const saved = await merchant.ask(
    'mutation ($key: String!) { connectionSave(input: { destination: KLAVIYO, key: $key }) { userErrors { message } } }',
    { key: VENDOR_KEYS.klaviyo },
  );
  expect(saved).toEqual({ connectionSave: { userErrors: [] } });
  const { id } = await merchant.createCampaign({ accessType: 'EMAIL_SIGNUP', klaviyoListId: 'VIPLST' });
  await signUp(server.url, id, 'ada@example.com');
  await wait(3_000);
  expect(await countsOf(merchant)).toMatchObject({ accepted: 0, onList: 0 });

  const vendors = {
    KLAVIYO_URL: `${server.url}/demo/vendors/klaviyo`,
    OMNISEND_URL: `${server.url}/demo/vendors/omnisend`,
  };
  const worker = await startProduct({ dataDir: server.dataDir, env: { WORKER: 'only', ...vendors } });
  const late = performance.now() + SYNCED_WITHIN_MS;
  for (let counts = await countsOf(merchant); counts.accepted + counts.onList < 1; counts = await countsOf(merchant)) {
    expect(performance.now()).toBeLessThan(late);
    await wait(200);
  }

  expect((await fetch(`${worker.url}/readyz`)).status).toBe(200);
  expect((await fetch(`${worker.url}/admin/`)).status).toBe(404);
  expect(await worker.stop()).toBe(0);
  expect(await server.stop()).toBe(0);
});
