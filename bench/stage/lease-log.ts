import type { Stage } from './stage.ts';

/** What the database wrote down of every lease on a receipt, by its own clock. */
export interface LeaseCounts {
  /** Times that a receipt was leased. */
  readonly leased: number;
  /** Times that it was leased although somebody's lease on it had not run out. */
  readonly overlapping: number;
  /** Times that somebody's lease on it had run out before it was given back. */
  readonly takenOver: number;
}

/** A trigger sees what the row held before, whoever writes and in whatever order: nothing that a worker believes is asked. */
const LOG = `
  CREATE TABLE "LeaseLog" (lease uuid, before uuid, "beforeUntil" timestamptz, at timestamptz);
  CREATE FUNCTION log_lease() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO "LeaseLog" VALUES (NEW.lease, OLD.lease, OLD."leasedUntil", statement_timestamp());
    RETURN NULL;
  END $$;
  CREATE TRIGGER log_lease AFTER UPDATE ON "Receipt" FOR EACH ROW
    WHEN (NEW.lease IS NOT NULL AND NEW.lease IS DISTINCT FROM OLD.lease) EXECUTE FUNCTION log_lease()`;

/** From now on every lease is written down. */
export async function keepLeaseLog({ database }: Stage): Promise<void> {
  await database.ask(LOG);
}

/** What was written down. */
export async function countLeases({ database }: Stage): Promise<LeaseCounts> {
  const [counts] = await database.ask<LeaseCounts>(
    `SELECT count(*)::int AS leased,
            count(*) FILTER (WHERE before IS NOT NULL AND "beforeUntil" > at)::int AS overlapping,
            count(*) FILTER (WHERE before IS NOT NULL AND "beforeUntil" <= at)::int AS "takenOver"
       FROM "LeaseLog"`,
  );
  return counts ?? { leased: 0, overlapping: 0, takenOver: 0 };
}
