import type { PrismaClient } from '../../../prisma/client/client.ts';
import type { SignupConfirmation } from './signup-confirmation.type.ts';

/** Reads for a merchant where confirmations stand; nothing by which one could be answered. */
export class SignupConfirmationReader {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** The confirmation of each sign-up, in the order of their ids; null where none was asked for. One statement. */
  async bySignups(shop: string, signupIds: readonly string[]): Promise<(SignupConfirmation | null)[]> {
    const rows = await this.#prisma.emailConfirmation.findMany({
      where: { shop, signupId: { in: [...signupIds] } },
      select: { signupId: true, sentCount: true, lastSentAt: true, expiresAt: true, confirmedAt: true },
    });
    const bySignup = new Map(rows.map((row) => [row.signupId, row]));
    return signupIds.map((id) => bySignup.get(id) ?? null);
  }
}
