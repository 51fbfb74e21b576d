import { KEYS_FRESH_MS, type SigningKey, type SigningKeyStore, stillSigns } from './signing-key.store.ts';

/** The signing keys in memory, asked for again every few seconds: what is rotated anywhere is known everywhere. */
export class SigningKeyRing {
  readonly #store: SigningKeyStore;
  #keys: SigningKey[] | null = null;
  #readAt = 0;
  #reading: Promise<SigningKey[]> | null = null;

  constructor(store: SigningKeyStore) {
    this.#store = store;
  }

  /** The key that signs now. */
  async signer(): Promise<SigningKey> {
    const key = (await this.all()).find(stillSigns);
    if (!key) throw new Error('There is no signing key.');
    return key;
  }

  /** The key with this id, as long as it verifies. An id that nobody knows asks the database no more often than a known one. */
  async find(kid: string): Promise<SigningKey | null> {
    return (await this.all()).find((key) => key.kid === kid) ?? null;
  }

  /** Every key that verifies. What is known serves on while the database cannot be asked. */
  async all(): Promise<SigningKey[]> {
    const known = this.#keys;
    if (known === null) return this.#read();
    if (Date.now() - this.#readAt < KEYS_FRESH_MS) return known;
    return this.#read().catch(() => known);
  }

  /** One question at a time, however many ask. */
  #read(): Promise<SigningKey[]> {
    this.#reading ??= this.#store
      .readAll()
      .then((keys) => {
        this.#keys = keys;
        return keys;
      })
      .finally(() => {
        this.#readAt = Date.now();
        this.#reading = null;
      });
    return this.#reading;
  }
}
