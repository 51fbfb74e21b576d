import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { SEED_SHOPS } from './world/seed-shops.ts';

test('by itself the stand-in prints its address, shows its shops, lets nobody else press its buttons, and ends when told to', async () => {
  const child = spawn(process.execPath, [
    join(import.meta.dirname, 'shopify-stand-in.process.ts'),
    '--products',
    '300',
  ]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const [address] = await once(createInterface(child.stdout), 'line');
  const [{ domain }] = SEED_SHOPS;
  const install = (headers: Record<string, string>) =>
    fetch(`${address}/store/${domain}/install`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(),
      redirect: 'manual',
    });

  const home = await (await fetch(`${address}/store/${domain}`)).text();
  const foreign = await install({ origin: 'https://elsewhere.example' });
  const own = await install({ origin: String(address) });

  expect(home).toMatch(/First Light.*Second Wind/s);
  expect([foreign.status, own.status]).toEqual([403, 303]);
  expect(await (await fetch(`${address}/store/${domain}/products`)).text()).toContain('307 products');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
