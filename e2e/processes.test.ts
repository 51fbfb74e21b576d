import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { freshDataDir, type Product, startProduct, startRefused } from './product.ts';

const SEVERAL = { API_PROCESSES: '2', LOG_LEVEL: 'info' };
const SOON_MS = 60_000;

/** Numbers of the processes that have begun to listen so far, the earliest first. */
function listening(product: Product): number[] {
  return [...product.output().matchAll(/"fork":(\d+),"msg":"a process listens"/g)].map(([, pid]) => Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function untilListening(product: Product, count: number): Promise<number[]> {
  const late = performance.now() + SOON_MS;
  while (listening(product).length < count && performance.now() < late) await wait(50);
  return listening(product);
}

/** Which processes have answered, as their log lines say, after so many requests on connections of their own. */
async function answering(product: Product, requests: number): Promise<Set<string>> {
  const before = product.output().length;
  for (let asked = 0; asked < requests; asked += 1) {
    const headers = { connection: 'close', 'content-type': 'application/json' };
    const asking = { method: 'POST', headers, body: JSON.stringify({ query: '{ __typename }' }) };
    expect((await fetch(`${product.url}/public/graphql`, asking)).status).toBe(200);
  }
  await wait(200);
  return new Set(
    [
      ...product
        .output()
        .slice(before)
        .matchAll(/"process":(\d+)/g),
    ].map(([, pid]) => pid ?? ''),
  );
}

test('two processes serve at one port; one that is killed is replaced while the other goes on; one signal ends all', async () => {
  const product = await startProduct({ env: SEVERAL });
  const [first = 0, second = 0] = await untilListening(product, 2);
  expect(await answering(product, 6)).toEqual(new Set([String(first), String(second)]));

  process.kill(second, 'SIGKILL');
  while (isAlive(second)) await wait(10);
  expect(await answering(product, 6)).toContain(String(first));
  const [, , third = 0] = await untilListening(product, 3);
  expect(await answering(product, 6)).toEqual(new Set([String(first), String(third)]));

  expect(await product.stop('SIGTERM')).toBe(0);
  expect([first, third].filter(isAlive)).toEqual([]);
});

test('processes end with the one that keeps them, however it ends, and the next start finds port and data', async () => {
  const killed = await startProduct({ env: SEVERAL });
  const forks = await untilListening(killed, 2);
  expect(forks).toHaveLength(2);
  await killed.stop('SIGKILL');
  while (forks.some(isAlive)) await wait(10);

  const next = await startProduct({ dataDir: killed.dataDir, port: killed.port });
  expect(await next.stop()).toBe(0);
});

test('what keeps several processes from starting is told once', async () => {
  const dataDir = await freshDataDir();
  await mkdir(dataDir, { recursive: true });
  await writeFile(join(dataDir, 'app.key'), 'no key');

  const { code, output } = await startRefused({ dataDir, env: { API_PROCESSES: '3' } });

  expect(code).toBe(1);
  expect(output.match(/app\.key/g)).toHaveLength(1);
  expect(output).not.toMatch(/\n\s+at /);
});

test('more processes than PostgreSQL has connections for are refused', async () => {
  const { code, output } = await startRefused({ env: { API_PROCESSES: '64' } });

  expect(code).toBe(1);
  expect(output.trim()).toMatch(/^API_PROCESSES .*max_connections.*\.$/);
});
