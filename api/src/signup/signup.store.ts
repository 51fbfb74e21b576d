import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Prisma } from '../../../prisma/client/client.ts';
import type { CampaignKey } from '../campaign/campaign-secrets.ts';

/** A sign-up to be kept. */
export interface NewSignup {
  readonly email: string;
  /** What makes two addresses the same. */
  readonly emailKey: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly acceptsMarketing: boolean;
  /** When its owner proved the address, if they did just now. */
  readonly confirmedAt: Date | null;
  readonly consent: AskedConsent;
}

/** What stood beside the box for marketing, and where. */
export interface AskedConsent {
  readonly text: string;
  readonly language: string;
  readonly page: string | null;
}

/** Somebody who signed up before, and the place they took, if they did. */
export interface KnownPerson {
  readonly signupId: string;
  readonly acceptsMarketing: boolean;
  readonly place: { readonly id: string; readonly revokedAt: Date | null } | null;
}

interface KnownRow {
  readonly id: string;
  readonly emailKey: string;
  readonly acceptsMarketing: boolean;
  readonly placeId: string | null;
  readonly revokedAt: Date | null;
}

/** Who of these addresses is known to the campaign, by address key. */
export async function knownPeople(
  transaction: Prisma.TransactionClient,
  { shop, campaignId }: CampaignKey,
  emailKeys: readonly string[],
): Promise<Map<string, KnownPerson>> {
  if (emailKeys.length === 0) return new Map();
  // One statement whoever is known: Prisma would ask for places only where it finds somebody, and the time would tell.
  const rows = await transaction.$queryRaw<KnownRow[]>`
    SELECT s.id, s."emailKey", s."acceptsMarketing", p.id AS "placeId", p."revokedAt"
      FROM "Signup" s LEFT JOIN "AccessPass" p ON p.shop = s.shop AND p."signupId" = s.id
     WHERE s.shop = ${shop} AND s."campaignId" = ${campaignId}::uuid AND s."emailKey" = ANY(${[...new Set(emailKeys)]})`;
  return new Map(
    rows.map(({ id, emailKey, acceptsMarketing, placeId, revokedAt }) => [
      emailKey,
      { signupId: id, acceptsMarketing, place: placeId === null ? null : { id: placeId, revokedAt } },
    ]),
  );
}

/**
 * Keeps sign-ups, one for each address, counts the new ones on their campaign (also none: the work is
 * the same for a known address), and writes down every answer about marketing that
 * is new. A known address keeps its row; only a consent that it had not given before is added. Gives the ids by address
 * key. The caller holds the campaign's lock.
 */
export async function keepSignups(
  transaction: Prisma.TransactionClient,
  key: CampaignKey,
  { signups, known }: { signups: readonly NewSignup[]; known: ReadonlyMap<string, KnownPerson> },
): Promise<Map<string, string>> {
  const people = mergeByAddress(signups);
  if (people.length === 0) return new Map();
  const ids = await insertSignups(transaction, key, people);
  const asked = people.filter(({ emailKey, acceptsMarketing }) => {
    const before = known.get(emailKey);
    return before === undefined || (acceptsMarketing && !before.acceptsMarketing);
  });
  const consents = asked.flatMap((signup) => consentOf(ids.get(signup.emailKey), signup));
  await insertConsents(transaction, key.shop, consents);
  return ids;
}

function mergeByAddress(signups: readonly NewSignup[]): NewSignup[] {
  const merged = new Map<string, NewSignup>();
  for (const signup of signups) {
    const first = merged.get(signup.emailKey);
    const confirmedAt = first?.confirmedAt ?? signup.confirmedAt;
    const consenting = signup.acceptsMarketing && !first?.acceptsMarketing ? signup : (first ?? signup);
    merged.set(signup.emailKey, { ...(first ?? signup), ...consentFields(consenting), confirmedAt });
  }
  return [...merged.values()];
}

function consentFields({ acceptsMarketing, consent }: NewSignup) {
  return { acceptsMarketing, consent };
}

interface NewConsent extends AskedConsent {
  readonly signupId: string;
  readonly isGiven: boolean;
  readonly textVersion: string;
}

function consentOf(signupId: string | undefined, { acceptsMarketing, consent }: NewSignup): NewConsent[] {
  if (signupId === undefined) return [];
  const textVersion = createHash('sha256').update(consent.text).digest('hex').slice(0, 12);
  return [{ signupId, isGiven: acceptsMarketing, textVersion, ...consent }];
}

/** Prisma sends nothing where there is nothing to insert, and the time would tell that an address is known. */
async function insertConsents(transaction: Prisma.TransactionClient, shop: string, consents: readonly NewConsent[]) {
  await transaction.$executeRaw`
    INSERT INTO "Consent" (shop, id, "signupId", "isGiven", "textVersion", text, language, page)
    SELECT ${shop}, given.*
      FROM unnest(
        ${consents.map(() => uuidv7())}::uuid[], ${consents.map(({ signupId }) => signupId)}::uuid[],
        ${consents.map(({ isGiven }) => isGiven)}::boolean[], ${consents.map(({ textVersion }) => textVersion)}::text[],
        ${consents.map(({ text }) => text)}::text[], ${consents.map(({ language }) => language)}::text[],
        ${consents.map(({ page }) => page)}::text[]) AS given`;
}

/** Prisma has no word for inserting many rows, counting the new ones and reading back the ids of all, in one statement. */
async function insertSignups(
  transaction: Prisma.TransactionClient,
  { shop, campaignId }: CampaignKey,
  people: readonly NewSignup[],
): Promise<Map<string, string>> {
  const rows = await transaction.$queryRaw<{ id: string; emailKey: string }[]>`
    WITH kept AS (
      INSERT INTO "Signup" AS known
        (shop, "campaignId", id, email, "emailKey", "firstName", "lastName", "acceptsMarketing", "confirmedAt")
      SELECT ${shop}, ${campaignId}::uuid, given.*
        FROM unnest(
          ${people.map(() => uuidv7())}::uuid[], ${people.map(({ email }) => email)}::text[],
          ${people.map(({ emailKey }) => emailKey)}::text[], ${people.map(({ firstName }) => firstName)}::text[],
          ${people.map(({ lastName }) => lastName)}::text[],
          ${people.map(({ acceptsMarketing }) => acceptsMarketing)}::boolean[],
          ${people.map(({ confirmedAt }) => confirmedAt)}::timestamptz[]) AS given
      ON CONFLICT (shop, "campaignId", "emailKey") DO UPDATE SET
        "acceptsMarketing" = known."acceptsMarketing" OR excluded."acceptsMarketing",
        "confirmedAt" = coalesce(known."confirmedAt", excluded."confirmedAt")
      RETURNING known.id, known."emailKey", known.xmax = 0 AS "isNew"
    ), counted AS (
      UPDATE "EarlyAccessCampaign"
         SET "totalSignups" = "totalSignups" + (SELECT count(*)::int FROM kept WHERE "isNew")
       WHERE shop = ${shop} AND id = ${campaignId}::uuid
    )
    SELECT id, "emailKey" FROM kept`;
  return new Map(rows.map(({ id, emailKey }) => [emailKey, id]));
}
