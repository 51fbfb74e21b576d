import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type pg from 'pg';

const CHAR_OID = 18;
const TEXT_OID = 25;

/**
 * Prisma's adapter as its schema engine needs it. To describe a database the engine asks PostgreSQL's catalog, where
 * some columns have the internal type `"char"`, which the adapter does not know: they are passed off as text.
 */
export function createAdapterFactory(url: string): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg({ connectionString: url, max: 2 });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => readingCharAsText(await factory.connect()),
    connectToShadowDb: async () => readingCharAsText(await factory.connectToShadowDb()),
  };
}

function readingCharAsText<Adapter extends { underlyingDriver(): pg.Pool }>(adapter: Adapter): Adapter {
  const pool = adapter.underlyingDriver();
  const query = pool.query.bind(pool);
  Object.assign(pool, {
    query: async (config: pg.QueryArrayConfig) => {
      const result = await query(config);
      for (const field of result.fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID;
      return result;
    },
  });
  return adapter;
}
