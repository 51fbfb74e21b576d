import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';

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

/** Keeps new places; who has one already keeps it, for longer where the new pass lives longer. */
export async function keepPlaces(transaction: Prisma.TransactionClient, claimed: readonly Place[]): Promise<void> {
  const places = onePerPerson(claimed);
  if (places.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO "AccessPass" AS known
      (shop, id, "campaignId", "signupId", "accessCodeId", "secretLinkId", "passEpoch", "expiresAt")
    SELECT * FROM unnest(
      ${places.map(({ shop }) => shop)}::text[], ${places.map(({ id }) => id)}::uuid[],
      ${places.map(({ campaignId }) => campaignId)}::uuid[], ${places.map(({ signupId }) => signupId)}::uuid[],
      ${places.map(({ accessCodeId }) => accessCodeId)}::uuid[],
      ${places.map(({ secretLinkId }) => secretLinkId)}::uuid[],
      ${places.map(({ passEpoch }) => passEpoch)}::int[],
      ${places.map(({ expiresAt }) => expiresAt)}::timestamptz[])
    ON CONFLICT (shop, id) DO UPDATE SET
      "passEpoch" = excluded."passEpoch",
      "expiresAt" = greatest(known."expiresAt", excluded."expiresAt")`;
}

/** A place that was taken before. */
export interface TakenPlace {
  readonly passEpoch: number;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** Those of a shop's places that are taken, by their ids. */
export async function takenPlaces(
  prisma: Pick<Prisma.TransactionClient, 'accessPass'>,
  shop: string,
  ids: readonly string[],
): Promise<Map<string, TakenPlace>> {
  if (ids.length === 0) return new Map();
  const rows = await prisma.accessPass.findMany({ where: { shop, id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
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
