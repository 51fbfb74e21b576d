import type pg from 'pg';
import { StartError } from '../start-error.ts';

/**
 * The same address, whose sessions are in UTC whatever the server, the database or the role would have. Prisma's adapter writes instants
 * without their offset and reads them without looking at it (prisma/prisma#26786): elsewhere they would be hours off for whoever asks by
 * other means.
 */
export function inUtc(url: string): string {
  const address = new URL(url);
  const own = address.searchParams.get('options');
  address.searchParams.set('options', `${own ? `${own} ` : ''}-c TimeZone=UTC`);
  return address.href;
}

/** Throws `StartError` where a session is in another zone all the same: something on the way drops what an address asks for. */
export async function requireUtc(client: Pick<pg.Client, 'query'>): Promise<void> {
  const { rows } = await client.query<{ TimeZone: string }>('SHOW TimeZone');
  const zone = rows[0]?.TimeZone;
  if (zone === 'UTC') return;
  throw new StartError(
    `The database's sessions are in the time zone ${zone}, though DATABASE_URL asks for UTC (options=-c TimeZone=UTC). Let the pooler in front of it pass startup options on, or set the role's zone to UTC.`,
  );
}
