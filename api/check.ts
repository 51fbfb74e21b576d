/** `pnpm check`: everything about the source that a machine can judge, side by side; prints what fails, exits with 1. */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { isFresh, PRODUCTS, ROOT } from './freshness.ts';

/** One thing that is checked; what it gives is what is wrong, and empty when nothing is. */
interface Check {
  name: string;
  find(): Promise<string>;
}

const bin = (name: string) => join(ROOT, 'node_modules', '.bin', name);

const CHECKS: readonly Check[] = [
  { name: 'generated documents', find: findDocumentDrift },
  ...['api', 'api/graphiql', 'api/shopify-frame', 'admin', 'widget', 'e2e', 'bench'].map((name) => ({
    name: `types of ${name}`,
    find: () => run([bin('tsc'), '-p', name]),
  })),
  { name: 'emitted schemas', find: findSchemaDrift },
  { name: 'manifest of the element', find: findManifestDrift },
  { name: 'migrations', find: () => run([process.execPath, 'api/migration-drift.ts']) },
  { name: 'format and lint', find: () => run([bin('biome'), 'check', '--error-on-warnings']) },
  { name: 'unused code', find: () => run([bin('knip'), '--no-progress']) },
  { name: 'house rules', find: () => run([bin('vitest'), 'run', '--project', 'house', '--reporter', 'dot']) },
];

await requireClient();
const began = performance.now();
const failed = await runAll(CHECKS);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
process.stdout.write(`${CHECKS.length - failed} of ${CHECKS.length} checks passed in ${seconds} s.\n`);
process.exit(failed === 0 ? 0 : 1);

/** In a fresh clone the types of the database are not there yet. */
async function requireClient(): Promise<void> {
  const client = PRODUCTS.flat().find(({ name }) => name === 'Prisma client');
  if (!client || isFresh(client)) return;
  const problem = await run([process.execPath, 'api/build.ts', 'client']);
  if (problem === '') return;
  process.stderr.write(problem);
  process.exit(1);
}

/** As many at a time as there are processors; gives how many failed. */
async function runAll(checks: readonly Check[]): Promise<number> {
  const waiting = [...checks];
  let failed = 0;
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) if (!(await passes(check))) failed += 1;
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  return failed;
}

async function passes(check: Check): Promise<boolean> {
  const began = performance.now();
  const problem = (await check.find()).trim();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(problem === '' ? `✓ ${check.name} (${seconds} s)\n` : `✗ ${check.name}\n${indent(problem)}\n`);
  return problem === '';
}

async function findSchemaDrift(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vip-schema-'));
  try {
    const problem = await run([process.execPath, 'api/build.ts', 'schema', folder]);
    return problem || (await compareFolders(folder, join(ROOT, 'api', 'schema'), 'pnpm schema:emit'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function findManifestDrift(): Promise<string> {
  const widget = join(ROOT, 'widget');
  const folder = await mkdtemp(join(tmpdir(), 'vip-manifest-'));
  try {
    const analyser = join(widget, 'node_modules', '.bin', 'cem');
    const problem = await run([analyser, 'analyze', '--quiet', '--outdir', relative(widget, folder)], widget);
    const [made, kept] = await Promise.all(
      [folder, widget].map((place) => readFile(join(place, 'custom-elements.json'), 'utf8').catch(() => 'missing')),
    );
    return (
      problem || (made === kept ? '' : 'custom-elements.json: not what the source says; run `pnpm manifest:emit`.')
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function findDocumentDrift(): Promise<string> {
  return run([bin('graphql-codegen'), '--config', 'codegen.ts', '--check', '--silent']);
}

async function compareFolders(made: string, kept: string, remedy: string): Promise<string> {
  const names = [...new Set([...(await readdir(made)), ...(await readdir(kept))])];
  const read = (folder: string, name: string) => readFile(join(folder, name), 'utf8').catch(() => 'missing');
  const stale: string[] = [];
  for (const name of names) if ((await read(made, name)) !== (await read(kept, name))) stale.push(name);
  return stale.length === 0 ? '' : `${stale.join(', ')}: not what the source makes; run \`${remedy}\`.`;
}

/** Gives what a command printed if it failed, else nothing. */
function run([program = '', ...args]: readonly string[], cwd = ROOT): Promise<string> {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const printed: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
    }
    child.once('error', (error) => done(error.message));
    child.once('close', (code) => done(code === 0 ? '' : printed.join('') || `${program} ended with ${code}`));
  });
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
