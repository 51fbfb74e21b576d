import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createInstallation } from '../src/installation-parts.ts';

const shopify = { apiKey: 'k', apiSecret: 's', previousApiSecret: null, standInUrl: null };

test.each([
  ['in standalone mode our own page may be tested', null, 'GATE_MISSING', 1],
  ['with Shopify’s credentials nothing inside may be, not even our own page', shopify, 'NOT_HTTPS', 0],
])('%s', async (_rule, credentials, finding, visits) => {
  let visited = 0;
  const server = createServer((_request, response) => {
    visited += 1;
    response.writeHead(200, { 'content-type': 'text/html' }).end('<script src="/widget/v1/vip-gate.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const campaigns = { find: async () => ({ id: 'c1', name: 'Winter drop' }) };
  const installation = createInstallation({ config: { publicUrl, shopify: credentials }, campaigns, releases: [] });

  const { installationTest } = await installation.test('shop', 'c1', `${publicUrl}/demo/`);

  expect(installationTest?.findings[0]?.code).toBe(finding);
  expect(visited).toBe(visits);
});
