import type { Destination, PrismaClient } from '../../../../prisma/client/client.ts';

/** A campaign's audience for which earlier sign-ups are wanted. */
export interface BackfillKey {
  readonly shop: string;
  readonly campaignId: string;
  readonly destination: Destination;
  readonly audience: string;
}

/** The merchant's wishes that earlier sign-ups be sent as well. One from before the audience was chosen, or the account connected, counts for nothing. */
export class BackfillStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** From now on, by the database's clock, for which Prisma has no word in an upsert. */
  async ask({ shop, campaignId, destination, audience }: BackfillKey): Promise<void> {
    await this.#prisma.$executeRaw`
      INSERT INTO "Backfill" (shop, "campaignId", destination, audience)
      VALUES (${shop}, ${campaignId}::uuid, ${destination}::"Destination", ${audience})
      ON CONFLICT (shop, "campaignId", destination, audience) DO UPDATE SET "askedAt" = statement_timestamp()`;
  }
}
