import { Prisma } from '../../../../prisma/client/client.ts';

/** The database as it was when sending was allowed: which one it is, and the mark that was written last. */
export interface GuardedServer {
  readonly identity: string;
  /** Null: no mark is kept beside this database. */
  readonly mark: number | null;
}

/**
 * Which database this is: the server's system identifier and timeline, the database's id, and the guard table's own, which a restore into
 * the same database makes anew. Any of them differs in a copy that was restored by dump, and after a point-in-time recovery.
 */
export const LIVE_IDENTITY = Prisma.sql`
  (SELECT concat_ws('/', s.system_identifier, c.timeline_id, d.oid, '"SyncGuard"'::regclass::oid)
     FROM pg_control_system() s, pg_control_checkpoint() c, pg_database d WHERE d.datname = current_database())`;

/** As it stands in `SyncGuard.server`. */
export function writeServer({ identity, mark }: GuardedServer): string {
  return mark === null ? identity : `${identity} ${mark}`;
}

/** The reverse of `writeServer`. */
export function readServer(text: string): GuardedServer {
  const [identity = '', mark] = text.split(' ');
  return { identity, mark: mark === undefined ? null : Number(mark) };
}
