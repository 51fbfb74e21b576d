import type { Connection, PrismaClient } from '../../../prisma/client/client.ts';
import type { Account, DestinationName } from '../integrations/destination.ts';
import type { Seal } from '../platform/seal.ts';
import { type ConnectionKey, openAccount } from './connection-key.ts';

/** A connection with its key opened, as who sends through it needs it. */
export interface OpenConnection extends ConnectionKey {
  readonly destination: DestinationName;
  readonly account: Account;
  readonly sendsWithoutConsent: boolean;
  readonly sendsEvent: boolean;
  readonly sendsWelcomeMessage: boolean;
  /** How many answers in a row were none: above 0 the next attempt is a small one. */
  readonly failures: number;
}

/** Opens connections for the worker and for questions to a vendor. */
export class ConnectionReader {
  readonly #prisma: PrismaClient;
  readonly #seal: Seal;

  constructor(prisma: PrismaClient, seal: Seal) {
    this.#prisma = prisma;
    this.#seal = seal;
  }

  /** The connection, whatever is wrong with it; null when it is gone. */
  async open({ shop, id }: ConnectionKey): Promise<OpenConnection | null> {
    const row = await this.#prisma.connection.findUnique({ where: { shop_id: { shop, id } } });
    return row && this.#opened(row);
  }

  /** The shop's connection to a destination, whatever is wrong with it; null when there is none. */
  async openAt(shop: string, destination: DestinationName): Promise<OpenConnection | null> {
    const row = await this.#prisma.connection.findUnique({ where: { shop_destination: { shop, destination } } });
    return row && this.#opened(row);
  }

  /** The shop's connections, whatever is wrong with them. */
  async openAll(shop: string): Promise<OpenConnection[]> {
    const rows = await this.#prisma.connection.findMany({ where: { shop } });
    return rows.map((row) => this.#opened(row));
  }

  /** The connection if it may be used now, by the database's clock: nothing is wrong with it, no wait runs, and the shop has the app. */
  async openUsable({ shop, id }: ConnectionKey): Promise<OpenConnection | null> {
    const [row] = await this.#prisma.$queryRaw<Connection[]>`
      SELECT * FROM "Connection"
       WHERE shop = ${shop} AND id = ${id}::uuid AND problem IS NULL
         AND ("retryAt" IS NULL OR "retryAt" <= statement_timestamp())
         AND shop IN (SELECT domain FROM "Shop" WHERE "uninstalledAt" IS NULL)`;
    return row ? this.#opened(row) : null;
  }

  #opened(row: Connection): OpenConnection {
    const { shop, id, destination, sendsWithoutConsent, sendsEvent, sendsWelcomeMessage, failures } = row;
    const settings = { sendsWithoutConsent, sendsEvent, sendsWelcomeMessage };
    return { shop, id, destination, account: openAccount(this.#seal, row), ...settings, failures };
  }
}
