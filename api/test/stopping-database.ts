import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { readConfig } from '../src/platform/config.ts';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { type EmbeddedServer, joinEmbeddedServer } from '../src/platform/database/embedded/embedded-server.ts';

/** A database whose server a test stops and starts. It stays at one address, whichever port the server has. */
export interface StoppingDatabase {
  readonly database: Database;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** A server of the test file's own, migrated; it goes with the file. Call it in `beforeAll`; it takes seconds. */
export async function stoppingDatabase(): Promise<StoppingDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'vip-stopping-'));
  const start = () => joinEmbeddedServer(join(folder, 'postgres'));
  let server: EmbeddedServer | null = await start();
  const proxyPort = await proxyTo(() => server && Number(new URL(server.urlOf('postgres')).port));
  const url = Object.assign(new URL(server.urlOf('postgres')), { port: String(proxyPort) }).href;
  const database = await openDatabase(readConfig({ DATABASE_URL: url }));
  const stop = async () => {
    await server?.leave();
    server = null;
  };
  afterAll(async () => {
    await database.close();
    await stop();
    await rm(folder, { recursive: true });
  });
  return {
    database,
    stop,
    async start() {
      server ??= await start();
    },
  };
}

async function proxyTo(port: () => number | null): Promise<number> {
  const open = new Set<Socket>();
  const proxy = createServer((client) => {
    const target = port();
    if (target === null) return client.destroy();
    const server = connect(target, '127.0.0.1');
    for (const socket of [client, server]) {
      open.add(socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket)));
    }
    server.on('close', () => client.destroy());
    client.on('close', () => server.destroy());
    return client.pipe(server).pipe(client);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    for (const socket of open) socket.destroy();
    proxy.close();
  });
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return address.port;
}
