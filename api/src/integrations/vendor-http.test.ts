import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { VendorHttp } from './vendor-http.ts';
import { VendorProblem } from './vendor-problem.ts';

type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

const ATTEMPT_MS = 400;
let behaviour: Behaviour;
let seen: string[];
let server: ReturnType<typeof createServer>;
let sockets: Set<Socket>;

beforeEach(async () => {
  seen = [];
  sockets = new Set();
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    behaviour(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await listening(server);
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

describe('an answer that speaks for the whole call', () => {
  test.each([
    [401, 'KEY_REFUSED', false],
    [403, 'SCOPE_MISSING', false],
    [410, 'VERSION_RETIRED', false],
    [429, 'THROTTLED', false],
    [408, 'UNREACHABLE', true],
    [500, 'UNREACHABLE', true],
    [502, 'UNREACHABLE', true],
    [503, 'UNREACHABLE', true],
    [504, 'UNREACHABLE', true],
  ])('of %i is %s', async (status, kind, mayHaveApplied) => {
    behaviour = (_request, response) => response.writeHead(status).end('{"words":"no"}');
    expect(await problem('POST')).toMatchObject({ kind, mayHaveApplied, detail: 'no' });
  });

  test('of 500 to a question has applied nothing', async () => {
    behaviour = (_request, response) => response.writeHead(500).end();
    expect(await problem('GET')).toMatchObject({ kind: 'UNREACHABLE', mayHaveApplied: false });
  });
});

describe('a wait', () => {
  test.each([
    ['in seconds', { 'retry-after': '7' }, '', 7000, 7000],
    ['as a date', { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }, '', 50_000, 61_000],
    ['as a date that is past', { 'retry-after': new Date(0).toUTCString() }, '', 0, 0],
    ['in the body', {}, '{"retryAfter":12}', 12_000, 12_000],
  ])('that is said %s is obeyed', async (_form, headers, body, least, most) => {
    behaviour = (_request, response) => response.writeHead(429, headers).end(body);
    const { retryAfterMs } = await problem('POST');
    expect(retryAfterMs).toBeGreaterThanOrEqual(least);
    expect(retryAfterMs).toBeLessThanOrEqual(most);
  });

  test.each([{}, { 'retry-after': 'soon' }])('that is not said is not made up', async (headers) => {
    behaviour = (_request, response) => response.writeHead(429, headers).end();
    expect((await problem('POST')).retryAfterMs).toBeNull();
  });
});

describe('a broken answer', () => {
  test.each<[string, Behaviour]>([
    ['that is no JSON', (_request, response) => response.writeHead(200).end('<html>')],
    ['that ends in the middle', (_request, response) => void cutAfterHalf(response)],
    ['without an end to its size', (_request, response) => response.writeHead(200).end('1'.repeat(2000))],
    ['that points elsewhere', (_request, response) => response.writeHead(307, { location: '/other' }).end()],
  ])('%s may have been applied', async (_name, broken) => {
    behaviour = broken;
    expect(await problem('POST')).toMatchObject({ kind: 'BROKEN_ANSWER', mayHaveApplied: true });
    expect(seen).toEqual(['POST /x']);
  });

  test('a refusal whose words are no JSON is still the refusal', async () => {
    behaviour = (_request, response) => response.writeHead(400).end('<html>');
    expect(await client().send({ method: 'POST', path: '/x', headers: {} })).toEqual({ status: 400, body: undefined });
  });
});

describe('a vendor that does not come to its end', () => {
  test.each<[string, Behaviour]>([
    ['answers nothing', () => undefined],
    ['answers a byte at a time', (_request, response) => drip(response)],
  ])('%s: the attempt ends, and its socket with it', async (_name, slow) => {
    behaviour = slow;
    expect(await problem('POST')).toMatchObject({ kind: 'UNREACHABLE', mayHaveApplied: true });
    await expect.poll(() => sockets.size).toBe(0);
  });

  test('stalls before its certificate: the attempt ends', async () => {
    const silent = createSocketServer((socket) => socket.resume().on('error', () => undefined));
    await listening(silent);
    const http = new VendorHttp({
      baseUrl: `https://127.0.0.1:${portOf(silent)}`,
      explain: () => '',
      attemptMs: ATTEMPT_MS,
    });
    const fault = await http.send({ method: 'POST', path: '/x', headers: {} }).catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ kind: 'UNREACHABLE', mayHaveApplied: false });
    // It ends only once no connection is left.
    await new Promise((done) => silent.close(done));
  });

  test('a vendor where nobody listens has applied nothing', async () => {
    const gone = createSocketServer();
    await listening(gone);
    const baseUrl = `http://127.0.0.1:${portOf(gone)}`;
    await new Promise((done) => gone.close(done));
    const http = new VendorHttp({ baseUrl, explain: () => '' });
    const fault = await http.send({ method: 'POST', path: '/x', headers: {} }).catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ kind: 'UNREACHABLE', mayHaveApplied: false });
  });

  test('a connection that breaks after the request may have applied it', async () => {
    behaviour = (request) => request.socket.destroy();
    expect(await problem('POST')).toMatchObject({ kind: 'UNREACHABLE', mayHaveApplied: true });
  });
});

test('an empty answer is an answer', async () => {
  behaviour = (_request, response) => response.writeHead(202).end();
  expect(await client().send({ method: 'POST', path: '/x', headers: {} })).toEqual({ status: 202, body: undefined });
});

function client(): VendorHttp {
  const baseUrl = `http://127.0.0.1:${portOf(server)}/`;
  return new VendorHttp({ baseUrl, explain, attemptMs: ATTEMPT_MS, maxBytes: 1000 });
}

async function problem(method: 'GET' | 'POST'): Promise<VendorProblem> {
  const body = method === 'POST' ? { a: 1 } : undefined;
  const sending = client().send({ method, path: '/x', headers: {}, ...(body ? { body } : {}) });
  const fault = await sending.then(() => null).catch((thrown: unknown) => thrown);
  if (fault instanceof VendorProblem) return fault;
  throw new Error('It did not fail as a vendor does.', { cause: fault });
}

function explain(body: unknown): string {
  return typeof body === 'object' && body !== null && 'words' in body ? String(body.words) : '';
}

function cutAfterHalf(response: ServerResponse): void {
  response.writeHead(200, { 'content-length': '100' });
  response.write('{"data":', () => response.destroy());
}

function drip(response: ServerResponse): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
}

function listening(one: Server): Promise<void> {
  return new Promise((done) => one.listen(0, '127.0.0.1', done));
}

function portOf(one: Server): number {
  const address = one.address() as AddressInfo;
  return address.port;
}
