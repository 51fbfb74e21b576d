import type { CrashServer } from '../../api/crash-server.ts';
import type { RequestKind } from '../load/requests.ts';

/** What visitors of one campaign were told in all: right answers, by what they had asked. */
export type Told = Readonly<Partial<Record<RequestKind, number>>>;

/** Adds what several loads were told. */
export function addTold(loads: readonly Told[]): Told {
  const sum: Partial<Record<RequestKind, number>> = {};
  for (const told of loads) {
    for (const [kind, count] of Object.entries(told) as [RequestKind, number][]) sum[kind] = (sum[kind] ?? 0) + count;
  }
  return sum;
}

/** What the database holds of a campaign and does not agree with what its visitors were told, in sentences. Nothing may be lost, and nothing be there twice. */
export async function disagreements(database: CrashServer, campaignId: string, told: Told): Promise<string[]> {
  const [record] = await database.ask<Record<keyof typeof COUNTS, number>>(
    `SELECT ${Object.entries(COUNTS).map(([name, sql]) => `(${sql})::int AS "${name}"`)}`,
    [campaignId],
  );
  const of = (...kinds: RequestKind[]) => kinds.reduce((sum, kind) => sum + (told[kind] ?? 0), 0);
  const must: Readonly<Record<keyof typeof COUNTS, number>> = {
    totalViews: of('view', 'naiveView'),
    signups: of('signup', 'naiveSignup'),
    consents: of('signup'),
    totalSignups: of('signup', 'naiveSignup'),
    passes: of('signup', 'password'),
    totalPasses: of('signup', 'password'),
    uses: of('password'),
  };
  return Object.entries(must)
    .filter(([name, should]) => record?.[name as keyof typeof COUNTS] !== should)
    .map(
      ([name, should]) =>
        `${name} in the database: ${record?.[name as keyof typeof COUNTS]}, and visitors were told ${should}`,
    );
}

const CAMPAIGN = 'FROM "EarlyAccessCampaign" WHERE id = $1::uuid';
const COUNTS = {
  totalViews: `SELECT "totalViews" ${CAMPAIGN}`,
  signups: 'SELECT count(*) FROM "Signup" WHERE "campaignId" = $1::uuid',
  consents:
    'SELECT count(*) FROM "Consent" c JOIN "Signup" s ON s.shop = c.shop AND s.id = c."signupId" WHERE s."campaignId" = $1::uuid',
  totalSignups: `SELECT "totalSignups" ${CAMPAIGN}`,
  passes: 'SELECT count(*) FROM "AccessPass" WHERE "campaignId" = $1::uuid',
  totalPasses: `SELECT "totalPasses" ${CAMPAIGN}`,
  uses: 'SELECT coalesce(sum("totalUses"), 0) FROM "AccessCode" WHERE "campaignId" = $1::uuid',
};
