import { KLAVIYO_TEST, OMNISEND_TEST } from './stand-in.fixture.ts';
import type { RunningStandIn } from './stand-in-server.ts';

/** What a call came back with. `body` is for the test to look into. */
export interface CallAnswer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the test says what the answer looks like.
  readonly body: any;
}

/** What may be asked beside method and path. */
export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A call of Klaviyo's API with everything that it wants, unless a header says otherwise. */
export function callKlaviyo(at: RunningStandIn, request: string, { body, headers }: CallOptions = {}) {
  const wanted = { authorization: `Klaviyo-API-Key ${KLAVIYO_TEST.key}`, revision: '2026-07-15' };
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/vnd.api+json' };
  return call(at.klaviyoUrl, request, { body, headers: { ...wanted, ...type, ...headers } });
}

/** A call of Omnisend's API with everything that it wants, unless a header says otherwise. */
export function callOmnisend(at: RunningStandIn, request: string, { body, headers }: CallOptions = {}) {
  const wanted = { authorization: `Omnisend-API-Key ${OMNISEND_TEST.key}`, 'omnisend-version': '2026-03-15' };
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  return call(at.omnisendUrl, request, { body, headers: { ...wanted, ...type, ...headers } });
}

async function call(base: string, request: string, { body, headers }: CallOptions): Promise<CallAnswer> {
  const [method = 'GET', path = ''] = request.split(' ');
  const answer = await fetch(`${base}${path}`, {
    ...{ method, redirect: 'manual', headers: { ...headers } },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') && text !== '';
  return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
}
