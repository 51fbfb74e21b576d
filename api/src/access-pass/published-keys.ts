import { UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';
import { type PublishedKey, type SigningKeyRotatePayload, SigningKeyState } from './published-key.type.ts';
import { type SigningKey, type SigningKeyStore, stillSigns, verifiesUntil } from './signing-key.store.ts';

/** The keys are one server's: no merchant may fill the list that every verifier reads. An operator's command knows no such pause. */
const PAUSE_MS = 24 * 60 * 60 * 1000;

const TOO_SOON =
  'The keys were rotated within the last day. That is soon enough: wait for a day, or ask whoever runs this server to run “pnpm keys:rotate”.';

/** The keys for access passes as a merchant sees and rotates them. */
export class PublishedKeys {
  readonly #store: SigningKeyStore;

  constructor(store: SigningKeyStore) {
    this.#store = store;
  }

  /** Newest first. */
  async list(): Promise<PublishedKey[]> {
    const keys = await this.#store.readAll();
    const signing = keys.findIndex(stillSigns);
    return keys.map((key, place) => ({ ...named(key), ...standing(keys, place, signing) })).toReversed();
  }

  /** Lets a new key follow the one that signs, at most once a day on the whole server. No pass becomes invalid by it. */
  async rotate(): Promise<SigningKeyRotatePayload> {
    // Where no pass was ever signed this makes the key that the new one follows.
    await this.#store.readAll();
    const rotation = await this.#store.rotateOncePer(PAUSE_MS);
    const userErrors = rotation === null ? [userError(null, UserErrorCode.TOO_MANY, TOO_SOON)] : [];
    return { signingKeys: await this.list(), userErrors };
  }
}

function named({ kid, createdAt }: SigningKey): Pick<PublishedKey, 'kid' | 'createdAt'> {
  return { kid, createdAt };
}

/** They sign in the order in which they stand, each until the next one takes over. */
function standing(
  keys: readonly SigningKey[],
  place: number,
  signing: number,
): Pick<PublishedKey, 'state' | 'changesAt'> {
  const retiredAt = keys[place]?.retiredAt ?? null;
  if (place > signing) return { state: SigningKeyState.WAITING, changesAt: keys[place - 1]?.retiredAt ?? null };
  if (place === signing) return { state: SigningKeyState.SIGNING, changesAt: retiredAt };
  return { state: SigningKeyState.VERIFYING, changesAt: retiredAt && verifiesUntil(retiredAt) };
}
