import { rm } from 'node:fs/promises';
import { freePort, freshDataDir, type Product, startProduct } from '../e2e/product.ts';

/** Several processes of the built product over one PostgreSQL, as an operator scales it. */
export interface Processes {
  readonly urls: readonly string[];
  /** Stops all of them and removes their data. */
  stop(): Promise<void>;
}

/** Starts `count` processes, each on a port of its own; they share data folder, key, database and public address. */
export async function startProcesses(count: number, env: Record<string, string> = {}): Promise<Processes> {
  const dataDir = await freshDataDir();
  const first = await freePort();
  const shared = { PUBLIC_URL: `http://127.0.0.1:${first}`, LOG_LEVEL: 'fatal', ...env };
  const running: Product[] = [];
  const stop = async () => {
    await Promise.all(running.map((product) => product.stop()));
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    // One after the other: the first builds, initialises PostgreSQL and migrates.
    for (let started = 0; started < count; started += 1) {
      const port = started === 0 ? first : await freePort();
      running.push(await startProduct({ dataDir, port, env: shared }));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { urls: running.map(({ url }) => url), stop };
}
