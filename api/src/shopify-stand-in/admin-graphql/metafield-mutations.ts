import { digitsOf, gid, kindOf } from '../world/gid.ts';
import { fullNamespace, type StandInMetafield } from '../world/stand-in-metafield.ts';
import { accessDenied, hasScope } from './access-rules.ts';
import { type AdminCall, answers } from './admin-call.ts';
import { digestOf } from './metafield-answers.ts';

interface MetafieldInput {
  readonly ownerId: string;
  readonly namespace?: string | null;
  readonly key: string;
  readonly type?: string | null;
  readonly value: string;
  readonly compareDigest?: string | null;
}

interface DefinitionInput {
  readonly name: string;
  readonly namespace?: string | null;
  readonly key: string;
  readonly type: string;
  readonly ownerType: string;
  readonly description?: string | null;
}

/** Shopify takes so many metafields at once, and so many bytes of each. */
const MOST_AT_ONCE = 25;
const MOST_BYTES = 16 * 1024;

/** The mutations about metafields and their definitions. */
export const metafieldMutations = answers<unknown>({
  metafieldsSet: (_root, { metafields }: { metafields: readonly MetafieldInput[] }, call) => {
    for (const { ownerId } of metafields) demandOwner(ownerId, call);
    const userErrors = metafields.flatMap((one, index) => problemsOf(one, { index, count: metafields.length, call }));
    if (userErrors.length > 0) return { metafields: null, userErrors };
    return { metafields: metafields.map((one) => set(one, call)), userErrors };
  },
  metafieldsDelete: (_root, { metafields }: { metafields: readonly MetafieldInput[] }, call) => {
    for (const { ownerId } of metafields) demandOwner(ownerId, call);
    const deletedMetafields = metafields.map(({ ownerId, namespace, key }) => {
      const place = { ownerId, namespace: fullNamespace(namespace, call.world.app.id), key };
      return call.shop.metafields.delete(place) ? place : null;
    });
    return { deletedMetafields, userErrors: [] };
  },
  metafieldDefinitionCreate: (_root, { definition }: { definition: DefinitionInput }, call) => define(definition, call),
});

function set({ ownerId, namespace, key, type, value }: MetafieldInput, { shop, world }: AdminCall): StandInMetafield {
  const place = { ownerId, namespace: fullNamespace(namespace, world.app.id), key };
  const known = shop.metafields.get(place);
  return shop.metafields.set(
    place,
    { type: type ?? known?.type ?? definedType(place, shop) ?? '', value },
    world.clock.now(),
  );
}

function problemsOf(
  { ownerId, namespace, key, type, value, compareDigest }: MetafieldInput,
  { index, count, call: { shop, world } }: { index: number; count: number; call: AdminCall },
) {
  const at = (field: string, code: string, message: string) => [
    { field: ['metafields', String(index), field], code, message, elementIndex: null },
  ];
  const place = { ownerId, namespace: fullNamespace(namespace, world.app.id), key };
  const known = shop.metafields.get(place);
  if (count > MOST_AT_ONCE)
    return at('', 'LESS_THAN_OR_EQUAL_TO', `Exceeded the maximum metafields input limit of ${MOST_AT_ONCE}.`);
  if (!isThere(ownerId, shop)) return at('ownerId', 'INVALID', 'Owner does not exist.');
  if (value === '') return at('value', 'BLANK', "Value can't be blank.");
  if (Buffer.byteLength(value) > MOST_BYTES)
    return at('value', 'TOO_LONG', `Value is too long (maximum is ${MOST_BYTES} bytes).`);
  if (!type && !known && !definedType(place, shop)) return at('type', 'BLANK', "Type can't be blank.");
  if ((type ?? known?.type) === 'json' && !isJson(value)) return at('value', 'INVALID_VALUE', 'Value is invalid JSON.');
  if (compareDigest && known && compareDigest !== digestOf(known))
    return at(
      '',
      'STALE_OBJECT',
      'The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.',
    );
  return [];
}

/** Whoever may change the owner may set its metafields. */
function demandOwner(ownerId: string, { scopes }: AdminCall): void {
  const scope: Readonly<Record<string, string>> = {
    ...{ Product: 'write_products', ProductVariant: 'write_products', Collection: 'write_products' },
    ...{ Validation: 'write_validations', Order: 'write_orders' },
  };
  const wanted = scope[kindOf(ownerId) ?? ''];
  if (wanted && !hasScope(scopes, wanted))
    throw accessDenied('metafieldsSet', { requiredAccess: `\`${wanted}\` access scope.` });
}

function isThere(ownerId: string, shop: AdminCall['shop']): boolean {
  switch (kindOf(ownerId)) {
    case 'Product':
      return shop.catalog.products.has(digitsOf('Product', ownerId) ?? '');
    case 'ProductVariant':
      return shop.catalog.variant(digitsOf('ProductVariant', ownerId) ?? '') !== null;
    case 'Collection':
      return shop.catalog.collections.has(digitsOf('Collection', ownerId) ?? '');
    case 'Validation':
      return shop.validations.has(digitsOf('Validation', ownerId) ?? '');
    case 'Shop':
      return ownerId === gid('Shop', shop.id);
    case 'AppInstallation':
      return shop.installation !== null && ownerId === gid('AppInstallation', shop.installation.id);
    default:
      return false;
  }
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

function define({ name, namespace, key, type, ownerType, description }: DefinitionInput, { shop, world }: AdminCall) {
  const full = fullNamespace(namespace, world.app.id);
  if (shop.definitions.some((one) => one.namespace === full && one.key === key && one.ownerType === ownerType)) {
    const message = `Key is in use for ${ownerType} metafields on the '${full}' namespace.`;
    return { createdDefinition: null, userErrors: [{ field: ['definition', 'key'], message, code: 'TAKEN' }] };
  }
  const definition = {
    id: world.ids.next(),
    name,
    namespace: full,
    key,
    type,
    ownerType,
    description: description ?? null,
  };
  shop.definitions.push(definition);
  const createdDefinition = { ...definition, id: gid('MetafieldDefinition', definition.id), type: { name: type } };
  return { createdDefinition, userErrors: [] };
}

function definedType(
  { namespace, key }: { namespace: string; key: string },
  { definitions }: AdminCall['shop'],
): string | null {
  return definitions.find((one) => one.namespace === namespace && one.key === key)?.type ?? null;
}
