import { beforeAll, expect, test } from 'vitest';
import { type Ask, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';
import { ALL_SCOPES } from '../shop/api-token-scope.ts';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

async function actionsOf(ask: Ask, id: string): Promise<{ kind: string; actor: string; at: string }[]> {
  const { data } = await ask(`{ campaign(id: "${id}") { actions { nodes { kind actor at } } } }`);
  return data.campaign.actions.nodes;
}

test('every lever is recorded with who pulled it and when, newest first', async () => {
  const shop = await aShop(app);
  const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'amber-lantern' });
  const ask = await app.asTool(shop, ALL_SCOPES);
  const before = Date.now();
  const done = async (mutation: string) => {
    const { data, errors } = await ask(`mutation { done: ${mutation} { userErrors { message } } }`);
    expect([errors, data.done.userErrors]).toEqual([undefined, []]);
  };
  await done(`campaignPause(id: "${id}")`);
  await done(`campaignActivate(id: "${id}")`);
  await done(`campaignOpenToAll(campaignId: "${id}")`);
  await done(`campaignOpenToAll(campaignId: "${id}", isOpenToAll: false)`);
  await done(`campaignUpdate(id: "${id}", input: { endsAt: "2099-01-01T00:00:00Z" })`);
  await done(`campaignUpdate(id: "${id}", input: { password: "silver-lantern" })`);
  await done(`campaignUpdate(id: "${id}", input: { name: "Another name" })`);
  const { data } = await ask(`{ campaign(id: "${id}") { accessCodes { id } } }`);
  await done(`accessCodeUpdate(id: "${data.campaign.accessCodes[0].id}", input: { code: "golden-lantern" })`);
  await done(`campaignPassesRevoke(campaignId: "${id}")`);

  const actions = await actionsOf(ask, id);

  expect(actions.map(({ kind }) => kind)).toEqual([
    ...['PASSES_REVOKED', 'CODE_REPLACED', 'CODE_REPLACED', 'END_CHANGED'],
    ...['CLOSED_TO_ALL', 'OPENED_TO_ALL', 'ACTIVATED', 'PAUSED'],
  ]);
  expect(new Set(actions.map(({ actor }) => actor))).toEqual(new Set(['API token test']));
  for (const { at } of actions) expect(new Date(at).getTime()).toBeGreaterThan(before - 60_000);
});

test('a lever that is refused is not recorded', async () => {
  const shop = await aShop(app);
  const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'amber-lantern' });
  const ask = await app.asTool(shop);

  const { data } = await ask(
    `mutation { campaignUpdate(id: "${id}", input: { endsAt: "2001-01-01T00:00:00Z" }) { userErrors { code } } }`,
  );

  expect(data.campaignUpdate.userErrors).not.toEqual([]);
  expect(await actionsOf(ask, id)).toEqual([]);
});

test('a gate that is open to all lets in whatever is typed, until it is closed again; a copy of it is not open', async () => {
  const shop = await aShop(app);
  const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'amber-lantern', capacity: 2 });
  const ask = await app.asTool(shop);
  const type = async () => {
    const { data } = await app.asVisitor()(
      `mutation { gateUnlockWithPassword(input: { campaignId: "${id}", password: "anything" }) { __typename } }`,
    );
    return data.gateUnlockWithPassword.__typename;
  };
  const open = (isOpenToAll: boolean) =>
    ask(
      `mutation { campaignOpenToAll(campaignId: "${id}", isOpenToAll: ${isOpenToAll}) { campaign { isOpenToAll } } }`,
    );

  const answers = [await type()];
  expect((await open(true)).data.campaignOpenToAll.campaign.isOpenToAll).toBe(true);
  answers.push(await type(), await type(), await type());
  const { data } = await ask(`mutation { campaignDuplicate(id: "${id}") { campaign { isOpenToAll } } }`);
  await open(false);
  answers.push(await type());

  expect(answers).toEqual(['GateDenied', 'GateOpened', 'GateOpened', 'CampaignFull', 'CampaignFull']);
  expect(data.campaignDuplicate.campaign.isOpenToAll).toBe(false);
});
