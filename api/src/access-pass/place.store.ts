import type { PrismaClient } from '../../../prisma/client/client.ts';
import type { PipelinedTransaction } from '../platform/database/pipeline.ts';

/** A place that somebody took with a pass. By exactly one of the three they got through. */
export interface Place {
  readonly shop: string;
  readonly id: string;
  readonly campaignId: string;
  readonly signupId: string | null;
  readonly accessCodeId: string | null;
  readonly secretLinkId: string | null;
  /** The campaign's pass epoch now. */
  readonly passEpoch: number;
  readonly expiresAt: Date;
}

const KEEP = {
  name: 'places-keep',
  text: `
    INSERT INTO "AccessPass" AS known
      (shop, id, "campaignId", "signupId", "accessCodeId", "secretLinkId", "passEpoch", "expiresAt")
    SELECT * FROM unnest(
      $1::text[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::int[], $8::timestamptz[])
    ON CONFLICT (shop, id) DO UPDATE SET
      "passEpoch" = excluded."passEpoch",
      "expiresAt" = greatest(known."expiresAt", excluded."expiresAt")`,
};

/** Keeps new places; who has one already keeps it, for longer where the new pass lives longer. */
export function keepPlaces(transaction: PipelinedTransaction, claimed: readonly Place[]): void {
  const places = onePerPerson(claimed);
  if (places.length === 0) return;
  transaction.tell(KEEP, [
    ...[places.map(({ shop }) => shop), places.map(({ id }) => id), places.map(({ campaignId }) => campaignId)],
    ...[places.map(({ signupId }) => signupId), places.map(({ accessCodeId }) => accessCodeId)],
    ...[places.map(({ secretLinkId }) => secretLinkId), places.map(({ passEpoch }) => passEpoch)],
    places.map(({ expiresAt }) => expiresAt),
  ]);
}

/** A place that was taken before. */
export interface TakenPlace {
  readonly passEpoch: number;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

const TAKEN = {
  name: 'places-taken',
  text: 'SELECT id, "passEpoch", "expiresAt", "revokedAt" FROM "AccessPass" WHERE shop = $1 AND id = ANY($2::uuid[])',
};

/** Those of a shop's places that are taken, by their ids. */
export async function takenPlaces(
  transaction: PipelinedTransaction,
  shop: string,
  ids: readonly string[],
): Promise<Map<string, TakenPlace>> {
  const rows = await transaction.ask<TakenPlace & { readonly id: string }>(TAKEN, [shop, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The place of this id when it is taken. */
export function takenPlace(prisma: PrismaClient, shop: string, id: string): Promise<TakenPlace | null> {
  return prisma.accessPass.findUnique({ where: { shop_id: { shop, id } } });
}

/** PostgreSQL takes no row twice in one statement; the same person may have claimed twice at once. */
function onePerPerson(claimed: readonly Place[]): Place[] {
  const places = new Map<string, Place>();
  for (const place of claimed) {
    const known = places.get(place.id);
    if (!known || known.expiresAt < place.expiresAt) places.set(place.id, place);
  }
  return [...places.values()];
}

/** Whose a place is that is still good. */
export interface GoodPlace {
  /** Of the sign-up by which it was taken; null: by a code or a link. */
  readonly emailKey: string | null;
}

/** A place that is still good: neither it nor the code or link by which it was taken has been revoked. Null: it is not. */
export async function goodPlace(prisma: PrismaClient, shop: string, id: string): Promise<GoodPlace | null> {
  // One statement over four tables that know nothing of each other's relations.
  const rows = await prisma.$queryRaw<GoodPlace[]>`
    SELECT s."emailKey" FROM "AccessPass" p
      LEFT JOIN "Signup" s ON s.shop = p.shop AND s.id = p."signupId"
      LEFT JOIN "AccessCode" c ON c.shop = p.shop AND c.id = p."accessCodeId"
      LEFT JOIN "SecretLink" l ON l.shop = p.shop AND l.id = p."secretLinkId"
     WHERE p.shop = ${shop} AND p.id = ${id}::uuid
       AND p."revokedAt" IS NULL AND c."revokedAt" IS NULL AND l."revokedAt" IS NULL`;
  return rows[0] ?? null;
}
