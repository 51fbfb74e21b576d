import type { Account } from '../integrations/destination.ts';
import type { Seal } from '../platform/seal.ts';

/** Names one connection. */
export interface ConnectionKey {
  readonly shop: string;
  readonly id: string;
}

/** The columns in which a connection's account stands. */
interface SealedAccount extends ConnectionKey {
  readonly sealedKey: Uint8Array;
  readonly accountId: string;
}

const ENDING = 4;
/** Of a shorter key the ending would tell too much. */
const SHORTEST_WITH_ENDING = 12;

/** What a sealed key is bound to: in another row it does not open. */
export function sealedKeyPlace({ shop, id }: ConnectionKey): string {
  return `Connection.sealedKey:${shop}/${id}`;
}

/** The account with its key opened, for a call to the vendor and for nothing else. Throws `SealBrokenError`. */
export function openAccount(seal: Seal, connection: SealedAccount): Account {
  return { key: seal.open(connection.sealedKey, sealedKeyPlace(connection)), accountId: connection.accountId };
}

/** By which the merchant recognises a key. */
export function keyEndingOf(key: string): string {
  return key.length < SHORTEST_WITH_ENDING ? '' : key.slice(-ENDING);
}
