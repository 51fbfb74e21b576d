import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinEmbeddedServer } from './src/platform/database/embedded/embedded-server.ts';

/** A PostgreSQL that lives as long as a piece of work. */
export interface ScratchServer {
  /** Address of the database `name`, with its password. */
  urlOf(name: string): string;
  /** Stops the server and deletes all of it. */
  remove(): Promise<void>;
}

/** What is lost in a crash is of no use to anybody, so nothing waits for the disk; and many apps may be open at once, each with pools of its own. */
const FOR_TESTS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '500' };

/** Starts an embedded PostgreSQL in a temporary folder, for tests and tools. */
export async function startScratchServer(): Promise<ScratchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'vip-scratch-'));
  const server = await joinEmbeddedServer(join(folder, 'postgres'), FOR_TESTS);
  const remove = async () => {
    await server.leave();
    await rm(folder, { recursive: true, force: true });
  };
  return { urlOf: server.urlOf, remove };
}
