import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { appOver, patiently, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';
import { type LossyProxy, lossyProxyTo } from '../../test/lossy-proxy.ts';

const TYPED = '__typename ... on GateOpened { pass expiresAt } ... on InvalidInput { problems { field } }';
const PASSWORD = `mutation ($input: GatePasswordInput!) { gateUnlockWithPassword(input: $input) { ${TYPED} } }`;
const LINK = `mutation ($input: GateSecretLinkInput!) { gateUnlockWithSecretLink(input: $input) { ${TYPED} } }`;
const ACCESS = 'query ($pass: String!) { access(pass: $pass) { expiresAt } }';

let app: TestApp;
let another: TestApp;
let proxy: LossyProxy;
let shop: string;

beforeAll(async () => {
  app = await testApp();
  another = await appOver(app.database);
  shop = await aShop(app);
  proxy = await lossyProxyTo(await app.http.listen({ port: 0, host: '127.0.0.1' }));
});

interface Gate {
  readonly id: string;
  enter(attempt: string | null, over?: TestApp): Promise<{ __typename: string; pass: string; expiresAt: string }>;
  /** The request as a widget sends it. */
  readonly request: (attempt: string) => { query: string; variables: unknown };
}

/** A gate with one place, behind a code that lets one person in. */
async function aPasswordGate(): Promise<Gate> {
  const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
  await app.database.prisma.accessCode.updateMany({ where: { campaignId: id }, data: { maxUses: 1 } });
  await app.database.prisma.earlyAccessCampaign.updateMany({ where: { id }, data: { capacity: 1 } });
  const inputOf = (attempt: string | null) => ({ input: { campaignId: id, password: 'first light', attempt } });
  return {
    id,
    request: (attempt) => ({ query: PASSWORD, variables: inputOf(attempt) }),
    enter: async (attempt, over = app) =>
      (await patiently(over.asVisitor())(PASSWORD, inputOf(attempt))).data.gateUnlockWithPassword,
  };
}

/** A gate with one place, behind a link that lets one person in. */
async function aLinkGate(): Promise<Gate> {
  const { id, secretLink } = await aCampaign(app, shop, { accessType: 'SECRET_LINK' });
  await app.database.prisma.secretLink.updateMany({ where: { campaignId: id }, data: { maxUses: 1 } });
  await app.database.prisma.earlyAccessCampaign.updateMany({ where: { id }, data: { capacity: 1 } });
  const inputOf = (attempt: string | null) => ({ input: { secretLink, attempt } });
  return {
    id,
    request: (attempt) => ({ query: LINK, variables: inputOf(attempt) }),
    enter: async (attempt, over = app) =>
      (await patiently(over.asVisitor())(LINK, inputOf(attempt))).data.gateUnlockWithSecretLink,
  };
}

/** How many places and uses a gate's campaign has counted, and how many places there are. */
async function countsOf(campaignId: string) {
  const { prisma } = app.database;
  const where = { campaignId };
  const [campaign, places, code, link] = await Promise.all([
    prisma.earlyAccessCampaign.findFirstOrThrow({ where: { id: campaignId } }),
    prisma.accessPass.count({ where }),
    prisma.accessCode.findFirst({ where }),
    prisma.secretLink.findFirst({ where }),
  ]);
  return { totalPasses: campaign.totalPasses, places, uses: (code?.totalUses ?? 0) + (link?.totalUses ?? 0) };
}

const ONE = { totalPasses: 1, places: 1, uses: 1 };
const placeIn = (pass: string) => JSON.parse(Buffer.from(pass.split('.')[1] ?? '', 'base64url').toString()).jti;
const accessBy = async (pass: string) => (await app.asVisitor()(ACCESS, { pass })).data.access;

describe.each([
  ['a single-use code', aPasswordGate],
  ['a single-use link', aLinkGate],
])('with %s and one place', (_what, aGate) => {
  test('the same attempt gets the same place back, by a pass that opens, and nobody else gets one', async () => {
    const { id, enter } = await aGate();
    const attempt = randomUUID();

    const first = await enter(attempt);
    const again = await enter(attempt.toUpperCase(), another);
    const stranger = await enter(randomUUID());

    expect(placeIn(again.pass)).toBe(placeIn(first.pass));
    expect(again.expiresAt).toBe(first.expiresAt);
    expect(await accessBy(again.pass)).not.toBeNull();
    expect(stranger.__typename).toBe('CampaignFull');
    expect(await countsOf(id)).toEqual(ONE);
  });

  test('an attempt that comes thirty times at once to two processes takes one place', async () => {
    const { id, enter } = await aGate();
    const attempt = randomUUID();

    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, turn) => enter(attempt, turn % 2 === 0 ? app : another)),
    );

    expect(new Set(answers.map(({ pass }) => placeIn(pass))).size).toBe(1);
    expect(await countsOf(id)).toEqual(ONE);
  });

  test('whose answer was lost on the way after the commit is in when asking again', async () => {
    const { id, enter, request } = await aGate();
    const attempt = randomUUID();
    const ask = () =>
      fetch(`${proxy.url}/public/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request(attempt)),
      });
    proxy.loseAnswers(1);

    await expect(ask()).rejects.toThrow();
    expect(await countsOf(id)).toEqual(ONE);
    const { data } = (await (await ask()).json()) as { data: Record<string, { __typename: string }> };

    expect(Object.values(data)[0]?.__typename).toBe('GateOpened');
    expect(await countsOf(id)).toEqual(ONE);
    expect((await enter(randomUUID())).__typename).toBe('CampaignFull');
  });

  test('without an attempt every request is one of its own', async () => {
    const { id, enter } = await aGate();

    expect([await enter(null), await enter(null)].map(({ __typename }) => __typename)).toEqual([
      'GateOpened',
      'CampaignFull',
    ]);
    expect(await countsOf(id)).toEqual(ONE);
  });

  test('a place that was revoked does not come back, singly or with all others', async () => {
    const [single, all] = [await aGate(), await aGate()];
    const attempt = randomUUID();
    const { pass } = await single.enter(attempt);
    await all.enter(attempt);
    await app.database.prisma.accessPass.updateMany({
      where: { campaignId: single.id },
      data: { revokedAt: new Date() },
    });
    await app.database.prisma.earlyAccessCampaign.updateMany({
      where: { id: all.id },
      data: { passEpoch: { increment: 1 }, capacity: null },
    });

    expect((await single.enter(attempt)).__typename).toBe('GateDenied');
    expect((await all.enter(attempt)).__typename).toBe('GateDenied');
    expect(await accessBy(pass)).toBeNull();
  });

  test('a place does not come back once the campaign’s window or the pass has ended', async () => {
    const [ended, ranOut] = [await aGate(), await aGate()];
    const attempt = randomUUID();
    await Promise.all([ended.enter(attempt), ranOut.enter(attempt)]);
    const past = new Date(Date.now() - 1_000);
    await app.database.prisma.earlyAccessCampaign.updateMany({ where: { id: ended.id }, data: { endsAt: past } });
    await app.database.prisma.accessPass.updateMany({ where: { campaignId: ranOut.id }, data: { expiresAt: past } });

    expect((await ended.enter(attempt)).__typename).toBe('CampaignNotOpen');
    expect((await ranOut.enter(attempt)).__typename).toBe('GateDenied');
  });

  test('asking again does not make the pass live longer', async () => {
    const { id, enter } = await aGate();
    const attempt = randomUUID();
    await enter(attempt);
    const expiresAt = new Date(Math.floor(Date.now() / 1_000) * 1_000 + 3_600_000);
    await app.database.prisma.accessPass.updateMany({ where: { campaignId: id }, data: { expiresAt } });

    expect((await enter(attempt)).expiresAt).toBe(expiresAt.toISOString());
  });

  test.each(['', 'again', '0f8fad5b-d9cb-469f-a165-70867728950e0', '0f8fad5bd9cb469fa16570867728950e'])(
    'the malformed attempt “%s” is named, and nothing is taken',
    async (attempt) => {
      const { id, enter } = await aGate();

      expect(await enter(attempt)).toEqual({ __typename: 'InvalidInput', problems: [{ field: 'attempt' }] });
      expect(await countsOf(id)).toEqual({ totalPasses: 0, places: 0, uses: 0 });
    },
  );
});

describe('the same attempt', () => {
  async function byPassword(campaignId: string, password: string, attempt: string) {
    return (await app.asVisitor()(PASSWORD, { input: { campaignId, password, attempt } })).data.gateUnlockWithPassword;
  }

  test('with another code, and at another campaign, takes places of its own', async () => {
    const attempt = randomUUID();
    const [one, other] = await Promise.all(
      ['first light', 'first light'].map((password) => aCampaign(app, shop, { accessType: 'PASSWORD', password })),
    );
    if (!one || !other) throw new Error('There are two campaigns.');
    await app.services.accessCodes.create({ shop, campaignId: one.id }, { name: 'Press', code: 'front row' });

    const opened = [
      await byPassword(one.id, 'first light', attempt),
      await byPassword(one.id, 'front row', attempt),
      await byPassword(other.id, 'first light', attempt),
    ];

    expect(new Set(opened.map(({ pass }) => placeIn(pass))).size).toBe(3);
    expect((await countsOf(one.id)).totalPasses).toBe(2);
  });

  test('with a wrong password brings nothing back, and costs a guess as any does', async () => {
    const { id, enter } = await aPasswordGate();
    await app.database.prisma.earlyAccessCampaign.updateMany({ where: { id }, data: { capacity: null } });
    const attempt = randomUUID();
    await enter(attempt);

    expect((await byPassword(id, 'last light', attempt)).__typename).toBe('GateDenied');
    const [spent] = await app.database.prisma.guessBudget.findMany({ where: { campaignId: id } });
    expect(spent?.wrongGuesses).toBe(1);
  });

  test('of a hundred wrong guesses at once, each an attempt of its own, ten are looked at', async () => {
    const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
    const visitor = app.asVisitor('198.51.100.77');
    const guesses = Array.from({ length: 100 }, (_, guess) =>
      visitor(PASSWORD, { input: { campaignId: id, password: `guess ${guess}`, attempt: randomUUID() } }),
    );

    const kinds = (await Promise.all(guesses)).map(({ data }) => data.gateUnlockWithPassword.__typename);

    expect(kinds.filter((kind) => kind === 'GateDenied')).toHaveLength(10);
  });

  test('gets its place back when the code has been used up or has run out since, and not when it was revoked', async () => {
    const { id, enter } = await aPasswordGate();
    await app.database.prisma.earlyAccessCampaign.updateMany({ where: { id }, data: { capacity: null } });
    const attempt = randomUUID();
    const kinds = [await enter(attempt), await enter(randomUUID()), await enter(attempt)];
    const { accessCode } = app.database.prisma;
    await accessCode.updateMany({ where: { campaignId: id }, data: { expiresAt: new Date(Date.now() - 1) } });
    kinds.push(await enter(attempt));
    await accessCode.updateMany({ where: { campaignId: id }, data: { revokedAt: new Date() } });
    kinds.push(await enter(attempt));

    expect(kinds.map(({ __typename }) => __typename)).toEqual([
      ...['GateOpened', 'GateDenied', 'GateOpened', 'GateOpened'],
      'GateDenied',
    ]);
  });
});
