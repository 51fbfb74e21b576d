import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** The `app key` is the right one for what is sealed, or what is sealed was changed or moved. */
export class SealBrokenError extends Error {
  constructor() {
    super('A sealed value could not be opened: APP_KEY is not the one it was sealed with, or the row was altered.');
    this.name = 'SealBrokenError';
  }
}

/**
 * Seals secrets for the database with keys derived from `APP_KEY`. What is sealed is bound to its place
 * (`table.column:row`): moved to another row it does not open.
 */
export interface Seal {
  /** AES-256-GCM: 12 bytes of nonce, the ciphertext, 16 bytes of tag. */
  seal(text: string, place: string): Uint8Array<ArrayBuffer>;
  /** Throws `SealBrokenError` with a wrong key, place or byte. */
  open(sealed: Uint8Array, place: string): string;
  /** HMAC-SHA-256 under a key of its own per purpose: finds a value without keeping it. */
  digest(purpose: string, value: string): Uint8Array<ArrayBuffer>;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `appKey`: 32 random bytes. */
export function createSeal(appKey: Uint8Array): Seal {
  const sealingKey = derive(appKey, 'seal');
  const digestKeys = new Map<string, KeyObject>();

  function digestKey(purpose: string): KeyObject {
    const known = digestKeys.get(purpose);
    if (known) return known;
    const key = createSecretKey(derive(appKey, `digest:${purpose}`));
    digestKeys.set(purpose, key);
    return key;
  }

  return {
    seal(text, place) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(place));
      return bytes(Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]));
    },
    open(sealed, place) {
      try {
        const nonce = sealed.subarray(0, NONCE_BYTES);
        const tag = sealed.subarray(sealed.length - TAG_BYTES);
        const decipher = createDecipheriv('aes-256-gcm', sealingKey, nonce, { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
        const text = decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        throw new SealBrokenError();
      }
    },
    digest(purpose, value) {
      return bytes(createHmac('sha256', digestKey(purpose)).update(value).digest());
    },
  };
}

function derive(appKey: Uint8Array, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', appKey, '', `vip-early-access:${info}`, 32));
}

/** Prisma's `Bytes` wants a plain `Uint8Array` over its own buffer. */
function bytes(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}
