import { decodeProtectedHeader, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { AccessPass, AccessPassPerson } from './access-pass.ts';
import { PASS_ALGORITHM, type SigningKey, type SigningKeyStore } from './signing-key.store.ts';

/** The media type of an access pass (RFC 9068 style `typ`): no other JWS of ours is taken for one. */
const PASS_TYPE = 'vip-pass+jwt';

/** A pass longer than this is no pass of ours and is not even parsed. */
const LONGEST_PASS_TEXT = 2_000;

/** How long an unknown key id stays unknown before the database is asked again: a forger must not make us ask each time. */
const UNKNOWN_KEY_MS = 5_000;

/** Issues and verifies access passes. */
export class AccessPassService {
  readonly #store: SigningKeyStore;
  readonly #issuer: string;
  #keys: Promise<SigningKey[]> | null = null;
  #keysReadAt = 0;

  /** `issuer` is this server's public address; it stands in every pass as `iss`. */
  constructor(store: SigningKeyStore, issuer: string) {
    this.#store = store;
    this.#issuer = issuer;
  }

  /** Signs the pass for a place; it expires when the place was given to. */
  async sign({ id, shop, campaignId, epoch, person, expiresAt }: AccessPass): Promise<string> {
    const [key] = await this.#currentKeys();
    if (!key) throw new Error('There is no signing key.');
    return new SignJWT({ campaign: campaignId, epoch })
      .setProtectedHeader({ alg: PASS_ALGORITHM, kid: key.kid, typ: PASS_TYPE })
      .setIssuer(this.#issuer)
      .setAudience(shop)
      .setSubject(person)
      .setJti(id)
      .setIssuedAt()
      .setExpirationTime(expiresAt)
      .sign(key.privateKey);
  }

  /** What the pass says, or null when it is forged, foreign, altered, expired or no pass at all: why is not told. */
  async verify(pass: string): Promise<AccessPass | null> {
    if (pass.length > LONGEST_PASS_TEXT) return null;
    const key = await this.#keyOf(pass);
    if (key === null) return null;
    try {
      const { payload } = await jwtVerify(pass, key.publicKey, { algorithms: [PASS_ALGORITHM], typ: PASS_TYPE });
      return passOf(payload);
    } catch {
      // jose throws for every way in which a pass can be bad, and each of them means the same: it opens nothing.
      return null;
    }
  }

  /** The public keys, as RFC 7517 wants them, with which anybody can verify a pass. */
  async jwks(): Promise<{ keys: object[] }> {
    const keys = await this.#currentKeys();
    return { keys: keys.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, alg: PASS_ALGORITHM, use: 'sig' })) };
  }

  async #keyOf(pass: string): Promise<SigningKey | null> {
    const kid = keyIdOf(pass);
    if (kid === null) return null;
    const known = (await this.#currentKeys()).find((key) => key.kid === kid);
    if (known) return known;
    if (Date.now() - this.#keysReadAt < UNKNOWN_KEY_MS) return null;
    this.#keys = null;
    return (await this.#currentKeys()).find((key) => key.kid === kid) ?? null;
  }

  #currentKeys(): Promise<SigningKey[]> {
    if (this.#keys !== null) return this.#keys;
    this.#keysReadAt = Date.now();
    const reading = this.#store.readAll();
    this.#keys = reading;
    reading.catch(() => {
      // The caller sees the failure; the next one asks the database anew.
      if (this.#keys === reading) this.#keys = null;
    });
    return reading;
  }
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
