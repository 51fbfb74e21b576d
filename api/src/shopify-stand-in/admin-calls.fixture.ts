import type { TestShopify } from './shopify-stand-in.fixture.ts';

/** What a call came back with. `body` is for the test to look into. */
export interface CallAnswer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the test says what the answer looks like.
  readonly body: any;
}

/** An Admin operation, with a new token unless one is named. */
export function askAdmin(
  at: TestShopify,
  shop: string,
  { query, variables = {}, token }: { query: string; variables?: object; token?: string },
): Promise<CallAnswer> {
  const headers = { 'x-shopify-access-token': token ?? at.offlineToken(shop) };
  return post(`${at.url}/admin/api/2026-10/graphql.json`, { query, variables }, { ...shopHeader(shop), ...headers });
}

/** A call of the token endpoint, with the app's id and secret unless the body says otherwise. */
export function askToken(at: TestShopify, shop: string, body: object): Promise<CallAnswer> {
  const { apiKey, apiSecret } = at.config;
  const whole = { client_id: apiKey, client_secret: apiSecret, ...body };
  return post(`${at.url}/admin/oauth/access_token`, whole, shopHeader(shop));
}

/** The body that exchanges an ID token for an expiring offline token. */
export function exchangeOf(idToken: string, expiring = '1'): object {
  return {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: idToken,
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
    expiring,
  };
}

function shopHeader(shop: string) {
  return { 'x-shopify-stand-in-shop': shop };
}

async function post(url: string, body: object, headers: Record<string, string>): Promise<CallAnswer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? '' : JSON.parse(text) };
}
