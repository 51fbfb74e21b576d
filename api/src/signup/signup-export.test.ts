import { setTimeout as pause } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';
import { readRecord } from '../platform/csv/csv-record.ts';
import { ALL_SCOPES, ApiTokenScope } from '../shop/api-token-scope.ts';
import { UnauthenticatedError } from '../shop/authentication.ts';
import { type SignupExportParts, signupExportRoutes } from './signup-export.routes.ts';

/** More than are read at once. */
const MANY = 2_300;

let app: TestApp;
let shop: string;
let campaignId: string;
let token: string;
const open: FastifyInstance[] = [];

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
  ({ id: campaignId } = await aCampaign(app, shop, { name: 'Winter; drop' }));
  token = await tokenOf(shop);
  const consentText = 'News, "please"\r\nand offers';
  const input = { campaignId, email: 'Ada@example.com', firstName: '=1+1', acceptsMarketing: true, consentText };
  await app.asVisitor()('mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }', {
    input: { ...input, page: 'https://shop.example/early?x=1', language: 'en' },
  });
});

afterEach(async () => {
  for (const http of open.splice(0)) await http.close();
});

async function tokenOf(domain: string, scopes: readonly ApiTokenScope[] = ALL_SCOPES): Promise<string> {
  const { token: made } = await app.services.apiTokens.create(domain, { name: 'export', scopes: [...scopes] });
  return made ?? '';
}

const bearer = (of = token) => ({ authorization: `Bearer ${of}` });

async function exported(parameters = '', of = token) {
  return app.http.inject({ method: 'GET', url: `/admin/signups.csv${parameters}`, headers: bearer(of) });
}

function recordsOf(text: string): string[][] {
  const records: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const record = readRecord({ text, isWhole: true, delimiter: ',' }, at);
    if (record.kind !== 'record') throw new Error(`The file is broken at ${at}.`);
    records.push(record.cells);
    at = record.end;
  }
  return records;
}

/** The route alone, with parts that a test holds in its hands, on a socket. */
async function alone(parts: Partial<SignupExportParts>): Promise<string> {
  const http = fastify({ forceCloseConnections: true });
  open.push(http);
  await http.register(signupExportRoutes({ ...app.services, ...parts }));
  return `${await http.listen({ port: 0, host: '127.0.0.1' })}/admin/signups.csv`;
}

test('a sign-up is exported with its consent in its words, and nothing of it is a formula', async () => {
  const { statusCode, headers, body } = await exported();
  const [titles = [], row = []] = recordsOf(body);
  const cell = (title: string) => row[titles.indexOf(title)];

  expect(statusCode).toBe(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  expect(headers['content-disposition']).toMatch(/^attachment; filename="signups-\d{4}-\d\d-\d\d\.csv"$/);
  expect(headers['cache-control']).toBe('no-store');
  expect(cell('E-mail')).toBe('Ada@example.com');
  expect(cell('First name')).toBe("'=1+1");
  expect(cell('Campaign')).toBe('Winter; drop');
  expect(cell('Signed up on')).toBe('https://shop.example/early');
  expect(cell('Wants e-mails')).toBe('yes');
  expect(cell('Words beside the box')).toBe('News, "please"\nand offers');
  expect(cell('Version of the words')).toMatch(/^[\da-f]{12}$/);
  expect(cell('Language of the words')).toBe('en');
  expect(Date.parse(cell('Answered at') ?? '')).not.toBeNaN();
  expect(row).toHaveLength(titles.length);
});

test('a file has the rows of the list with the same filter, and a mark for spreadsheets where it is wanted', async () => {
  const addresses = async (parameters: string) =>
    recordsOf((await exported(parameters)).body)
      .slice(1)
      .map(([email]) => email);

  expect(await addresses(`?campaignId=${campaignId}&query=ada&acceptsMarketing=true&klaviyo=NONE`)).toEqual([
    'Ada@example.com',
  ]);
  expect(await addresses('?acceptsMarketing=false')).toEqual([]);
  expect(await addresses('?omnisend=FAILED,PARKED')).toEqual([]);
  expect(await addresses('?page=https://shop.example/early')).toEqual(['Ada@example.com']);
  expect(await addresses('?page=https://shop.example/')).toEqual([]);
  expect(await addresses('?from=2099-01-01T00:00:00Z')).toEqual([]);
  expect((await exported()).body.startsWith('"')).toBe(true);
  expect((await exported('?bom=true')).body.startsWith('\ufeff"')).toBe(true);
});

test.each([
  ['?campaign=1', 'campaign'],
  ['?acceptsMarketing=maybe', 'acceptsMarketing'],
  ['?klaviyo=LOST', 'klaviyo'],
  ['?from=yesterday', 'from'],
  ['?query=a&query=b', 'query'],
  ['?from=2027-01-01T00:00:00Z&to=2026-01-01T00:00:00Z', 'to'],
])('%s is refused, and said by name', async (parameters, named) => {
  const { statusCode, json } = await exported(parameters).then((answer) => ({ ...answer, json: answer.json() }));

  expect(statusCode).toBe(400);
  expect(json.error).toMatchObject({ code: 'BAD_REQUEST', message: `These parameters cannot be read: ${named}.` });
});

test('nobody gets it without a token, without the scope, or from another shop', async () => {
  const others = ALL_SCOPES.filter((scope) => scope !== ApiTokenScope.read_signups);

  expect((await app.http.inject('/admin/signups.csv')).statusCode).toBe(401);
  expect((await exported('', await tokenOf(shop, others))).statusCode).toBe(403);
  const foreign = await tokenOf(await aShop(app));
  expect(recordsOf((await exported(`?campaignId=${campaignId}`, foreign)).body)).toHaveLength(1);
});

test('more than are read at once come each exactly once, newest first', async () => {
  const full = await aShop(app);
  const { id } = await aCampaign(app, full);
  // Hundreds of them have one instant, as those of one transaction do.
  await app.database.prisma.$executeRaw`
    INSERT INTO "Signup" (shop, "campaignId", id, email, "emailKey", "createdAt")
    SELECT ${full}, ${id}::uuid, gen_random_uuid(), address, address, timestamptz '2026-11-01' + (n / 700) * interval '1 s'
      FROM generate_series(1, ${MANY}::int) AS n, LATERAL (SELECT 'guest-' || n || '@example.com' AS address) a`;

  const [titles = [], ...rows] = recordsOf((await exported('', await tokenOf(full))).body);

  expect(new Set(rows.map(([email]) => email)).size).toBe(MANY);
  expect(rows).toHaveLength(MANY);
  const times = rows.map((row) => row[titles.indexOf('Signed up at')] ?? '');
  expect(times).toEqual(times.toSorted().reverse());
});

async function* linesWithoutEnd(count: () => void): AsyncGenerator<string> {
  for (;;) {
    count();
    yield `"${'x'.repeat(65_536)}"\r\n`;
  }
}

test('an export whose token is revoked on the way is broken off, so that nobody takes it for whole', async () => {
  let asked = 0;
  const address = await alone({
    checkEveryMs: 0,
    authenticate: (request) => {
      asked += 1;
      return asked > 3 ? Promise.reject(new UnauthenticatedError()) : app.services.authenticate(request);
    },
    signupExport: { open: async () => linesWithoutEnd(() => {}) },
  });

  const answer = await fetch(address, { headers: bearer() });

  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toThrow();
});

test('an export that is cancelled ends, and one that is not read is not written on', async () => {
  let pieces = 0;
  let hasEnded = false;
  async function* watched() {
    try {
      yield* linesWithoutEnd(() => {
        pieces += 1;
      });
    } finally {
      hasEnded = true;
    }
  }
  const address = await alone({ signupExport: { open: async () => watched() } });
  const cancel = new AbortController();
  await fetch(address, { headers: bearer(), signal: cancel.signal });

  let before = -1;
  while (pieces !== before) {
    before = pieces;
    await pause(100);
  }
  expect(pieces).toBeLessThan(1_000);
  expect(hasEnded).toBe(false);
  cancel.abort();
  await expect.poll(() => hasEnded).toBe(true);
});

test('a third export of a shop at once has to wait', async () => {
  const address = await alone({ signupExport: { open: async () => linesWithoutEnd(() => {}) } });
  const cancel = new AbortController();
  const next = new AbortController();
  const ask = () => fetch(address, { headers: bearer(), signal: cancel.signal });
  await Promise.all([ask(), ask()]);

  const third = await ask();

  expect(third.status).toBe(429);
  expect(third.headers.get('retry-after')).toBe('10');
  cancel.abort();
  await expect.poll(async () => (await fetch(address, { headers: bearer(), signal: next.signal })).status).toBe(200);
  next.abort();
});
