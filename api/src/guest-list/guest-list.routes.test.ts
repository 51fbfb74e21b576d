import type { AddressInfo } from 'node:net';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { GuestListUploadResult } from './guest-list-upload.ts';

let app: TestApp;
let origin: string;
let shop: string;
let campaignId: string;
let token: string;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
  token = await tokenOf(shop, [ApiTokenScope.write_campaigns]);
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`;
});

beforeEach(async () => {
  campaignId = (await aCampaign(app, shop)).id;
});

async function tokenOf(owner: string, scopes: ApiTokenScope[]): Promise<string> {
  const { token: made } = await app.services.apiTokens.create(owner, { name: 'uploader', scopes });
  return made ?? '';
}

type Answer = GuestListUploadResult & { readonly error: { readonly code: string; readonly message: string } };

/** Over a real socket, as a browser's upload goes. */
async function upload(body: string | ReadableStream, { bearer = token, id = campaignId, type = 'text/csv' } = {}) {
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': type };
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
  const response = await fetch(`${origin}/admin/campaigns/${id}/guest-list`, init);
  return { status: response.status, answer: (await response.json()) as Answer };
}

async function guestsOf(id = campaignId): Promise<string[]> {
  const rows = await app.database.prisma.guest.findMany({ where: { campaignId: id }, orderBy: { emailKey: 'asc' } });
  return rows.map(({ emailKey }) => emailKey);
}

test('an uploaded list is added, its bad line named and the rest kept', async () => {
  const { status, answer } = await upload('Name,E-mail\nAda,Ada@Example.com\nNobody,nobody\nGrace,grace@example.com\n');

  expect(status).toBe(200);
  expect(answer).toMatchObject({ rows: 3, guests: 2, known: 0, problemCount: 1 });
  expect(answer.problems).toMatchObject([{ line: 3, column: 'E-mail' }]);
  expect(await guestsOf()).toEqual(['ada@example.com', 'grace@example.com']);
});

test('a second list adds to the first; the same address typed otherwise is known', async () => {
  await upload('ada@example.com\nalan@example.com');

  const { answer } = await upload('Email\nADA@example.com\ngrace@example.com\ngrace@example.com\n');

  expect(answer).toMatchObject({ rows: 3, guests: 1, known: 2, problemCount: 0 });
  expect(await guestsOf()).toEqual(['ada@example.com', 'alan@example.com', 'grace@example.com']);
});

test('a hundred thousand rows come in as they arrive, with every bad one counted and a thousand named', async () => {
  const { status, answer } = await upload(manyRows(100_000).pipeThrough(new TextEncoderStream()));

  expect([status, answer.rows, answer.guests, answer.problemCount]).toEqual([200, 100_000, 98_000, 2000]);
  expect(answer.problems).toHaveLength(1000);
  expect(await app.database.prisma.guest.count({ where: { campaignId } })).toBe(98_000);
});

/** Every fiftieth row is a bad one. */
function manyRows(count: number): ReadableStream<string> {
  const row = (index: number) => (index % 50 === 0 ? `Bad,nobody-${index}\n` : `Guest,guest-${index}@example.com\n`);
  return ReadableStream.from(
    (function* () {
      yield 'Name,Email\n';
      for (let index = 0; index < count; index += 1) yield row(index);
    })(),
  );
}

test('two uploads of the same addresses at once, in opposite orders, add each once', async () => {
  const addresses = Array.from({ length: 6000 }, (_, index) => `guest-${index}@example.com`);

  const answers = await Promise.all([upload(addresses.join('\n')), upload(addresses.toReversed().join('\n'))]);

  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers.reduce((sum, { answer }) => sum + answer.guests, 0)).toBe(6000);
  expect(answers.reduce((sum, { answer }) => sum + answer.known, 0)).toBe(6000);
  expect(await guestsOf()).toHaveLength(6000);
});

test('what was written before an upload broke off stays, and the same list again completes it', async () => {
  const addresses = Array.from({ length: 5000 }, (_, index) => `guest-${index}@example.com`);
  const isBroken = ReadableStream.from(
    (async function* () {
      yield addresses.slice(0, 4100).join('\n');
      while ((await guestsOf()).length < 4000) yield '\n';
      throw new Error('the tab was closed');
    })(),
  );
  await expect(upload(isBroken.pipeThrough(new TextEncoderStream()))).rejects.toThrow();

  const { answer } = await upload(addresses.join('\n'));

  expect(answer).toMatchObject({ rows: 5000, problemCount: 0 });
  expect(await guestsOf()).toHaveLength(5000);
});

describe('an upload is refused, and nothing is written', () => {
  test('without a valid token', async () => {
    const { status, answer } = await upload('ada@example.com', { bearer: 'nothing' });
    expect([status, answer.error.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(await guestsOf()).toEqual([]);
  });

  test('without the scope, which is named', async () => {
    const bearer = await tokenOf(shop, [ApiTokenScope.read_campaigns, ApiTokenScope.write_signups]);
    const { status, answer } = await upload('ada@example.com', { bearer });
    expect([status, answer.error.code]).toEqual([403, 'FORBIDDEN']);
    expect(answer.error.message).toContain('write_campaigns');
    expect(await guestsOf()).toEqual([]);
  });

  test('to another shop’s campaign, as if it did not exist', async () => {
    const bearer = await tokenOf(await aShop(app, 'Second'), [ApiTokenScope.write_campaigns]);
    const foreign = await upload('ada@example.com', { bearer });
    const unknown = await upload('ada@example.com', { id: '0198f000-0000-7000-8000-000000000000' });
    const senseless = await upload('ada@example.com', { id: 'x' });
    expect([foreign, unknown, senseless].map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(foreign.answer.error.message).toBe(unknown.answer.error.message);
    expect(await guestsOf()).toEqual([]);
  });

  test('when no column holds addresses', async () => {
    const { status, answer } = await upload('Name,City\nAda,London\n');
    expect([status, answer.error.code]).toEqual([400, 'BAD_CSV']);
    expect(answer.error.message).toContain('Email');
  });

  test('as anything but a CSV', async () => {
    const { status, answer } = await upload('{"email":"ada@example.com"}', { type: 'application/json' });
    expect([status, answer.error.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });
});

test('a campaign that is deleted while its list comes in answers that it is gone', async () => {
  const first = Array.from({ length: 2100 }, (_, index) => `guest-${index}@example.com`);
  const rows = ReadableStream.from(
    (async function* () {
      yield first.join('\n');
      while ((await guestsOf()).length < 2000) yield '\n';
      await app.database.prisma.earlyAccessCampaign.deleteMany({ where: { shop, id: campaignId } });
      yield '\nlast@example.com\n';
    })(),
  );

  const { status, answer } = await upload(rows.pipeThrough(new TextEncoderStream()));

  expect([status, answer.error.code]).toEqual([404, 'NOT_FOUND']);
  expect(await guestsOf()).toEqual([]);
});
