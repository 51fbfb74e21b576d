import type { Destination, PrismaClient } from '../../../prisma/client/client.ts';

/** Where a sign-up stands at one destination. */
interface Place {
  readonly isOnList: boolean;
  readonly contactId: string | null;
}

/** Where a sign-up stands at each destination. */
export type SignupStanding = Readonly<Record<Destination, Place>>;

const NOWHERE: Place = { isOnList: false, contactId: null };

/** Reads receipts for their merchant. */
export class ReceiptReader {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Where these sign-ups stand, in the order of their ids, by one statement. */
  async standings(shop: string, signupIds: readonly string[]): Promise<SignupStanding[]> {
    const receipts = await this.#prisma.receipt.findMany({
      where: { shop, signupId: { in: [...signupIds] } },
      select: { signupId: true, destination: true, state: true, contactId: true },
    });
    return signupIds.map((id) => {
      const own = receipts.filter(({ signupId }) => signupId === id);
      const at = (destination: Destination): Place => {
        const receipt = own.find((candidate) => candidate.destination === destination);
        return receipt ? { isOnList: receipt.state === 'ON_LIST', contactId: receipt.contactId } : NOWHERE;
      };
      return { KLAVIYO: at('KLAVIYO'), OMNISEND: at('OMNISEND') };
    });
  }
}
