import { beforeAll, expect, test } from 'vitest';
import { asker, type TestApp, testApp } from '../../test/app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
  await app.services.demoShop.seed();
});

function signIn(headers: Record<string, string>) {
  return app.http.inject({ method: 'POST', url: '/admin/session', headers });
}

test('on this machine the merchant of the demo shop is signed in without a password', async () => {
  const response = await signIn({ host: '127.0.0.1:4000', 'sec-fetch-site': 'same-origin' });

  expect(response.headers['cache-control']).toBe('no-store');
  const { token, shop } = response.json();
  const ask = asker(app.http, '/admin/graphql', { headers: { authorization: `Bearer ${token}` } });
  expect((await ask('{ shop { domain } }')).data.shop.domain).toBe(shop.domain);
});

test.each([
  ['a page of another site', { host: '127.0.0.1:4000', 'sec-fetch-site': 'cross-site' }],
  ['a page of another origin, in an older browser', { host: '127.0.0.1:4000', origin: 'https://evil.example' }],
  ['another port of this machine', { host: '127.0.0.1:4000', origin: 'http://127.0.0.1:5000' }],
  ['a name that was made to point at this machine', { host: 'evil.example:4000' }],
])('%s is not signed in', async (_who, headers) => {
  const response = await signIn(headers as Record<string, string>);

  expect(response.statusCode).toBe(403);
  expect(response.body).not.toContain('token');
});
