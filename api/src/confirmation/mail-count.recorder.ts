import type { PrismaClient } from '../../../prisma/client/client.ts';
import { createGroupCommit, type GroupCommit } from '../platform/group-commit.ts';

/** A keyed HMAC of whom mails are counted for. */
export type Digest = Uint8Array<ArrayBuffer>;

/** How many mails were wanted with this one, and when the count starts anew. */
export interface MailCount {
  readonly mails: number;
  readonly resetsAt: Date;
}

/** Counts one mail for each of the digests; answers, in their order, when the counts over all processes have committed. */
export type MailCountRecorder = GroupCommit<readonly Digest[], readonly MailCount[]>;

const SETTINGS = { largestGroup: 300, inFlight: 1 };

/** Mails of concurrent requests are counted by one statement, and each learns its own number. */
export function createMailCountRecorder(prisma: PrismaClient, windowMs: number): MailCountRecorder {
  return createGroupCommit<readonly Digest[], readonly MailCount[]>(async (wanted) => {
    const groups = Map.groupBy(wanted.flat(), keyOf);
    const counted = await addMails(prisma, groups, windowMs);
    const numberOf = (digest: Digest): MailCount => {
      const key = keyOf(digest);
      const total = counted.get(key);
      if (!total) throw new Error('A mail was not counted.');
      const later = groups.get(key)?.length ?? 1;
      groups.get(key)?.pop();
      return { mails: total.mails - later + 1, resetsAt: total.resetsAt };
    };
    return wanted.map((digests) => digests.map(numberOf));
  }, SETTINGS);
}

/** Prisma has no word for adding to rows that may not be there. They come in one order, so that processes never wait in a ring. */
async function addMails(prisma: PrismaClient, groups: ReadonlyMap<string, readonly Digest[]>, windowMs: number) {
  const ordered = [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, digests]) => digests);
  const rows = await prisma.$queryRaw<(MailCount & { digest: Digest })[]>`
    INSERT INTO "MailBudget" AS known (digest, mails, "resetsAt")
    SELECT given.digest, given.mails, now() + make_interval(secs => ${windowMs / 1000}::float8)
      FROM unnest(${ordered.flatMap(([digest]) => (digest ? [digest] : []))}::bytea[],
                  ${ordered.map(({ length }) => length)}::int[]) AS given (digest, mails)
    ON CONFLICT (digest) DO UPDATE SET
      mails = CASE WHEN known."resetsAt" <= now() THEN excluded.mails ELSE known.mails + excluded.mails END,
      "resetsAt" = CASE WHEN known."resetsAt" <= now() THEN excluded."resetsAt" ELSE known."resetsAt" END
    RETURNING digest, mails, "resetsAt"`;
  return new Map(rows.map(({ digest, ...count }) => [keyOf(digest), count]));
}

function keyOf(digest: Digest): string {
  return Buffer.from(digest).toString('base64');
}
