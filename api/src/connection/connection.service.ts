import type { Connection as ConnectionRow, PrismaClient } from '../../../prisma/client/client.ts';
import type { Destination, DestinationName } from '../integrations/destination.ts';
import { VendorProblem } from '../integrations/vendor-problem.ts';
import { type UserError, UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';
import type { Seal } from '../platform/seal.ts';
import type { Connection, ConnectionDeletePayload, ConnectionSaveInput } from './connection.type.ts';
import type { ConnectionHealth } from './connection-health.ts';
import { openAccount } from './connection-key.ts';
import type { CheckedKey, ConnectionRows, ConnectionSettings } from './connection-rows.ts';
import { statusOf } from './connection-status.ts';
import { codeOf, KEY, keyProblems } from './key-problems.ts';
import { withPatience } from './vendor-patience.ts';
import { VENDOR_NAMES, vendorSentence } from './vendor-sentence.ts';

/** What a change of a connection comes to. */
interface ConnectionChange {
  connection: Connection | null;
  userErrors: UserError[];
}

interface ShopDestination {
  readonly shop: string;
  readonly destination: DestinationName;
}

export interface ConnectionServiceParts {
  readonly prisma: PrismaClient;
  readonly seal: Seal;
  readonly rows: ConnectionRows;
  readonly health: ConnectionHealth;
  readonly destinations: Readonly<Record<DestinationName, Destination>>;
  /** Whether nothing may be sent after a restore. */
  readonly isHeld: () => Promise<boolean>;
  /** What is under way to a destination stops there, once nobody is connected to it. */
  readonly putToRest: (at: ShopDestination) => Promise<void>;
  /** A shop's connection is another one now, and what waits for it may go. */
  readonly onChange: () => void;
}

const NO_CONNECTION = userError(['destination'], UserErrorCode.NOT_FOUND, 'This shop has no such connection.');

/** The connections of a shop, as its merchant makes and changes them. A key is tried before it is kept. */
export class ConnectionService {
  readonly #parts: ConnectionServiceParts;

  constructor(parts: ConnectionServiceParts) {
    this.#parts = parts;
  }

  /** At most one for each destination, in the order of the destinations. */
  async list(shop: string): Promise<Connection[]> {
    const rows = await this.#parts.prisma.connection.findMany({ where: { shop }, orderBy: { destination: 'asc' } });
    if (rows.length === 0) return [];
    const isHeld = await this.#parts.isHeld();
    return rows.map((row) => connectionOf(row, isHeld));
  }

  /** Without a key only the settings change. With one, it is tried at the vendor, and kept only if it is good. */
  async save(shop: string, input: ConnectionSaveInput): Promise<ConnectionChange> {
    const { destination } = input;
    const known = await this.#parts.rows.find(shop, destination);
    const settings = settingsAfter(known, input);
    const key = input.key?.trim() ?? null;
    const userErrors = keyProblems(key, destination, known !== null);
    if (userErrors.length > 0) return this.#answer(shop, destination, userErrors);
    if (key === null) await this.#parts.rows.keepSettings(shop, known?.id ?? '', settings);
    else {
      const checked = await this.#check(destination, key);
      if (!('account' in checked)) return this.#answer(shop, destination, [checked]);
      // What was on its way to the old account must not arrive at another one.
      if (known && known.accountId !== checked.account.accountId) await this.delete(shop, destination);
      await this.#parts.rows.keepKey({ shop, destination }, checked, settings);
    }
    this.#parts.onChange();
    return this.#answer(shop, destination, []);
  }

  /** Tries the kept key again: a pause ends if it is good, and begins if it is not. */
  async test(shop: string, destination: DestinationName): Promise<ConnectionChange> {
    const { rows, seal, destinations, health } = this.#parts;
    const row = await rows.find(shop, destination);
    if (row === null) return { connection: null, userErrors: [NO_CONNECTION] };
    try {
      await rows.noteGoodKey(row, await withPatience(destinations[destination].check(openAccount(seal, row).key)));
    } catch (fault) {
      if (!(fault instanceof VendorProblem)) throw fault;
      // A test that came too soon says nothing about the connection.
      if (fault.kind !== 'THROTTLED') await health.note(row, fault);
      const problem = userError(['destination'], codeOf(fault), vendorSentence(destination, fault));
      return this.#answer(shop, destination, [problem]);
    }
    this.#parts.onChange();
    return this.#answer(shop, destination, []);
  }

  /** Forgets the key. Nothing more is sent, people stay on the vendor's lists, and what is known about each stays here. */
  async delete(shop: string, destination: DestinationName): Promise<ConnectionDeletePayload> {
    const deletedConnectionId = await this.#parts.rows.delete(shop, destination);
    if (deletedConnectionId === null) return { deletedConnectionId, userErrors: [NO_CONNECTION] };
    await this.#parts.putToRest({ shop, destination });
    return { deletedConnectionId, userErrors: [] };
  }

  async #check(destination: DestinationName, key: string): Promise<CheckedKey | UserError> {
    try {
      const account = await withPatience(this.#parts.destinations[destination].check(key));
      if (account.accountId !== '') return { key, account };
      return userError(KEY, UserErrorCode.INVALID, `${VENDOR_NAMES[destination]} does not say whose key this is.`);
    } catch (fault) {
      if (!(fault instanceof VendorProblem)) throw fault;
      return userError(KEY, codeOf(fault), `${vendorSentence(destination, fault)} Nothing was saved.`);
    }
  }

  async #answer(shop: string, destination: DestinationName, userErrors: UserError[]): Promise<ConnectionChange> {
    const row = await this.#parts.rows.find(shop, destination);
    return { connection: row && connectionOf(row, await this.#parts.isHeld()), userErrors };
  }
}

/** The row as the merchant sees it: the sealed key and the vendor's id of the account stay behind. */
function connectionOf(row: ConnectionRow, isHeld: boolean): Connection {
  const { sealedKey: _key, accountId: _account, failures: _failures, shop: _shop, ...shown } = row;
  return { ...shown, status: statusOf(row, isHeld) };
}

function settingsAfter(known: ConnectionRow | null, input: ConnectionSaveInput): ConnectionSettings {
  return {
    sendsWithoutConsent: input.sendsWithoutConsent ?? known?.sendsWithoutConsent ?? false,
    sendsEvent: input.sendsEvent ?? known?.sendsEvent ?? false,
    sendsWelcomeMessage: input.sendsWelcomeMessage ?? known?.sendsWelcomeMessage ?? false,
  };
}
