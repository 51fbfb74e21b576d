import { v7 as uuidv7 } from 'uuid';
import type { Connection as ConnectionRow, PrismaClient } from '../../../prisma/client/client.ts';
import type { CheckedAccount, DestinationName } from '../integrations/destination.ts';
import type { Seal } from '../platform/seal.ts';
import { keyEndingOf, sealedKeyPlace } from './connection-key.ts';

/** What the merchant chose about a connection. */
export interface ConnectionSettings {
  readonly sendsWithoutConsent: boolean;
  readonly sendsEvent: boolean;
  readonly sendsWelcomeMessage: boolean;
}

/** A key that was tried, and what it opened. */
export interface CheckedKey {
  readonly key: string;
  readonly account: CheckedAccount;
}

/** Somebody else connected, or disconnected, the same destination again and again in the same moment. */
class ConnectionContestedError extends Error {
  constructor() {
    super('The connection was changed by others at the same time, three times in a row.');
    this.name = 'ConnectionContestedError';
  }
}

const TRIES = 3;

/** Writes connections; their times are the database's. */
export class ConnectionRows {
  readonly #prisma: PrismaClient;
  readonly #seal: Seal;

  constructor(prisma: PrismaClient, seal: Seal) {
    this.#prisma = prisma;
    this.#seal = seal;
  }

  find(shop: string, destination: DestinationName): Promise<ConnectionRow | null> {
    return this.#prisma.connection.findUnique({ where: { shop_destination: { shop, destination } } });
  }

  /** Keeps a key that was tried just now: what was wrong with the connection is over. Another account begins anew. */
  async keepKey(
    { shop, destination }: { shop: string; destination: DestinationName },
    { key, account }: CheckedKey,
    settings: ConnectionSettings,
  ): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      // The key is bound to its row's id, so the id has to be known first; whose it is may have changed since.
      const id = (await this.find(shop, destination))?.id ?? uuidv7();
      const sealedKey = this.#seal.seal(key, sealedKeyPlace({ shop, id }));
      const row = { shop, id, destination, sealedKey, keyEnding: keyEndingOf(key), ...account, ...settings };
      if (await this.#insertOrUpdate(row)) return;
    }
    throw new ConnectionContestedError();
  }

  async keepSettings(shop: string, id: string, settings: ConnectionSettings): Promise<void> {
    await this.#prisma.connection.updateMany({ where: { shop, id }, data: settings });
  }

  /** The key was tried and is good: what was wrong is over. */
  async noteGoodKey({ shop, id }: { shop: string; id: string }, { accountName }: CheckedAccount): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE "Connection" SET problem = NULL, "problemDetail" = NULL, failures = 0, "retryAt" = NULL,
          "accountName" = ${accountName}, "checkedAt" = statement_timestamp(),
          "lastAnswerAt" = statement_timestamp(), "lastAnswer" = 'OK'
        WHERE shop = ${shop} AND id = ${id}::uuid`;
  }

  /** Deletes the connection; gives its id, or null when there was none. */
  async delete(shop: string, destination: DestinationName): Promise<string | null> {
    const row = await this.find(shop, destination);
    if (row === null) return null;
    const { count } = await this.#prisma.connection.deleteMany({ where: { shop, id: row.id } });
    return count === 0 ? null : row.id;
  }

  /** Prisma has no word for the database's clock, nor for an upsert that minds the row's id. False: the id is another's by now. */
  async #insertOrUpdate(row: ConnectionSettings & CheckedAccount & NewRow): Promise<boolean> {
    const written = await this.#prisma.$executeRaw`
      INSERT INTO "Connection" AS known
        (shop, id, destination, "sealedKey", "keyEnding", "accountId", "accountName",
         "sendsWithoutConsent", "sendsEvent", "sendsWelcomeMessage", "lastAnswerAt", "lastAnswer")
      VALUES (${row.shop}, ${row.id}::uuid, ${row.destination}::"Destination", ${row.sealedKey}, ${row.keyEnding},
        ${row.accountId}, ${row.accountName}, ${row.sendsWithoutConsent}, ${row.sendsEvent}, ${row.sendsWelcomeMessage},
        statement_timestamp(), 'OK')
      ON CONFLICT (shop, destination) DO UPDATE SET
        "sealedKey" = excluded."sealedKey", "keyEnding" = excluded."keyEnding", "accountName" = excluded."accountName",
        "accountId" = excluded."accountId", "sendsWithoutConsent" = excluded."sendsWithoutConsent",
        "sendsEvent" = excluded."sendsEvent", "sendsWelcomeMessage" = excluded."sendsWelcomeMessage",
        problem = NULL, "problemDetail" = NULL, failures = 0, "retryAt" = NULL,
        "lastAnswerAt" = statement_timestamp(), "lastAnswer" = 'OK', "checkedAt" = statement_timestamp(),
        "connectedAt" = CASE WHEN known."accountId" = excluded."accountId" THEN known."connectedAt" ELSE statement_timestamp() END
      WHERE known.id = excluded.id`;
    return written === 1;
  }
}

interface NewRow {
  readonly shop: string;
  readonly id: string;
  readonly destination: DestinationName;
  readonly sealedKey: Uint8Array<ArrayBuffer>;
  readonly keyEnding: string;
}
