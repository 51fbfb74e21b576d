import cluster from 'node:cluster';
import { type AppParts, createServices } from './app.ts';
import { createApp } from './doors.ts';
import { loadAppKey } from './platform/app-key.ts';
import { openDatabase } from './platform/database/database.ts';
import { describeFault } from './platform/fault.ts';
import { closeOnSignals, type TerminalSignal } from './platform/http/close-gracefully.ts';
import { listen } from './platform/http/listen.ts';
import { MemoryAtRest, ownMemory } from './platform/memory-at-rest.ts';
import { createWorker, createWorkerHttp } from './worker.ts';

/** What a terminal sends to every process at once. One of several leaves it to the one that keeps them, which asks each to end. */
const FROM_TERMINAL: TerminalSignal[] = ['SIGINT', 'SIGHUP', 'SIGQUIT'];

/** Serves in this process, as the settings say, until it is asked to stop; comes back once it listens. Throws `StartError` where it cannot. */
export async function serve({ config, logger }: Pick<AppParts, 'config' | 'logger'>): Promise<void> {
  const appKey = await loadAppKey(config);
  const database = await openDatabase(config);
  try {
    await open({ config, database, appKey, logger });
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function open(parts: AppParts): Promise<void> {
  const { config, database } = parts;
  const services = createServices(parts);
  if (services.sessions && config.worker !== 'only') await services.demoShop.seed();
  const http = config.worker === 'only' ? await createWorkerHttp(parts, services) : await createApp(parts, services);
  const worker = config.worker === 'off' ? null : createWorker(parts, services);
  const stopWorker = async () => worker?.stop(config.shutdownGraceMs);
  // Both end at the same time: neither waits for the other's grace.
  http.addHook('preClose', async () => {
    stopWorker().catch((err: unknown) =>
      parts.logger.error({ err: describeFault(err) }, 'the worker did not stop well'),
    );
  });
  const after = () => stopWorker().finally(() => database.close());
  const { shutdownDelayMs: delayMs, shutdownGraceMs: graceMs } = config;
  closeOnSignals(http, { delayMs, graceMs, after }, ignoredSignals());
  const memory = ownMemory();
  if (memory) new MemoryAtRest(memory).start();
  await listen(http, config);
  await worker?.start();
}

/** The signals that are not for this process. */
function ignoredSignals(): TerminalSignal[] {
  if (cluster.isPrimary) return [];
  for (const signal of FROM_TERMINAL) process.on(signal, () => {});
  return FROM_TERMINAL;
}
