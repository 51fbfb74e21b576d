import type { Destination, PrismaClient } from '../../../../prisma/client/client.ts';
import { CHOSEN_AUDIENCES } from '../plan/chosen-audience.ts';
import type { SyncTrouble } from './sync-trouble.type.ts';

/** The trouble at one destination. */
export interface TroubleAt extends SyncTrouble {
  readonly destination: Destination;
}

/** Counts what does not get to a shop's destinations. */
export class SyncTroubleReader {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /**
   * One statement, which looks at nothing that has arrived: what a shop has of it costs nothing here. Destinations at which all is well are
   * not among them.
   */
  list(shop: string): Promise<TroubleAt[]> {
    return this.#prisma.$queryRaw`
      SELECT r.destination,
             (count(*) FILTER (WHERE r.state IN ('WAITING', 'SENDING')))::int AS waiting,
             min(r."createdAt") FILTER (WHERE r.state IN ('WAITING', 'SENDING')) AS "waitingSince",
             (count(*) FILTER (WHERE r.state = 'FAILED'))::int AS failed,
             (count(*) FILTER (WHERE r.state = 'PARKED'))::int AS parked
        FROM "EarlyAccessCampaign" c CROSS JOIN LATERAL ${CHOSEN_AUDIENCES} chosen
        JOIN "Connection" k ON k.shop = c.shop AND k.destination = chosen.destination
        JOIN "Receipt" r ON r.shop = c.shop AND r."campaignId" = c.id AND r.destination = chosen.destination
                        AND r.audience = chosen.audience AND r."updatedAt" >= k."connectedAt"
       WHERE c.shop = ${shop} AND r.state IN ('WAITING', 'SENDING', 'FAILED', 'PARKED')
         AND r.reason IS DISTINCT FROM 'ADDRESS_REFUSED'
       GROUP BY r.destination`;
  }
}
