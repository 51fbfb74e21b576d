import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch as watchFolder } from 'node:fs';
import { join } from 'node:path';
import { PRODUCTS, ROOT } from './freshness.ts';

const SETTLE_MS = 150;

/** Runs the server in a process of its own, and on every change of a source builds and starts it anew. */
export async function watch(): Promise<void> {
  let server = startServer();
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const restart = async () => {
    if (!(await succeeds(join(ROOT, 'api/build.ts')))) return;
    await stop(server);
    server = startServer();
  };
  const onChange = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(restart);
    }, SETTLE_MS);
  };
  const folders = new Set(
    PRODUCTS.flat().flatMap(({ sources }) => sources.filter((source) => source.endsWith('/src'))),
  );
  const watchers = [...folders, 'prisma'].map((folder) => watchSources(folder, onChange));
  const end = async () => {
    for (const watcher of watchers) watcher.close();
    await stop(server);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
}

function watchSources(folder: string, onChange: () => void) {
  return watchFolder(join(ROOT, folder), { recursive: true }, (_event, name) => {
    if (!name?.startsWith('client')) onChange();
  });
}

/** In a process group of its own: Ctrl-C would reach it twice, from the terminal and from `stop`, and a second signal ends it at once. */
function startServer(): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'api/dist/server.js')], { cwd: ROOT, stdio: 'inherit', detached: true });
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGTERM');
  await once(server, 'exit');
}

async function succeeds(script: string): Promise<boolean> {
  const [code] = await once(spawn(process.execPath, [script], { cwd: ROOT, stdio: ['ignore', 2, 2] }), 'exit');
  return code === 0;
}
