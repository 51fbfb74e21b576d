import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import type { Prisma, PrismaClient, SigningKey as SigningKeyRow } from '../../../prisma/client/client.ts';
import type { Seal } from '../platform/seal.ts';

/** The algorithm of access passes. No other is ever accepted. */
export const PASS_ALGORITHM = 'EdDSA';

/** Nothing but a key of this number may sign or verify; any number does, as long as nobody else locks it. */
const CREATE_KEY_LOCK = 7_305_001;

/** A key that signs and verifies access passes. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** Keeps the signing keys in the database, the private halves sealed with the app key. */
export class SigningKeyStore {
  readonly #prisma: PrismaClient;
  readonly #seal: Seal;

  constructor(prisma: PrismaClient, seal: Seal) {
    this.#prisma = prisma;
    this.#seal = seal;
  }

  /** All keys that may verify, newest first; makes the first one where there is none, also when many processes start at once. */
  async readAll(): Promise<SigningKey[]> {
    const rows = await this.#prisma.$transaction(async (transaction) => {
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${CREATE_KEY_LOCK}::bigint)`;
      const known = await transaction.signingKey.findMany({ orderBy: { createdAt: 'desc' } });
      return known.length > 0 ? known : [await transaction.signingKey.create({ data: await this.#newKey() })];
    });
    return Promise.all(rows.map((row) => this.#open(row)));
  }

  async #newKey(): Promise<Prisma.SigningKeyCreateInput> {
    const { privateKey, publicKey } = await generateKeyPair(PASS_ALGORITHM, { extractable: true });
    const publicJwk = await exportJWK(publicKey);
    const kid = await calculateJwkThumbprint(publicJwk);
    const sealedPrivateKey = this.#seal.seal(JSON.stringify(await exportJWK(privateKey)), placeOf(kid));
    return { kid, publicJwk: { ...publicJwk }, sealedPrivateKey };
  }

  async #open({ kid, sealedPrivateKey, publicJwk }: SigningKeyRow): Promise<SigningKey> {
    const privateJwk = JSON.parse(this.#seal.open(sealedPrivateKey, placeOf(kid))) as JWK;
    const [privateKey, publicKey] = await Promise.all([cryptoKey(privateJwk), cryptoKey(publicJwk as JWK)]);
    return { kid, privateKey, publicKey, publicJwk: publicJwk as JWK };
  }
}

async function cryptoKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, PASS_ALGORITHM);
  if (key instanceof Uint8Array) throw new TypeError('A signing key is not an asymmetric key.');
  return key;
}

function placeOf(kid: string): string {
  return `SigningKey.sealedPrivateKey:${kid}`;
}
