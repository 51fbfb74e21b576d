import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { DiffParams, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { findPrismaFolder, type Migration } from './migration-files.ts';
import { createAdapterFactory } from './schema-engine-adapter.ts';

/** Node.js has it, its types do not. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

const EVERYTHING = { externalTables: [], externalEnums: [] };

/** Applies the migrations that the database at `url` lacks, as `prisma migrate deploy` would. */
export async function applyMigrations(url: string, migrations: readonly Migration[]): Promise<void> {
  const input = { migrationsList: toList(migrations), filters: EVERYTHING };
  await withEngine(url, undefined, (engine) => engine.applyMigrations(input));
}

/**
 * The SQL that leads from the migrations to `prisma/schema.prisma`; empty when they agree. The server at `url` must
 * allow a database to be made, in which the migrations are tried.
 */
export async function diffMigrations(url: string, migrations: readonly Migration[]): Promise<string> {
  const path = join(findPrismaFolder(), 'schema.prisma');
  const schema = { path, content: await readFile(path, 'utf8') };
  const input: DiffParams = {
    from: { tag: 'migrations', ...toList(migrations) },
    to: { tag: 'schemaDatamodel', files: [schema] },
    script: true,
    exitCode: null,
    filters: EVERYTHING,
  };
  const { stdout } = await withEngine(url, [[schema.path, schema.content]], (engine) => engine.diff(input));
  return (stdout ?? '').replace('-- This is an empty migration.', '').trim();
}

function toList(migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: join(findPrismaFolder(), 'migrations'),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

type Datamodels = [path: string, content: string][] | undefined;

async function withEngine<T>(
  url: string,
  datamodels: Datamodels,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  bindings ??= loadBindings();
  const { SchemaEngine } = await bindings;
  const { factory, close } = createAdapterFactory(url);
  const engine = await SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
  try {
    return await work(engine);
  } finally {
    engine.free();
    await close();
  }
}

type Bindings = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

/** Of one process, as the package keeps the WASM it was given in a variable of its own: a second would break the first. */
let bindings: Promise<Bindings> | undefined;

/** The package imports its WASM as a module, for which Node.js wants a flag; so we put the two together ourselves. */
async function loadBindings(): Promise<Bindings> {
  const loaded = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const bytes = await readFile(join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...loaded } });
  loaded.__wbg_set_wasm(instance.exports);
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: throwPanic } });
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
  return loaded;
}

/** The engine hands its dying words to a global of this name; as an exception they reach whoever called it. */
function throwPanic(message: string): never {
  throw new Error(message);
}
