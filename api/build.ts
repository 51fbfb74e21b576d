/**
 * `node api/build.ts`: makes whatever is not fresh. `node api/build.ts client`: the Prisma client alone.
 * `node api/build.ts schema [FOLDER]`: makes the API alone and writes both schemas into the folder. What it has to say goes to stderr: stdout belongs to what the build is for.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { waitForTurn } from './build-lock.ts';
import { isFresh, PRODUCTS, type Product, ROOT, refresh } from './freshness.ts';

const [task, folder = 'api/schema'] = process.argv.slice(2);
const PARTS: Record<string, string[]> = { client: ['Prisma client'], schema: ['Prisma client', 'api'] };
const wanted = PARTS[task ?? ''] ?? PRODUCTS.flat().map(({ name }) => name);

await waitForTurn();
for (const row of PRODUCTS) {
  const stale = row.filter((product) => wanted.includes(product.name) && !isFresh(product));
  const made = await Promise.allSettled(stale.map(make));
  if (made.some(({ status }) => status === 'rejected')) process.exit(1);
}
if (task === 'schema') await runNode(['api/dist/emit-schema.js', folder]).catch(() => process.exit(1));

async function make(product: Product): Promise<void> {
  process.stderr.write(`Building ${product.name} …\n`);
  await refresh(product, () => runNode(product.command));
}

function runNode(command: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    const [script = '', ...args] = command;
    const child = spawn(process.execPath, [join(ROOT, script), ...args], { cwd: ROOT, stdio: ['ignore', 2, 2] });
    child.once('error', fail);
    child.once('exit', (code) => {
      if (code === 0) return done();
      process.stderr.write(`${script} failed.\n`);
      fail(new Error(`${script} ended with ${code}`));
    });
  });
}
