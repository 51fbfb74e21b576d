import { randomBytes } from 'node:crypto';
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
  const cleanups: (() => Promise<unknown>)[] = [];
  const connect = async (address: string): Promise<Adapter> => {
    const adapter = await new PrismaPg({ connectionString: address, max: 2 }).connect();
    cleanups.push(() => endOnce(adapter.underlyingDriver()));
    return teachChar(adapter);
  };
  // The adapter's own way to a shadow database ends up in the database that the address names, and fills that.
  const connectToShadowDb = async (): Promise<Adapter> => {
    const name = `vip_shadow_${randomBytes(6).toString('hex')}`;
    const owner = await connect(url);
    await owner.executeScript(`CREATE DATABASE ${name}`);
    cleanups.push(() => owner.executeScript(`DROP DATABASE ${name} WITH (FORCE)`));
    return connect(Object.assign(new URL(url), { pathname: `/${name}` }).href);
  };
  const close = async () => {
    for (const cleanup of cleanups.reverse()) await cleanup();
  };
  const factory = { provider: 'postgres', adapterName: '@prisma/adapter-pg', connect: () => connect(url) } as const;
  return { factory: { ...factory, connectToShadowDb }, close };
}

/** The engine closes some of its connections, and a pool complains about being closed twice. */
async function endOnce(pool: pg.Pool): Promise<void> {
  if (!pool.ending && !pool.ended) await pool.end();
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
    // The adapter's own way cuts a script at every semicolon, also within a function's body. Whole, it is one transaction.
    executeScript: async (script: string) => void (await query(script)),
    queryRaw: async (asked: SqlQuery) => {
      const set = await queryRaw(asked);
      for (const index of charColumns.get(set.rows) ?? []) set.columnTypes[index] = ColumnTypeEnum.Character;
      return set;
    },
  });
}
