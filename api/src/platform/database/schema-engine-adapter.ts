import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type pg from 'pg';

const CHAR_OID = 18;
const TEXT_OID = 25;

/** Connections for Prisma's schema engine, which opens them and leaves it to us to close them. */
export interface EngineAdapter {
  factory: SqlMigrationAwareDriverAdapterFactory;
  close(): Promise<void>;
}

/**
 * Prisma's adapter as its schema engine needs it. To describe a database the engine asks PostgreSQL's catalog, where
 * some columns have the internal type `"char"`, which the adapter does not know: they are passed off as text.
 */
export function createAdapterFactory(url: string): EngineAdapter {
  const inner = new PrismaPg({ connectionString: url, max: 2 });
  const pools: pg.Pool[] = [];
  const opened = <Adapter extends { underlyingDriver(): pg.Pool }>(adapter: Adapter): Adapter => {
    pools.push(readCharAsText(adapter.underlyingDriver()));
    return adapter;
  };
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => opened(await inner.connect()),
    connectToShadowDb: async () => opened(await inner.connectToShadowDb()),
  };
  const endAll = async () => {
    await Promise.all(pools.filter((pool) => !pool.ended).map((pool) => pool.end()));
  };
  return { factory, close: endAll };
}

function readCharAsText(pool: pg.Pool): pg.Pool {
  const query = pool.query.bind(pool);
  return Object.assign(pool, {
    query: async (config: pg.QueryArrayConfig) => {
      const result = await query(config);
      for (const field of result.fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID;
      return result;
    },
  });
}
