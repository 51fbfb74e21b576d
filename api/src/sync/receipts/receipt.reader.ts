import type { Connection, Destination, Prisma, PrismaClient } from '../../../../prisma/client/client.ts';
import type { Receipt, ReceiptEntry } from '../panel/receipt.type.ts';
import { chosenAudiences } from '../plan/chosen-audience.ts';

/** Where a sign-up stands at one destination. */
interface Place {
  readonly isOnList: boolean;
  readonly contactId: string | null;
}

/** A receipt, and whether it is for where the campaign's sign-ups go now. */
export interface PlacedReceipt extends Receipt {
  /** Of the list or tag that the campaign has chosen now. */
  readonly isForChosen: boolean;
  /** Of the account that is connected now, or was last. */
  readonly isForAccount: boolean;
}

/** Where a sign-up stands at each destination. */
export type SignupStanding = Readonly<Record<Destination, Place>>;

const NOWHERE: Place = { isOnList: false, contactId: null };
const CHOICE = {
  signup: { select: { campaign: { select: { klaviyoListId: true, omnisendListId: true } } } },
} satisfies Prisma.ReceiptInclude;

type ReceiptRow = Prisma.ReceiptGetPayload<{ include: typeof CHOICE }>;

/** Of a receipt's history, the newest. */
const MOST_ENTRIES = 100;

/** Reads receipts for their merchant. */
export class ReceiptReader {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** The receipts of each sign-up, in the order of their ids; as many statements however many there are. */
  async list(shop: string, signupIds: readonly string[]): Promise<PlacedReceipt[][]> {
    const [rows, connections] = await Promise.all([
      this.#prisma.receipt.findMany({
        where: { shop, signupId: { in: [...signupIds] } },
        orderBy: { destination: 'asc' },
        include: CHOICE,
      }),
      this.#prisma.connection.findMany({ where: { shop } }),
    ]);
    const bySignup = Map.groupBy(rows, ({ signupId }) => signupId);
    return signupIds.map((id) => (bySignup.get(id) ?? []).map((row) => placed(row, connections)));
  }

  /** What happened to each sign-up's receipts, oldest first, by one statement; at most the newest 100 entries of each receipt. */
  async histories(shop: string, signupIds: readonly string[]): Promise<Record<Destination, ReceiptEntry[]>[]> {
    const rows = await this.#prisma.receiptEntry.findMany({
      where: { shop, signupId: { in: [...signupIds] } },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
    const bySignup = Map.groupBy(rows, ({ signupId }) => signupId);
    return signupIds.map((id) => {
      const at = (destination: Destination) =>
        (bySignup.get(id) ?? []).filter((entry) => entry.destination === destination).slice(-MOST_ENTRIES);
      return { KLAVIYO: at('KLAVIYO'), OMNISEND: at('OMNISEND') };
    });
  }
}

/** What the sign-up's own fields say, from its receipts: of another list or account than now nothing is known. */
export function standingOf(receipts: readonly PlacedReceipt[]): SignupStanding {
  const at = (destination: Destination): Place => {
    const receipt = receipts.find((candidate) => candidate.destination === destination);
    if (!receipt?.isForAccount) return NOWHERE;
    return { isOnList: receipt.state === 'ON_LIST' && receipt.isForChosen, contactId: receipt.contactId };
  };
  return { KLAVIYO: at('KLAVIYO'), OMNISEND: at('OMNISEND') };
}

function placed(row: ReceiptRow, connections: readonly Connection[]): PlacedReceipt {
  const { campaign } = row.signup;
  const connection = connections.find(({ destination }) => destination === row.destination);
  const choice = chosenAudiences(campaign).find(({ destination }) => destination === row.destination);
  return {
    ...row,
    isForChosen: choice?.audience === row.audience,
    isForAccount: connection === undefined || row.updatedAt >= connection.connectedAt,
  };
}
