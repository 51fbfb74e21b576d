import { createHash } from 'node:crypto';
import { type GidKind, gid } from '../world/gid.ts';
import { fullNamespace, type StandInMetafield } from '../world/stand-in-metafield.ts';
import { answers } from './admin-call.ts';
import { datesOf } from './answer-parts.ts';
import { connectionOf, type PageArguments } from './connection.ts';

interface OneMetafield {
  readonly namespace?: string | null;
  readonly key: string;
}

interface ManyMetafields extends PageArguments {
  readonly namespace?: string | null;
  readonly keys?: readonly string[] | null;
}

/** `metafield` and `metafields`, as everything has them that can have metafields. */
export function metafieldAnswers(kind: GidKind) {
  return answers<{ readonly id: string }>({
    metafield: ({ id }, { namespace, key }: OneMetafield, { shop, world }) =>
      shop.metafields.get({ ownerId: gid(kind, id), namespace: fullNamespace(namespace, world.app.id), key }),
    metafields: ({ id }, { namespace, keys, ...args }: ManyMetafields, call) => {
      const full = namespace ? fullNamespace(namespace, call.world.app.id) : null;
      const all = call.shop.metafields.of(gid(kind, id), full);
      return connectionOf(
        keys ? all.filter((one) => keys.includes(one.key) || keys.includes(`${one.namespace}.${one.key}`)) : all,
        args,
        call,
      );
    },
  });
}

/** `Metafield` of the Admin API. */
export const metafieldOwnAnswers = answers<StandInMetafield>({
  id: ({ id }) => gid('Metafield', id),
  legacyResourceId: ({ id }) => id,
  ...datesOf(),
  compareDigest: digestOf,
  jsonValue: ({ type, value }) => (type === 'json' || type.startsWith('list.') ? JSON.parse(value) : value),
  sizeInBytes: ({ value }) => Buffer.byteLength(value),
  ownerType: ({ ownerId }) => ownerTypeOf(ownerId),
  definition: () => null,
});

/** Changes with the value, so that nobody overwrites what they have not read. */
export function digestOf({ type, value }: Pick<StandInMetafield, 'type' | 'value'>): string {
  return createHash('sha256').update(`${type} ${value}`).digest('hex');
}

function ownerTypeOf(ownerId: string): string {
  const kind = /^gid:\/\/shopify\/([A-Za-z]+)\//.exec(ownerId)?.[1] ?? '';
  const exceptions: Readonly<Record<string, string>> = {
    ProductVariant: 'PRODUCTVARIANT',
    AppInstallation: 'API_PERMISSION',
  };
  return exceptions[kind] ?? kind.toUpperCase();
}
