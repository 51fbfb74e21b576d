import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../test/app.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { ImportResult } from './catalog-import.ts';

const SHOP = 'north.myshopify.com';
const PATH = '/admin/catalog-imports';
const CSV = 'Handle,Title,Variant Price\nbowl,Bowl,12.00\ncup,Cup,nothing\n';

let app: TestApp;
let token: string;
let address: string;

beforeAll(async () => {
  app = await testApp();
  await app.services.shops.save({ domain: SHOP, name: 'North', currencyCode: 'USD', timeZone: 'UTC' });
  token = await tokenWith([ApiTokenScope.write_settings]);
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}${PATH}`;
});

beforeEach(async () => {
  await app.database.prisma.product.deleteMany();
});

async function tokenWith(scopes: ApiTokenScope[]): Promise<string> {
  const { token: made } = await app.services.apiTokens.create(SHOP, { name: 'importer', scopes });
  return made ?? '';
}

type Answer = ImportResult & { readonly error: { readonly code: string; readonly message: string } };

/** Over a real socket, as a browser's upload goes. */
async function upload(body: string | ReadableStream, headers: Record<string, string> = {}) {
  const sent = { authorization: `Bearer ${token}`, 'content-type': 'text/csv', ...headers };
  const init = { method: 'POST', headers: sent, body, duplex: 'half' } as RequestInit;
  const response = await fetch(address, init);
  return { status: response.status, answer: (await response.json()) as Answer };
}

const productsOfShop = () => app.database.prisma.product.count({ where: { shop: SHOP } });

test('an uploaded file comes into the catalog of the shop whose token is used, and its bad row is named', async () => {
  const { status, answer } = await upload(CSV);
  expect(status).toBe(200);
  expect(answer).toMatchObject({ rows: 2, products: 1, variants: 1, collections: 0, problemCount: 1 });
  expect(answer.problems).toMatchObject([{ line: 3, column: 'Variant Price' }]);
  expect(await productsOfShop()).toBe(1);
});

test('a refusal reaches who is still sending', async () => {
  const { status, answer } = await upload(`Email,Name\n${'someone@example.com,Someone\n'.repeat(200_000)}`);
  expect([status, answer.error.code]).toEqual([400, 'BAD_CSV']);
});

test('a file larger than the body of any other request comes in as it arrives', async () => {
  const rows = Array.from({ length: 3000 }, (_, index) => `p-${index},Product ${index},${'1'.padStart(3, '0')}\n`);
  const description = 'a long description '.repeat(60);
  const parts = [
    'Handle,Title,Variant Price,Body (HTML)\n',
    ...rows.map((row) => row.replace('\n', `,${description}\n`)),
  ];
  const { status, answer } = await upload(ReadableStream.from(parts).pipeThrough(new TextEncoderStream()));
  expect([status, answer.products]).toEqual([200, 3000]);
});

describe('an upload is refused', () => {
  test('without a valid token', async () => {
    const { status, answer } = await upload(CSV, { authorization: 'Bearer nothing' });
    expect([status, answer.error.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(await productsOfShop()).toBe(0);
  });

  test('without the scope, which is named', async () => {
    const other = await tokenWith([ApiTokenScope.read_settings]);
    const { status, answer } = await upload(CSV, { authorization: `Bearer ${other}` });
    expect([status, answer.error.code]).toEqual([403, 'FORBIDDEN']);
    expect(answer.error.message).toContain('write_settings');
  });

  test.each(['application/json', 'multipart/form-data; boundary=x', 'text/plain'])('as %s', async (contentType) => {
    const { status, answer } = await upload(CSV, { 'content-type': contentType });
    expect([status, answer.error.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  test('when there is nothing in it', async () => {
    const { status, answer } = await upload('');
    expect(status).toBe(400);
    expect(answer.error.code).toBe('BAD_CSV');
  });

  test('when it is a CSV of something else, and says what is missing', async () => {
    const { status, answer } = await upload('Email,Name\na@example.com,A\n');
    expect([status, answer.error.code]).toEqual([400, 'BAD_CSV']);
    expect(answer.error.message).toContain('“Handle” or “URL handle”');
  });

  test('when it says that it is larger than 200 MB, before a byte of it is read', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'text/csv',
        'content-length': 300 * 1024 * 1024,
      };
      const sent = httpRequest(address, { method: 'POST', headers }, (response) => resolve(response.statusCode));
      sent.on('error', reject);
      sent.flushHeaders();
    });
    expect(status).toBe(413);
  });
});

test('a second upload is refused while one runs, and not after that one broke off', async () => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv' };
  const first = httpRequest(address, { method: 'POST', headers });
  const isBroken = new Promise((resolve) => first.once('error', resolve));
  first.write(`Handle,Title\n${Array.from({ length: 250 }, (_, index) => `p-${index},Product\n`).join('')}`);
  await until(async () => (await productsOfShop()) === 200);
  expect(await upload(CSV)).toMatchObject({ status: 409, answer: { error: { code: 'IMPORT_RUNNING' } } });
  first.destroy(new Error('the tab was closed'));
  await isBroken;
  await until(async () => (await upload(CSV)).status === 200);
  expect(await productsOfShop()).toBe(201);
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20);
}
