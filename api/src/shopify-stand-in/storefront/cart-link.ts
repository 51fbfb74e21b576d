import type { Cart } from '../world/place-order.ts';
import type { OrderAttribute } from '../world/stand-in-order.ts';

/**
 * Reads a cart permalink: `{variant}:{quantity},…` with `attributes[NAME]`, `discount`, and `properties` (base64url of a JSON object, for
 * the first line). Null: it is none.
 */
export function readCartLink(items: string, query: URLSearchParams): Cart | null {
  const lines = items.split(',').map((item) => /^(\d+):([1-9]\d{0,3})$/.exec(item));
  if (lines.some((line) => line === null)) return null;
  const properties = propertiesOf(query.get('properties'));
  return {
    lines: lines.map((line, index) => ({
      ...{ variantId: line?.[1] ?? '', quantity: Number(line?.[2]) },
      properties: index === 0 ? properties : [],
    })),
    attributes: namedBy(query, 'attributes'),
    discountCodes: (query.get('discount') ?? '').split(',').filter((code) => code !== ''),
  };
}

function namedBy(query: URLSearchParams, list: string): OrderAttribute[] {
  return [...query].flatMap(([key, value]) => {
    const name = key.startsWith(`${list}[`) && key.endsWith(']') ? key.slice(list.length + 1, -1) : null;
    return name === null ? [] : [{ name, value }];
  });
}

function propertiesOf(encoded: string | null): OrderAttribute[] {
  if (encoded === null) return [];
  const read: object = JSON.parse(Buffer.from(encoded, 'base64url').toString());
  return Object.entries(read).map(([name, value]) => ({ name, value: String(value) }));
}
