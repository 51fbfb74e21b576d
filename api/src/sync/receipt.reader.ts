import type { Destination, PrismaClient } from '../../../prisma/client/client.ts';
import type { Receipt, ReceiptEntry } from './receipt.type.ts';

/** Where a sign-up stands at one destination. */
interface Place {
  readonly isOnList: boolean;
  readonly contactId: string | null;
}

/** Where a sign-up stands at each destination. */
export type SignupStanding = Readonly<Record<Destination, Place>>;

const NOWHERE: Place = { isOnList: false, contactId: null };
/** Of a receipt's history, the newest. */
const MOST_ENTRIES = 100;

/** Reads receipts for their merchant. */
export class ReceiptReader {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** The receipts of each sign-up, in the order of their ids, by one statement. */
  async list(shop: string, signupIds: readonly string[]): Promise<Receipt[][]> {
    const rows = await this.#prisma.receipt.findMany({
      where: { shop, signupId: { in: [...signupIds] } },
      orderBy: { destination: 'asc' },
    });
    const bySignup = Map.groupBy(rows, ({ signupId }) => signupId);
    return signupIds.map((id) => bySignup.get(id) ?? []);
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

/** What the sign-up's own fields say, from its receipts. */
export function standingOf(receipts: readonly Receipt[]): SignupStanding {
  const at = (destination: Destination): Place => {
    const receipt = receipts.find((candidate) => candidate.destination === destination);
    return receipt ? { isOnList: receipt.state === 'ON_LIST', contactId: receipt.contactId } : NOWHERE;
  };
  return { KLAVIYO: at('KLAVIYO'), OMNISEND: at('OMNISEND') };
}
