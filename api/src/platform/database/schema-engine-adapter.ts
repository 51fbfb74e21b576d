import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
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
 * some columns have the internal type `"char"`, which the adapter does not know: it is
 * taught them here.
 */
export function createAdapterFactory(url: string): EngineAdapter {
  const inner = new PrismaPg({ connectionString: url, max: 2 });
  const pools: pg.Pool[] = [];
  const opened = (adapter: Adapter): Adapter => {
    pools.push(adapter.underlyingDriver());
    return teachChar(adapter);
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

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

function teachChar(adapter: Adapter): Adapter {
  const charColumns = new WeakMap<object, number[]>();
  const pool = adapter.underlyingDriver();
  const query = pool.query.bind(pool);
  const queryRaw = adapter.queryRaw.bind(adapter);
  Object.assign(pool, {
    query: async (config: pg.QueryArrayConfig) => {
      const result = await query(config);
      const columns = result.fields.flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : []));
      for (const field of result.fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID;
      charColumns.set(result.rows, columns);
      return result;
    },
  });
  return Object.assign(adapter, {
    queryRaw: async (asked: SqlQuery) => {
      const set = await queryRaw(asked);
      for (const index of charColumns.get(set.rows) ?? []) set.columnTypes[index] = ColumnTypeEnum.Character;
      return set;
    },
  });
}
