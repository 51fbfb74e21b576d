/**
 * `pnpm start [COMMAND …]`: reads `.env`, builds what is not fresh, and runs the server, or the command, in this process.
 * `pnpm dev` does the same and starts anew on every change.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { EnvFileError, readEnvFile } from './env-file.ts';
import { isFresh, PRODUCTS, ROOT } from './freshness.ts';

const ENTRIES: Record<string, string> = {
  serve: 'server.js',
  'token:create': 'token-create.js',
  'catalog:import': 'catalog-import.js',
  'keys:rotate': 'keys-rotate.js',
  'sync:resume': 'sync-resume.js',
};

const [command = 'serve', ...args] = process.argv.slice(2);
readSettings();
buildStale();
if (command === '--watch') await (await import('./watch.ts')).watch();
else await run(ENTRIES[command] ?? fail(`There is no command ${command}.`));

/** A variable of the environment wins over the same one in the file. */
function readSettings(): void {
  try {
    const { NODE_ENV, ...settings } = { ...readEnvFile(join(ROOT, '.env')), ...process.env };
    Object.assign(process.env, settings, NODE_ENV === undefined ? {} : { NODE_ENV });
  } catch (error) {
    if (error instanceof EnvFileError) fail(error.message);
    throw error;
  }
}

/** In a process of its own, whose memory the server would otherwise carry with it for good. */
function buildStale(): void {
  if (PRODUCTS.flat().every(isFresh)) return;
  const { status } = spawnSync(process.execPath, [join(ROOT, 'api/build.ts')], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
}

async function run(entry: string): Promise<void> {
  const path = join(ROOT, 'api', 'dist', entry);
  process.argv = [process.execPath, path, ...args];
  await import(path);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
