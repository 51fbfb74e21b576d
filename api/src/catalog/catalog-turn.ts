import type { Prisma } from '../../../prisma/client/client.ts';

/**
 * Waits until this transaction is the only one that writes the shop's catalog, in whatever process: writers that take turns never
 * wait for each other in a circle.
 */
export async function takeCatalogTurn(transaction: Prisma.TransactionClient, shop: string): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`catalog:${shop}`}, 0))`;
}
