import { Prisma } from '../../../prisma/client/client.ts';

/** From one in the morning on, over four hours: each shop has its own minute, so that not all of them come at once. */
const FIRST_HOUR = 1;
const MINUTES = 240;

/**
 * When the coming night's reconcile of a row of `CatalogSync` is due, in its shop's zone; in UTC where the database does not know the
 * zone. SQL, so that it is the database's clock.
 */
export const NEXT_NIGHT = Prisma.sql`(
  SELECT CASE WHEN tonight.at > statement_timestamp() THEN tonight.at ELSE tomorrow.at END
    FROM "Shop" o
    LEFT JOIN pg_timezone_names zone ON zone.name = o."timeZone"
    CROSS JOIN LATERAL (SELECT coalesce(zone.name, 'UTC') AS name) z
    CROSS JOIN LATERAL (SELECT date_trunc('day', statement_timestamp() AT TIME ZONE z.name)
      + make_interval(hours => ${FIRST_HOUR}, mins => abs(hashtext(o.domain)::bigint % ${MINUTES})::int) AS local) minute
    CROSS JOIN LATERAL (SELECT minute.local AT TIME ZONE z.name AS at) tonight
    CROSS JOIN LATERAL (SELECT (minute.local + interval '1 day') AT TIME ZONE z.name AS at) tomorrow
   WHERE o.domain = "CatalogSync".shop)`;
