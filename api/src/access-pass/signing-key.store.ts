import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import type { Prisma, PrismaClient, SigningKey as SigningKeyRow } from '../../../prisma/client/client.ts';
import type { Seal } from '../platform/seal.ts';
import { LONGEST_PASS_DAYS } from './access-pass.ts';

/** The algorithm of access passes. No other is ever accepted. */
export const PASS_ALGORITHM = 'EdDSA';

/** Others may keep the published keys for this long; a new key therefore waits longer than this before it signs. */
export const JWKS_MAX_AGE_SECONDS = 300;

/** A process asks the database for the keys again when it has not for this long. */
export const KEYS_FRESH_MS = 5_000;

/** How long the keys before go on signing after a new one is published: the clocks of two servers may differ by a minute. */
const OVERLAP_MS = (JWKS_MAX_AGE_SECONDS + 60) * 1000 + KEYS_FRESH_MS;

/** A key that no longer signs verifies until the last pass that it can have signed has expired. */
const VERIFIES_ON_MS = (LONGEST_PASS_DAYS * 24 * 60 + 5) * 60 * 1000;

/** Held by who makes a key; any number does, as long as nobody else locks it. */
const CREATE_KEY_LOCK = 7_305_001;

/** A key that signs and verifies access passes. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly createdAt: Date;
  /** From when it no longer signs; null while no other is to follow it. */
  readonly retiredAt: Date | null;
}

/** Keeps the signing keys in the database, the private halves sealed with the app key. */
export class SigningKeyStore {
  readonly #prisma: PrismaClient;
  readonly #seal: Seal;

  constructor(prisma: PrismaClient, seal: Seal) {
    this.#prisma = prisma;
    this.#seal = seal;
  }

  /**
   * All keys that may verify, first retired first; the first that is not retired yet signs. Makes the first key where there is none,
   * also when many processes start at once.
   */
  async readAll(): Promise<SigningKey[]> {
    const rows = await this.#exclusively(async (transaction) => {
      const known = await transaction.signingKey.findMany({ where: stillVerifies(), orderBy: FIRST_RETIRED_FIRST });
      return known.some(stillSigns) ? known : [...known, await this.#create(transaction)];
    });
    return Promise.all(rows.map((row) => this.#open(row)));
  }

  /**
   * Publishes a new key at once, and lets it sign as soon as nobody's copy of the published keys can be older than it; the
   * keys before verify on until their last pass has expired. Forgets keys for which that is over.
   */
  async rotate(): Promise<Rotation> {
    return this.#exclusively((transaction) => this.#follow(transaction));
  }

  /** The same at most once in `pauseMs`, however many ask at once; null, and nothing changes, where it is too soon. */
  async rotateOncePer(pauseMs: number): Promise<Rotation | null> {
    return this.#exclusively(async (transaction) => {
      const since = new Date(Date.now() + OVERLAP_MS - pauseMs);
      const recent = await transaction.signingKey.count({ where: { retiredAt: { gt: since } } });
      return recent > 0 ? null : this.#follow(transaction);
    });
  }

  /** Lets a new key follow the one that signs. */
  async #follow(transaction: Prisma.TransactionClient): Promise<Rotation> {
    const signsFrom = new Date(Date.now() + OVERLAP_MS);
    await transaction.signingKey.updateMany({ where: { retiredAt: null }, data: { retiredAt: signsFrom } });
    const { count } = await transaction.signingKey.deleteMany({ where: { NOT: stillVerifies() } });
    const { kid } = await this.#create(transaction);
    return { kid, signsFrom, forgotten: count };
  }

  #exclusively<Result>(work: (transaction: Prisma.TransactionClient) => Promise<Result>): Promise<Result> {
    return this.#prisma.$transaction(async (transaction) => {
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${CREATE_KEY_LOCK}::bigint)`;
      return work(transaction);
    });
  }

  async #create(transaction: Prisma.TransactionClient): Promise<SigningKeyRow> {
    return transaction.signingKey.create({ data: await this.#newKey() });
  }

  async #newKey(): Promise<Prisma.SigningKeyCreateInput> {
    const { privateKey, publicKey } = await generateKeyPair(PASS_ALGORITHM, { extractable: true });
    const publicJwk = await exportJWK(publicKey);
    const kid = await calculateJwkThumbprint(publicJwk);
    const sealedPrivateKey = this.#seal.seal(JSON.stringify(await exportJWK(privateKey)), placeOf(kid));
    return { kid, publicJwk: { ...publicJwk }, sealedPrivateKey };
  }

  async #open({ sealedPrivateKey, ...row }: SigningKeyRow): Promise<SigningKey> {
    const privateJwk = JSON.parse(this.#seal.open(sealedPrivateKey, placeOf(row.kid))) as JsonWebKey;
    const privateKey = createPrivateKey({ key: privateJwk, format: 'jwk' });
    const publicJwk = row.publicJwk as JWK;
    return { ...row, privateKey, publicJwk, publicKey: await cryptoKey(publicJwk) };
  }
}

/** What came of a rotation: the new key, from when it signs, and how many keys nobody needs any more. */
export interface Rotation {
  readonly kid: string;
  readonly signsFrom: Date;
  readonly forgotten: number;
}

/** Until when a key verifies that no longer signs from `retiredAt` on. */
export function verifiesUntil(retiredAt: Date): Date {
  return new Date(retiredAt.getTime() + VERIFIES_ON_MS);
}

const FIRST_RETIRED_FIRST = [
  { retiredAt: { sort: 'asc', nulls: 'last' } },
  { createdAt: 'asc' },
] satisfies Prisma.SigningKeyOrderByWithRelationInput[];

/** Whether a key signs now. */
export function stillSigns({ retiredAt }: Pick<SigningKey, 'retiredAt'>): boolean {
  return retiredAt === null || retiredAt > new Date();
}

function stillVerifies(): Prisma.SigningKeyWhereInput {
  const since = new Date(Date.now() - VERIFIES_ON_MS);
  return { OR: [{ retiredAt: null }, { retiredAt: { gt: since } }] };
}

async function cryptoKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, PASS_ALGORITHM);
  if (key instanceof Uint8Array) throw new TypeError('A signing key is not an asymmetric key.');
  return key;
}

function placeOf(kid: string): string {
  return `SigningKey.sealedPrivateKey:${kid}`;
}
