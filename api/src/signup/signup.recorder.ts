import { v7 as uuidv7 } from 'uuid';
import type { PrismaClient } from '../../../prisma/client/client.ts';
import { createGroupCommit, type GroupCommit } from '../platform/group-commit.ts';

/** A sign-up to be kept. */
export interface NewSignup {
  readonly shop: string;
  readonly campaignId: string;
  readonly email: string;
  /** What makes two addresses the same. */
  readonly emailKey: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly acceptsMarketing: boolean;
}

/** The sign-up's id, the same each time for the same address; null when the campaign is gone. */
export type RecordedSignup = { readonly id: string } | null;

/** Keeps sign-ups; answers when the sign-up and the campaign's count have committed together. */
export type SignupRecorder = GroupCommit<NewSignup, RecordedSignup>;

const SETTINGS = { largestGroup: 500, inFlight: 2 };

/** Sign-ups of concurrent requests share statements: no request updates the campaign's row alone. */
export function createSignupRecorder(prisma: PrismaClient): SignupRecorder {
  return createGroupCommit<NewSignup, RecordedSignup>(async (signups) => {
    const distinct = mergeByPerson(signups);
    const ids = await insertSignups(prisma, [...distinct.values()]);
    return signups.map((signup) => {
      const id = ids.get(personOf(signup));
      return id === undefined ? null : { id };
    });
  }, SETTINGS);
}

/** One row for each person and campaign, in the order of the unique index: two groups that overlap then never deadlock. */
function mergeByPerson(signups: readonly NewSignup[]): Map<string, NewSignup> {
  const merged = new Map<string, NewSignup>();
  for (const signup of signups) {
    const known = merged.get(personOf(signup));
    if (!known) merged.set(personOf(signup), signup);
    else if (signup.acceptsMarketing) merged.set(personOf(signup), { ...known, acceptsMarketing: true });
  }
  return new Map([...merged].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function personOf({ shop, campaignId, emailKey }: Pick<NewSignup, 'shop' | 'campaignId' | 'emailKey'>): string {
  return JSON.stringify([shop, campaignId, emailKey]);
}

/**
 * Prisma has no word for inserting many rows, counting the new ones on their campaigns and reading back the ids of all, in one
 * statement. A known address keeps its row; only a consent that it had not given before is added. `updatedAt` stays: it
 * says when the merchant changed the campaign.
 */
async function insertSignups(prisma: PrismaClient, signups: NewSignup[]): Promise<Map<string, string>> {
  const rows = await prisma.$queryRaw<{ id: string; shop: string; campaignId: string; emailKey: string }[]>`
    WITH given AS (
      SELECT * FROM unnest(
        ${signups.map(() => uuidv7())}::uuid[], ${signups.map(({ shop }) => shop)}::text[],
        ${signups.map(({ campaignId }) => campaignId)}::uuid[], ${signups.map(({ email }) => email)}::text[],
        ${signups.map(({ emailKey }) => emailKey)}::text[], ${signups.map(({ firstName }) => firstName)}::text[],
        ${signups.map(({ lastName }) => lastName)}::text[], ${signups.map(({ acceptsMarketing }) => acceptsMarketing)}::boolean[]
      ) WITH ORDINALITY
        AS given (id, shop, "campaignId", email, "emailKey", "firstName", "lastName", "acceptsMarketing", place)
    ), kept AS (
      INSERT INTO "Signup" AS known
        (id, shop, "campaignId", email, "emailKey", "firstName", "lastName", "acceptsMarketing")
      SELECT given.id, given.shop, given."campaignId", given.email, given."emailKey", given."firstName",
             given."lastName", given."acceptsMarketing"
        FROM given JOIN "EarlyAccessCampaign" c ON c.shop = given.shop AND c.id = given."campaignId"
       ORDER BY given.place
      ON CONFLICT (shop, "campaignId", "emailKey")
        DO UPDATE SET "acceptsMarketing" = known."acceptsMarketing" OR excluded."acceptsMarketing"
      RETURNING known.id, known.shop, known."campaignId", known."emailKey", known.xmax = 0 AS "isNew"
    ), counted AS (
      SELECT shop, "campaignId", count(*)::int AS signups FROM kept WHERE "isNew" GROUP BY shop, "campaignId"
    ), locked AS (
      SELECT c.shop, c.id, counted.signups
        FROM "EarlyAccessCampaign" c JOIN counted ON counted.shop = c.shop AND counted."campaignId" = c.id
       ORDER BY c.id FOR NO KEY UPDATE OF c
    ), raised AS (
      UPDATE "EarlyAccessCampaign" c SET "totalSignups" = c."totalSignups" + locked.signups
        FROM locked WHERE c.shop = locked.shop AND c.id = locked.id
    )
    SELECT id, shop, "campaignId", "emailKey" FROM kept`;
  return new Map(rows.map((row) => [personOf(row), row.id]));
}
