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
  /** Whether its owner has proved the address just now: then it answers nothing anew. */
  readonly isProof: boolean;
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
  /** Whether the address was proved after its newest answer about marketing; until then that answer may be a stranger's. */
  readonly isAnswerProved: boolean;
  /** Whether a proof was asked for each time the address was given. */
  readonly isProofAsked: boolean;
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
  readonly isAnswerProved: boolean;
  readonly isProofAsked: boolean;
  readonly placeId: string | null;
  readonly revokedAt: Date | null;
  readonly unprovedSince: Date | null;
}

/** One statement whoever is known: the time must not tell. */
const KNOWN = {
  name: 'signups-known',
  text: `
    SELECT s.id, s."emailKey", s."acceptsMarketing", s."isProofAsked", p.id AS "placeId", p."revokedAt",
           CASE WHEN s."confirmedAt" IS NULL THEN p."issuedAt" END AS "unprovedSince",
           coalesce((SELECT max(a."answeredAt") FROM "Consent" a WHERE a.shop = s.shop AND a."signupId" = s.id)
             <= s."confirmedAt", false) AS "isAnswerProved"
      FROM "Signup" s LEFT JOIN "AccessPass" p ON p.shop = s.shop AND p."signupId" = s.id
     WHERE s.shop = $1 AND s."campaignId" = $2 AND s."emailKey" = ANY($3::text[])`,
};

/**
 * Inserts sign-ups with their new answers about marketing and counts those that are new, in one statement. It is the same one where there
 * is nothing new: the time must not tell that an address is known. A proof bears a time before that of the answers that are kept with
 * it, for those may be somebody else's.
 */
const KEEP = {
  name: 'signups-keep',
  text: `
    WITH given AS (
      SELECT *, CASE WHEN "isProof" THEN statement_timestamp() - interval '1 millisecond' END AS "confirmedAt"
        FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::boolean[],
          $10::uuid[], $11::text[], $12::text[], $13::text[], $14::text[])
          AS given (id, email, "emailKey", "firstName", "lastName", "acceptsMarketing", "isProof",
            "consentId", "textVersion", text, language, page)
    ), kept AS (
      INSERT INTO "Signup" AS known
        (shop, "campaignId", id, email, "emailKey", "firstName", "lastName", "acceptsMarketing", "confirmedAt", "isProofAsked")
      SELECT $1::text, $2::uuid, id, email, "emailKey", "firstName", "lastName", "acceptsMarketing", "confirmedAt", $15::boolean
        FROM given
      ON CONFLICT (shop, "campaignId", "emailKey") DO UPDATE SET
        "acceptsMarketing" = excluded."acceptsMarketing",
        "confirmedAt" = greatest(known."confirmedAt", excluded."confirmedAt"),
        "isProofAsked" = known."isProofAsked" AND (excluded."isProofAsked" OR excluded."confirmedAt" IS NOT NULL)
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
    rows.map(({ id, emailKey, placeId, revokedAt, unprovedSince, ...known }) => [
      emailKey,
      { ...known, signupId: id, place: placeId === null ? null : { id: placeId, revokedAt, unprovedSince } },
    ]),
  );
}

/** Sign-ups of one campaign that came together, and what was known of their addresses. */
export interface ArrivedSignups {
  readonly signups: readonly NewSignup[];
  readonly known: ReadonlyMap<string, KnownPerson>;
  /** Whether the campaign wants addresses proved. */
  readonly isProofAsked: boolean;
}

/**
 * Keeps sign-ups, one for each address, counts the new ones on their campaign (also none: the work is
 * the same for a known address), and writes down every answer about marketing that
 * is new. A known address keeps its row; only a new answer changes what it said. Gives the ids by address
 * key. The caller holds the campaign's lock, and learned under it who is known.
 */
export function keepSignups(
  transaction: PipelinedTransaction,
  { shop, campaignId }: CampaignKey,
  arrived: ArrivedSignups,
): Map<string, string> {
  const people = mergeByAddress(arrived).map((signup) => {
    const before = arrived.known.get(signup.emailKey);
    const isNew = isNewAnswer(signup, before, arrived.isProofAsked);
    return {
      ...signup,
      id: before?.signupId ?? uuidv7(),
      acceptsMarketing: isNew ? signup.acceptsMarketing : (before?.acceptsMarketing ?? false),
      consentId: isNew ? uuidv7() : null,
    };
  });
  if (people.length > 0) transaction.tell(KEEP, [shop, campaignId, ...columnsOf(people), arrived.isProofAsked]);
  return new Map(people.map(({ emailKey, id }) => [emailKey, id]));
}

/**
 * Consent that was not given before is new. Where addresses are to be proved, so is every answer until they are, a no as well: who proves
 * the address vouches for the last one, and it must not be a stranger's yes from before.
 */
function isNewAnswer(signup: MergedSignup, before: KnownPerson | undefined, isProofAsked: boolean): boolean {
  if (!signup.isAnswer) return false;
  if (before === undefined || (signup.acceptsMarketing && !before.acceptsMarketing)) return true;
  return (isProofAsked || before.isProofAsked) && !before.isAnswerProved;
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
    ...[people.map(({ acceptsMarketing }) => acceptsMarketing), people.map(({ isProof }) => isProof)],
    ...[people.map(({ consentId }) => consentId), people.map(({ consent }) => versionOf(consent.text))],
    ...[people.map(({ consent }) => consent.text), people.map(({ consent }) => consent.language)],
    people.map(({ consent }) => consent.page),
  ];
}

function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** What came of one address at once. */
interface MergedSignup extends NewSignup {
  /** Whether anybody answered about marketing; a proof alone does not. */
  readonly isAnswer: boolean;
}

function mergeByAddress({ signups, isProofAsked }: ArrivedSignups): MergedSignup[] {
  const merged = new Map<string, MergedSignup>();
  for (const signup of signups) {
    const first = merged.get(signup.emailKey);
    const next = { ...signup, isAnswer: !signup.isProof };
    merged.set(signup.emailKey, first ? together(first, next, isProofAsked) : next);
  }
  return [...merged.values()];
}

/** Of two answers the yes counts, wherever an address need not be proved; elsewhere the later one. */
function together(first: MergedSignup, next: MergedSignup, isProofAsked: boolean): MergedSignup {
  const isNextsAnswer = next.isAnswer && (!first.isAnswer || isProofAsked || !first.acceptsMarketing);
  const { acceptsMarketing, consent } = isNextsAnswer ? next : first;
  const isProof = first.isProof || next.isProof;
  return { ...first, acceptsMarketing, consent, isProof, isAnswer: first.isAnswer || next.isAnswer };
}
