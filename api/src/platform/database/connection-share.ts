import pg from 'pg';
import { StartError } from '../start-error.ts';

/** What a process opens besides its pool: four for shared transactions; it listens for sign-ups and for changes, and is present at an embedded server. */
const BESIDES_POOL = 8;
/** For the one that keeps the others running, for commands, and for whoever looks. */
const LEFT_FREE = 6;
/** A transaction, and somebody beside it. */
const FEWEST = 2;

/**
 * Most connections in the pool of each of so many processes: `wanted`, or fewer where PostgreSQL has not so many. Throws `StartError` where
 * they could not work with what there is.
 */
export async function connectionShare(url: string, wanted: number, processes: number): Promise<number> {
  const room = (await connectionsOf(url)) - LEFT_FREE;
  const share = Math.min(wanted, Math.floor(room / processes) - BESIDES_POOL);
  if (share >= Math.min(FEWEST, wanted)) return share;
  const needed = processes * (BESIDES_POOL + FEWEST) + LEFT_FREE;
  throw new StartError(
    `API_PROCESSES is too many for this PostgreSQL: ${processes} processes need ${needed} connections, and its max_connections leaves fewer.`,
  );
}

/** How many connections the server has for people like us. */
async function connectionsOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; setting: string }>(
      `SELECT name, setting FROM pg_settings
        WHERE name IN ('max_connections', 'superuser_reserved_connections', 'reserved_connections')`,
    );
    return rows.reduce((sum, { name, setting }) => sum + Number(setting) * (name === 'max_connections' ? 1 : -1), 0);
  } finally {
    await client.end();
  }
}
