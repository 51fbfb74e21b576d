import { createHash } from 'node:crypto';
import type { Account } from './destination.ts';

/**
 * The account that a key belongs to, as long as the vendor has not said which: its calls are counted for the key, by a digest of it,
 * so that nobody who tries keys takes the room of others who do.
 */
export function unknownAccount(key: string): Account {
  return { key, accountId: `key ${createHash('sha256').update(key).digest('base64url').slice(0, 16)}` };
}
