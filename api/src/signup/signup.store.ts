import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { CampaignKey } from '../campaign/campaign-secrets.ts';
import type { PipelinedTransaction } from '../platform/database/pipeline.ts';

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
  readonly place: KnownPlace | null;
}

/** The place of an address; `unprovedSince`: since when, where the address was never proved. */
interface KnownPlace {
  readonly id: string;
  readonly revokedAt: Date | null;
  readonly unprovedSince: Date | null;
}

interface KnownRow {
  readonly id: string;
  readonly emailKey: string;
  readonly acceptsMarketing: boolean;
  readonly placeId: string | null;
  readonly revokedAt: Date | null;
  readonly unprovedSince: Date | null;
}

/** One statement whoever is known: the time must not tell. */
const KNOWN = {
  name: 'signups-known',
  text: `
    SELECT s.id, s."emailKey", s."acceptsMarketing", p.id AS "placeId", p."revokedAt",
           CASE WHEN s."confirmedAt" IS NULL THEN p."issuedAt" END AS "unprovedSince"
      FROM "Signup" s LEFT JOIN "AccessPass" p ON p.shop = s.shop AND p."signupId" = s.id
     WHERE s.shop = $1 AND s."campaignId" = $2 AND s."emailKey" = ANY($3::text[])`,
};

/**
 * Inserts sign-ups with their new answers about marketing and counts those that are new, in one statement. It is the same one where there
 * is nothing new: the time must not tell that an address is known.
 */
const KEEP = {
  name: 'signups-keep',
  text: `
    WITH given AS (
      SELECT * FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::timestamptz[],
        $10::uuid[], $11::text[], $12::text[], $13::text[], $14::text[])
        AS given (id, email, "emailKey", "firstName", "lastName", "acceptsMarketing", "confirmedAt",
          "consentId", "textVersion", text, language, page)
    ), kept AS (
      INSERT INTO "Signup" AS known
        (shop, "campaignId", id, email, "emailKey", "firstName", "lastName", "acceptsMarketing", "confirmedAt")
      SELECT $1::text, $2::uuid, id, email, "emailKey", "firstName", "lastName", "acceptsMarketing", "confirmedAt" FROM given
      ON CONFLICT (shop, "campaignId", "emailKey") DO UPDATE SET
        "acceptsMarketing" = known."acceptsMarketing" OR excluded."acceptsMarketing",
        "confirmedAt" = coalesce(known."confirmedAt", excluded."confirmedAt")
      RETURNING known.id, known.xmax = 0 AS "isNew"
    ), consented AS (
      INSERT INTO "Consent" (shop, id, "signupId", "isGiven", "textVersion", text, language, page)
      SELECT $1::text, "consentId", id, "acceptsMarketing", "textVersion", text, language, page
        FROM given WHERE "consentId" IS NOT NULL
    )
    UPDATE "EarlyAccessCampaign"
       SET "totalSignups" = "totalSignups" + (SELECT count(*)::int FROM kept WHERE "isNew")
     WHERE shop = $1 AND id = $2`,
};

/** Who of these addresses is known to the campaign, by address key. */
export async function knownPeople(
  transaction: PipelinedTransaction,
  { shop, campaignId }: CampaignKey,
  emailKeys: readonly string[],
): Promise<Map<string, KnownPerson>> {
  const rows = await transaction.ask<KnownRow>(KNOWN, [shop, campaignId, [...new Set(emailKeys)]]);
  return new Map(
    rows.map(({ id, emailKey, acceptsMarketing, placeId, revokedAt, unprovedSince }) => [
      emailKey,
      { signupId: id, acceptsMarketing, place: placeId === null ? null : { id: placeId, revokedAt, unprovedSince } },
    ]),
  );
}

/**
 * Keeps sign-ups, one for each address, counts the new ones on their campaign (also none: the work is
 * the same for a known address), and writes down every answer about marketing that
 * is new. A known address keeps its row; only a consent that it had not given before is added. Gives the ids by address
 * key. The caller holds the campaign's lock, and learned under it who is known.
 */
export function keepSignups(
  transaction: PipelinedTransaction,
  { shop, campaignId }: CampaignKey,
  { signups, known }: { signups: readonly NewSignup[]; known: ReadonlyMap<string, KnownPerson> },
): Map<string, string> {
  const people = mergeByAddress(signups).map((signup) => ({
    ...signup,
    id: known.get(signup.emailKey)?.signupId ?? uuidv7(),
    consentId: isNewAnswer(signup, known) ? uuidv7() : null,
  }));
  if (people.length > 0) transaction.tell(KEEP, [shop, campaignId, ...columnsOf(people)]);
  return new Map(people.map(({ emailKey, id }) => [emailKey, id]));
}

function isNewAnswer({ emailKey, acceptsMarketing }: NewSignup, known: ReadonlyMap<string, KnownPerson>): boolean {
  const before = known.get(emailKey);
  return before === undefined || (acceptsMarketing && !before.acceptsMarketing);
}

/** A sign-up to be written; without `consentId` its answer about marketing is no new one. */
interface SignupToKeep extends NewSignup {
  readonly id: string;
  readonly consentId: string | null;
}

/** As `KEEP` wants them. */
function columnsOf(people: readonly SignupToKeep[]): unknown[][] {
  return [
    ...[people.map(({ id }) => id), people.map(({ email }) => email), people.map(({ emailKey }) => emailKey)],
    ...[people.map(({ firstName }) => firstName), people.map(({ lastName }) => lastName)],
    ...[people.map(({ acceptsMarketing }) => acceptsMarketing), people.map(({ confirmedAt }) => confirmedAt)],
    ...[people.map(({ consentId }) => consentId), people.map(({ consent }) => versionOf(consent.text))],
    ...[people.map(({ consent }) => consent.text), people.map(({ consent }) => consent.language)],
    people.map(({ consent }) => consent.page),
  ];
}

function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
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
