import { digitsOf } from './gid.ts';
import type { IdSequence } from './id-sequence.ts';

/** A value of an app's or merchant's own at a thing of the shop. */
export interface StandInMetafield {
  readonly kind: 'Metafield';
  readonly id: string;
  /** The global id of what it belongs to. */
  readonly ownerId: string;
  readonly namespace: string;
  readonly key: string;
  type: string;
  value: string;
  readonly createdAt: number;
  updatedAt: number;
}

/** What an app said about metafields of a kind of thing. */
export interface MetafieldDefinition {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly ownerType: string;
  readonly description: string | null;
}

/** Where a metafield stands. */
export type MetafieldPlace = Pick<StandInMetafield, 'ownerId' | 'namespace' | 'key'>;

/** A shop's metafields. */
export class MetafieldShelf {
  private readonly byPlace = new Map<string, StandInMetafield>();
  private readonly ids: IdSequence;

  constructor(ids: IdSequence) {
    this.ids = ids;
  }

  set(place: MetafieldPlace, { type, value }: { type: string; value: string }, now: number): StandInMetafield {
    const known = this.get(place);
    if (known !== null) return Object.assign(known, { type, value, updatedAt: now });
    const dates = { createdAt: now, updatedAt: now };
    const made: StandInMetafield = { kind: 'Metafield', id: this.ids.next(), ...place, type, value, ...dates };
    this.byPlace.set(slot(place), made);
    return made;
  }

  get(place: MetafieldPlace): StandInMetafield | null {
    return this.byPlace.get(slot(place)) ?? null;
  }

  /** Those of one owner, in the order in which they were made; of one namespace, where it is named. */
  of(ownerId: string, namespace?: string | null): StandInMetafield[] {
    return [...this.byPlace.values()].filter(
      (one) =>
        one.ownerId === ownerId && (namespace === undefined || namespace === null || one.namespace === namespace),
    );
  }

  delete(place: MetafieldPlace): boolean {
    return this.byPlace.delete(slot(place));
  }

  /** Deletes what an app keeps in its own namespaces, as an uninstall does. */
  deleteOf(appId: string): void {
    for (const [key, { namespace }] of this.byPlace)
      if (namespace.startsWith(appNamespace(appId))) this.byPlace.delete(key);
  }

  byId(id: string): StandInMetafield | null {
    const digits = digitsOf('Metafield', id);
    return [...this.byPlace.values()].find((one) => one.id === digits) ?? null;
  }
}

/** A namespace as Shopify keeps it: `$app`, and none at all, are the app's own. */
export function fullNamespace(namespace: string | null | undefined, appId: string): string {
  if (namespace === undefined || namespace === null || namespace === '$app') return appNamespace(appId);
  return namespace.startsWith('$app:') ? `${appNamespace(appId)}--${namespace.slice(5)}` : namespace;
}

function appNamespace(appId: string): string {
  return `app--${appId}`;
}

function slot({ ownerId, namespace, key }: MetafieldPlace): string {
  return JSON.stringify([ownerId, namespace, key]);
}
