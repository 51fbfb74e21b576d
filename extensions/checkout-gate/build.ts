/**
 * `node build.ts`: compiles the function to `dist/checkout-gate.wasm`, as Shopify's tools and our tests want it, from npm's packages
 * alone. `node build.ts --check`: only looks whether it compiles.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { main } from 'assemblyscript/asc';

const HERE = import.meta.dirname;
const OUT = 'dist/checkout-gate.wasm';
/** A quarter of what Shopify takes: the function is loaded in every checkout. */
const LIMIT_BYTES = 64_000;
const ALLOWED_IMPORTS = ['fd_read', 'fd_write', 'proc_exit'];

const problem = process.argv.includes('--check') ? await compile('--noEmit') : ((await make()) ?? '');
if (problem) process.stderr.write(`${problem}\n`);
process.exitCode = problem ? 1 : 0;

/** Gives what is wrong; null when all is well. */
async function make(): Promise<string | null> {
  await rm(join(HERE, 'dist'), { recursive: true, force: true });
  const problem = (await compile('--outFile', OUT)) ?? findFault(await readFile(join(HERE, OUT)));
  if (problem) await rm(join(HERE, OUT), { force: true });
  return problem;
}

/** Without garbage collection: a run ends within milliseconds, and its memory with it. A fault ends it by a trap. */
async function compile(...args: string[]): Promise<string | null> {
  const how = ['-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort=', '--baseDir', HERE];
  const { error, stderr, stdout } = await main(['assembly/index.ts', ...how, ...args]);
  return error ? `${stdout}${stderr}${error.message}` : null;
}

function findFault(wasm: Buffer<ArrayBuffer>): string | null {
  if (wasm.length > LIMIT_BYTES) return `The function has ${wasm.length} bytes; at most ${LIMIT_BYTES} are allowed.`;
  const foreign = WebAssembly.Module.imports(new WebAssembly.Module(wasm)).filter(
    ({ module, name }) => module !== 'wasi_snapshot_preview1' || !ALLOWED_IMPORTS.includes(name),
  );
  if (foreign.length === 0) return null;
  return `The function imports ${foreign.map(({ name }) => name).join(', ')}, which Shopify does not give.`;
}
