import { type KeyObject, sign } from 'node:crypto';
import { decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import type { AccessPass, AccessPassPerson } from './access-pass.ts';
import { PASS_ALGORITHM, type SigningKey } from './signing-key.store.ts';
import type { SigningKeyRing } from './signing-key-ring.ts';

/** The media type of an access pass (RFC 9068 style `typ`): no other JWS of ours is taken for one. */
const PASS_TYPE = 'vip-pass+jwt';

/** A pass longer than this is no pass of ours and is not even parsed. */
const LONGEST_PASS_TEXT = 2_000;

const BEFORE_ANY_EXPIRY = new Date(0);

/** Issues and verifies access passes. */
export class AccessPassService {
  readonly #keys: SigningKeyRing;
  readonly #issuer: string;

  /** `issuer` is this server's public address; it stands in every pass as `iss`. */
  constructor(keys: SigningKeyRing, issuer: string) {
    this.#keys = keys;
    this.#issuer = issuer;
  }

  /** Signs the pass for a place; it expires when the place was given to. */
  async sign({ id, shop, campaignId, epoch, person, expiresAt }: AccessPass): Promise<string> {
    const { kid, privateKey } = await this.#keys.signer();
    const [iat, exp] = [Date.now(), expiresAt.getTime()].map((instant) => Math.floor(instant / 1000));
    const claims = { campaign: campaignId, epoch, iss: this.#issuer, aud: shop, sub: person, jti: id, iat, exp };
    return compactJws({ alg: PASS_ALGORITHM, kid, typ: PASS_TYPE }, claims, privateKey);
  }

  /** What the pass says, or null when it is forged, foreign, altered, expired or no pass at all: why is not told. */
  verify(pass: string): Promise<AccessPass | null> {
    return this.#read(pass, new Date());
  }

  /**
   * The id of a pass of ours, also of one that has expired: for who asks to whom something is owed, never to open anything. Null for one that is
   * forged or altered, and for one whose key was deleted since.
   */
  async idOf(pass: string): Promise<string | null> {
    return (await this.genuine(pass))?.id ?? null;
  }

  /** What a pass of ours says, also one that has expired: to tell its merchant about it, never to open anything. Null as with `idOf`. */
  genuine(pass: string): Promise<AccessPass | null> {
    return this.#read(pass, BEFORE_ANY_EXPIRY);
  }

  /** As it was to be read at an instant. */
  async #read(pass: string, currentDate: Date): Promise<AccessPass | null> {
    if (pass.length > LONGEST_PASS_TEXT) return null;
    const key = await this.#keyOf(pass);
    if (key === null) return null;
    try {
      const expected = { algorithms: [PASS_ALGORITHM], typ: PASS_TYPE, issuer: this.#issuer, currentDate };
      const { payload } = await jwtVerify(pass, key.publicKey, expected);
      return passOf(payload);
    } catch {
      // jose throws for every way in which a pass can be bad, and each of them means the same: it opens nothing.
      return null;
    }
  }

  /** The public keys, as RFC 7517 wants them, with which anybody can verify a pass. */
  async jwks(): Promise<{ keys: object[] }> {
    const keys = await this.#keys.all();
    return { keys: keys.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, alg: PASS_ALGORITHM, use: 'sig' })) };
  }

  async #keyOf(pass: string): Promise<SigningKey | null> {
    const kid = keyIdOf(pass);
    return kid === null ? null : this.#keys.find(kid);
  }
}

/** RFC 7515, 7.1, signed by Ed25519. By hand, since the Web Crypto API under `jose` takes twice the time, and every pass of a drop passes here. */
function compactJws(header: object, claims: object, key: KeyObject): string {
  const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
}

function keyIdOf(pass: string): string | null {
  try {
    return decodeProtectedHeader(pass).kid ?? null;
  } catch {
    // Not a JWS, so not a pass.
    return null;
  }
}

function passOf({ jti, aud, sub, exp, campaign, epoch }: JWTPayload): AccessPass | null {
  if (typeof jti !== 'string' || typeof aud !== 'string' || typeof sub !== 'string' || typeof exp !== 'number')
    return null;
  if (typeof campaign !== 'string' || typeof epoch !== 'number') return null;
  const expiresAt = new Date(exp * 1000);
  return { id: jti, shop: aud, campaignId: campaign, epoch, person: sub as AccessPassPerson, expiresAt };
}
