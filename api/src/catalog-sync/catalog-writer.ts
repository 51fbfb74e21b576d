import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import { takeCatalogTurn } from '../catalog/catalog-turn.ts';

/** The catalog waits for its turn, and a batch takes its time; milliseconds. */
const PATIENCE = { maxWait: 30_000, timeout: 60_000 };

/** Does one piece of writing to a shop's catalog in a transaction of its own, when it is its turn. */
export function inCatalogTurn<Result>(
  prisma: PrismaClient,
  shop: string,
  write: (transaction: Prisma.TransactionClient) => Promise<Result>,
): Promise<Result> {
  return prisma.$transaction(async (transaction) => {
    await takeCatalogTurn(transaction, shop);
    return write(transaction);
  }, PATIENCE);
}
