import { readFile, rename, writeFile } from 'node:fs/promises';
import type { StandInWorld } from './stand-in-world.ts';

const WRITE_AFTER_MS = 1000;
/** Another form of file is not read, but replaced. */
const FORM = 2;

/** Keeps a world in a file. */
export interface Snapshot {
  /** Writes what has changed since, and stops. */
  close(): Promise<void>;
}

/**
 * Brings back what the file holds, and writes it anew a second after each change: whole or not at all. Only what the vendors
 * know is kept; faults, counts and exchanges begin anew. Without a file, or with
 * one that cannot be read, the world stays as it is.
 */
export async function keepInFile(
  world: StandInWorld,
  file: string,
  onFault: (fault: unknown) => void,
): Promise<Snapshot> {
  await restore(world, file).catch(onFault);
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  const write = () => {
    timer = null;
    writing = writing.then(() => save(world, file)).catch(onFault);
  };
  const forget = world.onChange(() => {
    timer ??= setTimeout(write, WRITE_AFTER_MS).unref();
  });
  return {
    async close() {
      forget();
      if (timer) clearTimeout(timer);
      if (timer) write();
      await writing;
    },
  };
}

async function restore(world: StandInWorld, file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return null;
    throw fault;
  });
  const kept = text === null ? null : JSON.parse(text, reviveMap);
  if (kept?.form !== FORM) return;
  for (const [id, account] of kept.klaviyo) world.klaviyo.byId.set(id, account);
  for (const [id, account] of kept.omnisend) world.omnisend.byId.set(id, account);
}

async function save({ klaviyo, omnisend }: StandInWorld, file: string): Promise<void> {
  const text = JSON.stringify({ form: FORM, klaviyo: klaviyo.byId, omnisend: omnisend.byId }, replaceMap);
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

function replaceMap(_key: string, value: unknown): unknown {
  if (value instanceof Map) return { '#map': [...value] };
  return value instanceof Set ? { '#set': [...value] } : value;
}

function reviveMap(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return value;
  if ('#map' in value && Array.isArray(value['#map'])) return new Map(value['#map']);
  return '#set' in value && Array.isArray(value['#set']) ? new Set(value['#set']) : value;
}
