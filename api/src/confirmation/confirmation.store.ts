import type { PrismaClient } from '../../../prisma/client/client.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The sign-up whose address was proved just now. */
export interface ConfirmedSignup {
  readonly shop: string;
  readonly campaignId: string;
  readonly signupId: string;
}

/** A code and a link that replace those before. */
export interface Renewal {
  readonly shop: string;
  readonly signupId: string;
  readonly handleDigest: Bytes;
  readonly codeDigest: Bytes;
  readonly linkDigest: Bytes;
  /** How long both are good. */
  readonly minutes: number;
  /** Whether no mail will bring them: then those that were mailed last stay good. */
  readonly isWithheld: boolean;
}

/** Where a confirmation stands with its mails. */
export interface MailedState {
  readonly sentCount: number;
  readonly lastSentAt: Date;
  readonly expiresAt: Date;
}

const PAUSE_SECONDS = 60;
const WINDOW_SECONDS = 3600;
const MOST_MAILS = 5;
const MOST_WRONG_CODES = 5;

/** When the next mail may go out: a minute after the last one; an hour after it, when that was the fifth. */
export function nextMailAt({ sentCount, lastSentAt }: MailedState): Date {
  const seconds = sentCount >= MOST_MAILS ? WINDOW_SECONDS : PAUSE_SECONDS;
  return new Date(lastSentAt.getTime() + seconds * 1000);
}

/** Whether there was a mail after which the next one has to wait. */
export function isTooEarly(known: MailedState | null): boolean {
  return known !== null && nextMailAt(known) > new Date();
}

/** The table of confirmations. Each statement is one step: requests side by side, in any process, count one by one. */
export class ConfirmationStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /**
   * Puts a new code and link in place unless it is too early for another mail: then null, and nothing changes. Where the mail
   * is withheld, the answer is the same.
   */
  async renew(renewal: Renewal): Promise<MailedState | null> {
    const { shop, signupId, handleDigest, codeDigest, linkDigest, minutes, isWithheld } = renewal;
    const [row] = await this.#prisma.$queryRaw<MailedState[]>`
      INSERT INTO "EmailConfirmation" AS known
        (shop, "signupId", "handleDigest", "codeDigest", "linkDigest", "lastSentAt", "expiresAt")
      VALUES (${shop}, ${signupId}::uuid, ${handleDigest}, ${codeDigest}, ${linkDigest}, now(),
              now() + make_interval(mins => ${minutes}::int))
      ON CONFLICT (shop, "signupId") DO UPDATE SET
        "handleDigest" = excluded."handleDigest",
        "codeDigest" = CASE WHEN ${isWithheld} THEN known."codeDigest" ELSE excluded."codeDigest" END,
        "linkDigest" = CASE WHEN ${isWithheld} THEN known."linkDigest" ELSE excluded."linkDigest" END,
        "wrongCodes" = CASE WHEN ${isWithheld} THEN known."wrongCodes" ELSE 0 END,
        "expiresAt" = CASE WHEN ${isWithheld} THEN known."expiresAt" ELSE excluded."expiresAt" END,
        "sentCount" = CASE WHEN known."lastSentAt" <= now() - make_interval(secs => ${WINDOW_SECONDS}) THEN 1
                           ELSE known."sentCount" + 1 END,
        "lastSentAt" = excluded."lastSentAt"
      WHERE known."lastSentAt" <= now() - make_interval(secs => ${PAUSE_SECONDS})
        AND (known."sentCount" < ${MOST_MAILS}
             OR known."lastSentAt" <= now() - make_interval(secs => ${WINDOW_SECONDS}))
      RETURNING "sentCount", "lastSentAt", now() + make_interval(mins => ${minutes}::int) AS "expiresAt"`;
    return row ?? null;
  }

  /** Lets a mail that did not get away be asked for again at once; it counts only when it was refused for good. */
  async release({ shop, signupId, linkDigest }: Renewal, isRefused: boolean): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE "EmailConfirmation"
         SET "lastSentAt" = "lastSentAt" - make_interval(secs => ${PAUSE_SECONDS}),
             "sentCount" = "sentCount" - ${isRefused ? 0 : 1}::int
       WHERE shop = ${shop} AND "signupId" = ${signupId}::uuid AND "linkDigest" = ${linkDigest}`;
  }

  /** The confirmation that a page knows by this handle, with whom its mail goes to. */
  find(handleDigest: Bytes) {
    return this.#prisma.emailConfirmation.findUnique({
      where: { handleDigest },
      select: {
        ...{ shop: true, signupId: true, sentCount: true, lastSentAt: true, expiresAt: true, wrongCodes: true },
        signup: { select: { email: true, campaignId: true } },
      },
    });
  }

  /** Checks a code and counts it when it is wrong. Null: there is nothing to check it against. */
  async tryCode(handleDigest: Bytes, codeDigest: Bytes): Promise<(ConfirmedSignup & { isRight: boolean }) | null> {
    const [row] = await this.#prisma.$queryRaw<(ConfirmedSignup & { isRight: boolean })[]>`
      UPDATE "EmailConfirmation" c
         SET "wrongCodes" = c."wrongCodes" + CASE WHEN c."codeDigest" = ${codeDigest} THEN 0 ELSE 1 END,
             "confirmedAt" = CASE WHEN c."codeDigest" = ${codeDigest} THEN coalesce(c."confirmedAt", now())
                                  ELSE c."confirmedAt" END
        FROM "Signup" s
       WHERE c."handleDigest" = ${handleDigest} AND c."wrongCodes" < ${MOST_WRONG_CODES} AND c."expiresAt" > now()
         AND s.shop = c.shop AND s.id = c."signupId"
      RETURNING c.shop, c."signupId", s."campaignId", c."codeDigest" = ${codeDigest} AS "isRight"`;
    return row ?? null;
  }

  /** The sign-up that a link proves, also when it was opened before; null when it is none of ours or over. */
  async tryLink(linkDigest: Bytes): Promise<ConfirmedSignup | null> {
    const [row] = await this.#prisma.$queryRaw<ConfirmedSignup[]>`
      UPDATE "EmailConfirmation" c SET "confirmedAt" = coalesce(c."confirmedAt", now())
        FROM "Signup" s
       WHERE c."linkDigest" = ${linkDigest} AND c."expiresAt" > now() AND s.shop = c.shop AND s.id = c."signupId"
      RETURNING c.shop, c."signupId", s."campaignId"`;
    return row ?? null;
  }
}

/** Whether codes are no longer checked until another mail brings a new one. */
export function isDead({ wrongCodes }: { readonly wrongCodes: number }): boolean {
  return wrongCodes >= MOST_WRONG_CODES;
}
