import { Prisma } from '../../../../prisma/client/client.ts';

/**
 * The answer about marketing of the sign-up `s` that counts at a campaign of this trust level, one row at most: the newest. Anybody may type
 * an address, so that where it is to be proved, or was when it was given, only what was answered before the last proof counts.
 */
export function countingAnswer(trustLevel: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT a."isGiven", a."answeredAt", a.text, coalesce(a."answeredAt" <= s."confirmedAt", false) AS "isConfirmed"
      FROM "Consent" a
     WHERE a.shop = s.shop AND a."signupId" = s.id AND (
       ${trustLevel} = 'INSTANT' AND NOT s."isProofAsked" OR a."answeredAt" <= s."confirmedAt")
     ORDER BY a."answeredAt" DESC LIMIT 1)`;
}
