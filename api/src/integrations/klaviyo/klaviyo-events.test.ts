import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { delivery, OpenBudget, people } from '../destination.fixture.ts';
import { KlaviyoDestination } from './klaviyo.destination.ts';

const EVENTS = '/api/event-bulk-create-jobs';
const REPEATED = {
  errors: [{ id: '1', code: 'invalid', title: 'Invalid input.', detail: 'The unique_id is repeated.' }],
};
const asked: string[] = [];

/** Klaviyo as its document says of repeated events, which the stand-in takes more kindly. */
const vendor = createServer((request, response) => {
  asked.push(request.url ?? '');
  const [status, body] = request.url === EVENTS ? [400, REPEATED] : [202, { data: { id: 'job' } }];
  response.writeHead(status, { 'content-type': 'application/vnd.api+json' }).end(JSON.stringify(body));
});

beforeAll(() => new Promise<void>((done) => vendor.listen(0, '127.0.0.1', done)));
afterAll(() => vendor.close());

test('events that Klaviyo has already are sent in one request, not in halves, and everybody is in', async () => {
  const { port } = vendor.address() as AddressInfo;
  const klaviyo = new KlaviyoDestination({ baseUrl: `http://127.0.0.1:${port}`, budget: new OpenBudget() });
  const outcomes = await klaviyo.deliver(
    { key: 'pk', accountId: 'K' },
    delivery('L', people(20), { sendsEvent: true }),
  );
  expect(asked.filter((path) => path === EVENTS)).toHaveLength(1);
  expect([...outcomes.values()].every(({ kind }) => kind === 'ACCEPTED')).toBe(true);
});
