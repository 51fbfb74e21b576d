import { Bytes, find } from './bytes';

const POINT: u8 = 0x2e;
const FIELDS: i32 = 9;

/**
 * What a line of the cart says for itself, as the app wrote it (`api/src/checkout/checkout-proof.ts`), nine fields joined by points:
 * `1.<key id>.<limit>.<expires>.<person>.<origin>.<pass>.<product>.<mac>`. Nothing in it counts before the MAC was compared.
 */
export class Proof {
  constructor(
    /** Which epoch's key it was made with. */
    readonly keyId: Bytes,
    /** The most pieces of the product in one order; 0: as many as they like. */
    readonly limit: i64,
    /** The minute since 1970 in which the pass expires. */
    readonly expires: i64,
    /** Digest of the e-mail address that it belongs to; dashes where it belongs to whoever has it. */
    readonly person: Bytes,
    /** By which sign-up, code or link its visitor came. */
    readonly origin: Bytes,
    readonly pass: Bytes,
    /** The digits of the product's id. It stands behind all that the proofs of one pass have in common. */
    readonly product: Bytes,
    /** Everything that the MAC is over. */
    readonly signed: Bytes,
    readonly mac: Bytes,
  ) {}
}

/** Null for no text, and for one of another form. */
export function readProof(text: Bytes | null): Proof | null {
  if (text === null) return null;
  const fields = new StaticArray<Bytes>(FIELDS);
  const end = text.at + text.length;
  let count = 0;
  for (let at = text.at; at <= end; count += 1) {
    if (count == FIELDS) return null;
    const to = find(at, end, POINT, POINT);
    fields[count] = new Bytes(at, <i32>(to - at));
    at = to + 1;
  }
  if (count != FIELDS || !fields[0].isText('1')) return null;
  const limit = fields[2].toInteger();
  const expires = fields[3].toInteger();
  if (limit < 0 || expires < 0) return null;
  const mac = fields[8];
  const signed = text.part(0, text.length - mac.length - 1);
  return new Proof(fields[1], limit, expires, fields[4], fields[5], fields[6], fields[7], signed, mac);
}
