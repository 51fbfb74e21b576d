import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import { csvLine } from '../platform/csv/csv-line.ts';
import { cursorOf } from '../platform/graphql/cursor.ts';
import type { SignupReader } from './signup.reader.ts';
import type { SignupFilter } from './signup-filter.ts';
import { type FoundSignups, NEWEST_FIRST, reachOf } from './signup-reach.ts';

/** As many sign-ups are read, and held in memory, at once. */
const AT_ONCE = 500;

const EXPORTED = {
  ...{ id: true, email: true, firstName: true, lastName: true, acceptsMarketing: true },
  ...{ confirmedAt: true, createdAt: true },
  campaign: { select: { id: true, name: true } },
  consents: {
    select: { answeredAt: true, text: true, textVersion: true, language: true, page: true },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
  },
  receipts: { select: { destination: true, state: true, reason: true, contactId: true } },
} satisfies Prisma.SignupSelect;

type ExportedSignup = Prisma.SignupGetPayload<{ select: typeof EXPORTED }>;

type Cell = (signup: ExportedSignup) => string | null;

/** The newest answer is the one that holds: after a yes none is written down any more. */
const answerOf = ({ consents }: ExportedSignup) => consents.at(-1);
const at = (date: Date | null | undefined) => date?.toISOString() ?? null;

const atDestination = (destination: 'KLAVIYO' | 'OMNISEND', name: string): (readonly [string, Cell])[] => {
  const receiptOf = ({ receipts }: ExportedSignup) => receipts.find((receipt) => receipt.destination === destination);
  return [
    [name, (signup) => receiptOf(signup)?.state ?? null],
    [`${name} reason`, (signup) => receiptOf(signup)?.reason ?? null],
    [`${name} contact`, (signup) => receiptOf(signup)?.contactId ?? null],
  ];
};

/** The columns with their titles. New ones are added at the end: tools may count. */
const COLUMNS: readonly (readonly [title: string, cell: Cell])[] = [
  ['E-mail', ({ email }) => email],
  ['First name', ({ firstName }) => firstName],
  ['Last name', ({ lastName }) => lastName],
  ['Campaign', ({ campaign }) => campaign.name],
  ['Signed up at', ({ createdAt }) => at(createdAt)],
  ['Signed up on', ({ consents }) => consents[0]?.page ?? null],
  ['Address confirmed at', ({ confirmedAt }) => at(confirmedAt)],
  ['Wants e-mails', ({ acceptsMarketing }) => (acceptsMarketing ? 'yes' : 'no')],
  ['Answered at', (signup) => at(answerOf(signup)?.answeredAt)],
  ['Words beside the box', (signup) => answerOf(signup)?.text ?? null],
  ['Version of the words', (signup) => answerOf(signup)?.textVersion ?? null],
  ['Language of the words', (signup) => answerOf(signup)?.language ?? null],
  ...atDestination('KLAVIYO', 'Klaviyo'),
  ...atDestination('OMNISEND', 'Omnisend'),
  ['Sign-up id', ({ id }) => id],
  ['Campaign id', ({ campaign }) => campaign.id],
];

/** The sign-ups of a shop as a file. */
export class SignupExport {
  readonly #prisma: PrismaClient;
  readonly #reader: SignupReader;

  constructor(prisma: PrismaClient, reader: SignupReader) {
    this.#prisma = prisma;
    this.#reader = reader;
  }

  /**
   * CSV, titles first, in pieces of whole lines: the sign-ups that the list with this filter shows, newest first. Each piece is read when it
   * is asked for, by statements of its own, so that a slow reader holds nothing in the database and five hundred rows in memory. Who signs up
   * meanwhile is not in it. Throws BAD_USER_INPUT as the list does.
   */
  async open(shop: string, filter: SignupFilter): Promise<AsyncGenerator<string>> {
    return this.#pieces(await this.#reader.found(shop, filter));
  }

  async *#pieces(found: FoundSignups): AsyncGenerator<string> {
    yield csvLine(COLUMNS.map(([title]) => title));
    for (let after: string | null = null; ; ) {
      const { where, end } = await reachOf(this.#prisma, found, { after });
      const signups: ExportedSignup[] = await this.#prisma.signup.findMany({
        where,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: AT_ONCE,
        select: EXPORTED,
      });
      if (signups.length > 0) yield signups.map(lineOf).join('');
      const last = signups.length === AT_ONCE ? signups.at(-1) : undefined;
      after = last ? cursorOf(last, NEWEST_FIRST) : end;
      if (after === null) return;
    }
  }
}

function lineOf(signup: ExportedSignup): string {
  return csvLine(COLUMNS.map(([, cell]) => cell(signup)));
}
