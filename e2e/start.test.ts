import { cp, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort, freshDataDir, startProduct, startRefused } from './product.ts';

/** One sentence for a person, no stack: what `start` prints when it refuses. */
function expectOneSentence(output: string): void {
  const lines = output.trim().split('\n');
  expect(lines, output).toHaveLength(1);
  expect(output).not.toMatch(/\n\s+at /);
  expect(output.trim()).toMatch(/\.$/);
}

async function campaignNames(url: string): Promise<string[]> {
  const session = await fetch(`${url}/admin/session`, { method: 'POST' });
  const { token } = (await session.json()) as { token: string };
  const answer = await fetch(`${url}/admin/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ campaigns { nodes { name } } }' }),
  });
  const { data } = (await answer.json()) as { data: { campaigns: { nodes: { name: string }[] } } };
  return data.campaigns.nodes.map((campaign) => campaign.name).sort();
}

test('a first start fills the demo shop, a second one keeps it, and both end cleanly', async () => {
  const first = await startProduct();
  const before = await campaignNames(first.url);
  expect(before).toHaveLength(4);
  expect(await first.stop('SIGTERM')).toBe(0);

  const second = await startProduct({ dataDir: first.dataDir });
  expect(await campaignNames(second.url)).toEqual(before);
  expect(await second.stop('SIGINT')).toBe(0);
});

test('after a kill nothing is lost and the next start works', async () => {
  const killed = await startProduct();
  const before = await campaignNames(killed.url);
  expect(await killed.stop('SIGKILL')).toBeNull();

  const next = await startProduct({ dataDir: killed.dataDir });
  expect(await campaignNames(next.url)).toEqual(before);
  expect(await next.stop()).toBe(0);
});

test('a taken port is told in one sentence', async () => {
  const port = await freePort();
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(port, '127.0.0.1', resolve));

  const refused = await startRefused({ port });
  await new Promise((resolve) => holder.close(resolve));

  expect(refused.code).toBeGreaterThan(0);
  expect(refused.output).toContain(String(port));
  expectOneSentence(refused.output);
});

test('a database that does not answer is told in one sentence, without its password', async () => {
  const port = await freePort();

  const refused = await startRefused({ env: { DATABASE_URL: `postgresql://app:hunter2@127.0.0.1:${port}/app` } });

  expect(refused.code).toBeGreaterThan(0);
  expect(refused.output).toContain('DATABASE_URL');
  expect(refused.output).not.toContain('hunter2');
  expectOneSentence(refused.output);
});

test('an address that is none at all is told by the name of its setting', async () => {
  const refused = await startRefused({ env: { DATABASE_URL: 'somewhere' } });

  expect(refused.code).toBeGreaterThan(0);
  expect(refused.output).toContain('DATABASE_URL');
  expect(refused.output).not.toMatch(/\n\s+at /);
});

test('a data folder that cannot be written is told in one sentence', async () => {
  const dataDir = join(await freshDataDir(), 'a-file');
  await writeFile(dataDir, '');

  const refused = await startRefused({ dataDir: join(dataDir, 'data') });

  expect(refused.code).toBeGreaterThan(0);
  expect(refused.output).toContain('DATA_DIR');
  expectOneSentence(refused.output);
});

test('a damaged .env is told by its line, not by what stands in it', async () => {
  const root = await freshDataDir();
  await mkdir(join(root, 'api'));
  for (const file of ['start.ts', 'env-file.ts', 'freshness.ts']) {
    await cp(join(import.meta.dirname, '..', 'api', file), join(root, 'api', file));
  }
  await writeFile(join(root, '.env'), 'PORT=4000\nAPP_KEY hunter2\n');

  const refused = await startRefused({ root });

  expect(refused.code).toBeGreaterThan(0);
  expect(refused.output).toContain('line 2');
  expect(refused.output).not.toContain('hunter2');
  expectOneSentence(refused.output);
});

test('production without Shopify credentials is refused and says what is missing', async () => {
  const refused = await startRefused({ env: { NODE_ENV: 'production' } });

  expect(refused.code).toBeGreaterThan(0);
  expect(refused.output).toContain('SHOPIFY_API_KEY');
  expect(refused.output).not.toMatch(/\n\s+at /);
});
