import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { startCrashServer } from '../api/crash-server.ts';
import { loadedServer } from './drop/contestants.ts';
import { hostileDocuments } from './hostile-documents.ts';
import { Connection } from './load/connection.ts';
import type { Findings, Measurement } from './measurement.ts';
import { SETTINGS } from './settings.ts';
import { watchMemory } from './stage/memory-watch.ts';
import { quantile } from './statistics.ts';

const TIMES = SETTINGS.hostileTimes;
const [MOST_P99_MS, MOST_PROBE_P99_MS, MOST_GROWTH_MB] = [50, 100, 50];
const PROBE_EVERY_MS = 20;
const REST_MS = 10_000;

/** G-01. */
export const HOSTILE: Measurement = {
  name: 'hostile',
  about: 'documents that mean harm, each many times, beside somebody who means none',
  async measure(): Promise<Findings> {
    const database = await startCrashServer();
    const { server, dataDir } = await loadedServer(database);
    try {
      const documents = hostileDocuments();
      await sendAll(server.url, documents, 2);
      const watch = watchMemory(() => server.pid);
      const over = new AbortController();
      const probing = probe(server.url, over.signal);
      const { times, odd } = await sendAll(server.url, documents, TIMES);
      over.abort();
      const probes = await probing;
      await wait(REST_MS);
      const memory = await watch.stop();
      const row = {
        ...{ documents: documents.size, 'p99 ms': quantile(times, 0.99), 'longest ms': quantile(times, 1) },
        ...{
          'p99 ms beside': quantile(probes, 0.99),
          'MB before': memory.start,
          'MB at most': memory.peak,
          'MB after': memory.end,
        },
      };
      const bounds: [string, number, number][] = [
        ['p99 ms', row['p99 ms'], MOST_P99_MS],
        ['p99 ms of who means none', row['p99 ms beside'], MOST_PROBE_P99_MS],
        ['MB more afterwards', memory.end - memory.start, MOST_GROWTH_MB],
      ];
      const beyond = bounds
        .filter(([, is, most]) => is > most)
        .map(([what, is, most]) => `${what}: ${is}, not ${most}`);
      const strange = [...odd].map(([what, count]) => `${count} × ${what}`);
      return { settings: { times: TIMES, connections: 1 }, rows: [row], problems: [...strange, ...beyond] };
    } finally {
      await server.stop();
      await database.remove();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

/** `odd`: what was not refused with a 4xx. */
async function sendAll(url: string, documents: ReadonlyMap<string, string>, times: number) {
  const connection = new Connection(url);
  const [lasted, odd] = [[] as number[], new Map<string, number>()];
  for (let time = 0; time < times; time += 1) {
    for (const [what, document] of documents) {
      const began = performance.now();
      const status = await connection.ask(textOf(document)).then(
        (answer) => answer.status,
        (fault: Error) => fault.message,
      );
      lasted.push(performance.now() - began);
      if (typeof status === 'number' && status >= 400 && status < 500) continue;
      odd.set(`${what}: ${status}`, (odd.get(`${what}: ${status}`) ?? 0) + 1);
    }
  }
  connection.close();
  return { times: lasted, odd };
}

async function probe(url: string, over: AbortSignal): Promise<number[]> {
  const connection = new Connection(url);
  const times: number[] = [];
  while (!over.aborted) {
    const began = performance.now();
    await connection.ask(textOf('{ __typename }'));
    times.push(performance.now() - began);
    await wait(PROBE_EVERY_MS);
  }
  connection.close();
  return times;
}

function textOf(query: string): string {
  const body = JSON.stringify({ query });
  return `POST /public/graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
