import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { delivery, OpenBudget, people, person } from '../src/integrations/destination.fixture.ts';
import type { Account, Destination } from '../src/integrations/destination.ts';
import { KlaviyoDestination } from '../src/integrations/klaviyo/klaviyo.destination.ts';
import { OmnisendDestination } from '../src/integrations/omnisend/omnisend.destination.ts';
import { askEverything } from '../src/stand-in/every-request.fixture.ts';
import type { Exchange, Vendor } from '../src/stand-in/observations.ts';
import { KLAVIYO_TEST, OMNISEND_TEST, type TestStandIn, testStandIn } from '../src/stand-in/stand-in.fixture.ts';
import { hasContracts, VendorContract } from './vendor-contract.ts';
import { PrismOpinion } from './vendor-prism.ts';

const VENDORS = ['klaviyo', 'omnisend'] as const;

if (!hasContracts)
  process.stdout.write(
    'Skipped: nothing was held against the vendors’ documents, for ../shared/contracts is not there.\n',
  );

// Reading the documents and compiling their schemas takes seconds, more on a busy machine.
const PATIENCE = 60_000;

describe.skipIf(!hasContracts)("against the vendors' own documents", { timeout: PATIENCE }, () => {
  const contracts = new Map<Vendor, VendorContract>();
  const opinions = new Map<Vendor, PrismOpinion>();
  let at: TestStandIn;

  beforeAll(async () => {
    at = await testStandIn();
    for (const vendor of VENDORS) {
      contracts.set(vendor, new VendorContract(vendor));
      opinions.set(vendor, await PrismOpinion.of(vendor));
    }
  }, PATIENCE);
  beforeEach(() => {
    at.world.seen.forget();
    at.world.clock.advance(120_000);
  });

  function problems(exchange: Exchange): string[] {
    const contract = contracts.get(exchange.vendor);
    const opinion = opinions.get(exchange.vendor);
    const own = [...(contract?.requestProblems(exchange) ?? ['?']), ...(contract?.answerProblems(exchange) ?? ['?'])];
    const all = [...own, ...(opinion?.problems(exchange) ?? ['?']).map((problem) => `Prism: ${problem}`)];
    return all.map((problem) => `${exchange.method} ${exchange.path} → ${exchange.status}: ${problem}`);
  }

  const allProblems = () => at.world.seen.exchanges.flatMap(problems);

  test('every operation of the stand-in takes and answers what the vendors do', async () => {
    await askEverything(at);

    expect(allProblems()).toEqual([]);
    expect(at.world.seen.violations).toEqual([]);
  });

  test('refusals look as the vendors describe them', async () => {
    for (const status of [400, 401, 403, 404, 429, 500]) {
      at.world.faults.add(status === 429 ? { kind: 'THROTTLED' } : { kind: 'STATUS', status });
      await askEverything(at);
      at.world.faults.clear();
      at.world.clock.advance(120_000);
    }

    const refused = at.world.seen.exchanges.filter(({ status }) => status >= 400);
    expect(refused.length).toBeGreaterThan(100);
    const wrong = refused.flatMap((one) => contracts.get(one.vendor)?.answerProblems(one) ?? ['?']);
    expect([...new Set(wrong)]).toEqual([]);
  });

  test.each([
    ['Klaviyo', () => klaviyoAt(at), { key: KLAVIYO_TEST.key, accountId: KLAVIYO_TEST.id }, KLAVIYO_TEST.double],
    ['Omnisend', () => omnisendAt(at), { key: OMNISEND_TEST.key, accountId: OMNISEND_TEST.id }, 'vip-early-access'],
  ])(
    'everything that this product sends to %s is a request of theirs',
    async (_name, destinationAt, account, audience) => {
      await doEverything(destinationAt(), account, audience);

      expect(at.world.seen.exchanges.length).toBeGreaterThan(10);
      expect(allProblems()).toEqual([]);
      expect(at.world.seen.violations).toEqual([]);
    },
  );

  test('a field, a type and a header that the vendors do not know are noticed', async () => {
    await askEverything(at);
    const spoilt = at.world.seen.exchanges
      .filter(({ requestBody }) => requestBody !== undefined)
      .map((one) => ({ ...one, requestBody: withUnknownField(one.requestBody) }));
    const untold = at.world.seen.exchanges.map((one) => ({ ...one, headers: {} }));

    expect(spoilt.length).toBeGreaterThan(10);
    expect(spoilt.filter((one) => contracts.get(one.vendor)?.requestProblems(one).length === 0)).toEqual([]);
    expect(untold.filter((one) => contracts.get(one.vendor)?.requestProblems(one).length === 0)).toEqual([]);
    expect(untold.filter((one) => opinions.get(one.vendor)?.problems(one).length === 0)).toEqual([]);
  });
});

function klaviyoAt({ klaviyoUrl }: TestStandIn): Destination {
  return new KlaviyoDestination({ baseUrl: klaviyoUrl, budget: new OpenBudget() });
}

function omnisendAt({ omnisendUrl }: TestStandIn): Destination {
  return new OmnisendDestination({ baseUrl: omnisendUrl, budget: new OpenBudget() });
}

/** Each thing that a destination can be asked for, with few people and with many, with and without consent. */
async function doEverything(destination: Destination, account: Account, audience: string): Promise<void> {
  await destination.check(account.key);
  await destination.audiences(account, { query: null, after: null });
  await destination.audiences(account, { query: 'news', after: null });
  await destination.audience(account, audience);
  const confirmed = { givenAt: new Date(Date.now() - 60_000), text: 'Yes', isConfirmed: true };
  const few = [person('one'), person('two', { consent: null }), person('three', { consent: confirmed })];
  const many = [
    ...people(60),
    ...people(20, { consent: null }).map((one) => ({ ...one, id: `x${one.id}`, email: `x${one.email}` })),
  ];
  for (const group of [few, many]) {
    await destination.deliver(account, delivery(audience, group));
    await destination.deliver(account, delivery(audience, group, { sendsEvent: true, sendsWelcomeMessage: true }));
    await destination.standings(
      account,
      audience,
      group.map(({ email }) => email),
    );
  }
  await destination.erase(account, { email: few[0]?.email ?? '', audience });
}

function withUnknownField(body: unknown): unknown {
  return { ...(body as Record<string, unknown>), notAField: true };
}
