import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeOrder } from '../world/place-order.ts';
import { ShopifyWorld } from '../world/shopify-world.ts';
import { customerPrivacy, shopRedact } from './webhook-events.ts';

const SAMPLES = join(import.meta.dirname, '../../../../../shared/contracts/shopify/webhooks');
const hasSamples = existsSync(SAMPLES);
if (!hasSamples)
  process.stdout.write(
    'Skipped: no webhook body was held against Shopify’s samples, for ../shared/contracts is not there.\n',
  );

const SHOP = 'first-light.myshopify.com';

/** Fields that Shopify's samples show as null or as an empty list, so that they say nothing of what is inside. */
const FREE = /^(image|images|media|options|category|customer\.default_address|shipping_lines)\b/;

describe.skipIf(!hasSamples)('bodies of webhooks against Shopify’s samples', () => {
  test.each([
    'products-create',
    'products-update',
    'products-delete',
    'collections-update',
    'collections-delete',
    'app-scopes_update',
    'app-uninstalled',
    'orders-paid',
    'customers-data_request',
    'customers-redact',
    'shop-redact',
  ])('%s has the same fields with the same kinds of values', (name) => {
    const sample = JSON.parse(readFileSync(join(SAMPLES, `${name}.json`), 'utf8'));
    const ours = JSON.parse(everyBody().get(name) ?? 'null');

    expect(differences(sample, ours, '')).toEqual([]);
  });
});

/** A body of each topic, from things that happen. */
function everyBody(): ReadonlyMap<string, string> {
  const world = new ShopifyWorld({ app: { topics: [...new ShopifyWorld().app.topics, 'collections/create'] } });
  const shop = world.addShop({ domain: SHOP });
  world.install(SHOP, ['write_products', 'read_orders']);
  const { catalog } = shop;
  const product = catalog.addProduct({ title: 'Harbour Mug', pictures: [{ url: 'https://cdn.example/mug.png' }] });
  catalog.changeProduct(product.id, { title: 'Harbour Mug, large' });
  const collection = catalog.addCollection('Winter Firing', [product.id]);
  catalog.changeCollection(collection.id, { title: 'Winter' });
  placeOrder(world, SHOP, {
    lines: [{ variantId: product.variants[0]?.id ?? '', quantity: 2 }],
    email: 'ada@example.org',
  });
  catalog.deleteCollection(collection.id);
  catalog.deleteProduct(product.id);
  world.updateScopes(SHOP, ['write_products']);
  world.uninstall(SHOP);
  const who = { email: 'ada@example.org', customerId: '191167', now: 0 };
  world.tell(customerPrivacy(shop, 'customers/data_request', who));
  world.tell(customerPrivacy(shop, 'customers/redact', who));
  world.tell(shopRedact(shop, 0));
  return new Map(world.courier.deliveries.map(({ event }) => [event.topic.replace('/', '-'), event.body]));
}

/** Where two bodies differ: in a field, or in the kind of a value that neither leaves null. */
function differences(sample: unknown, ours: unknown, place: string): string[] {
  if (FREE.test(place) || sample === null || ours === null) return [];
  if (typeof sample !== typeof ours) return [`${place}: ${typeof sample}, not ${typeof ours}`];
  if (typeof sample !== 'object' || typeof ours !== 'object') return [];
  if (Array.isArray(sample) && Array.isArray(ours))
    return sample.length > 0 && ours.length > 0 ? differences(sample[0], ours[0], `${place}[]`) : [];
  const [theirs, mine] = [Object.keys(sample as object), Object.keys(ours as object)];
  const missing = theirs.filter((name) => !mine.includes(name)).map((name) => `${place}.${name} is missing`);
  const extra = mine.filter((name) => !theirs.includes(name)).map((name) => `${place}.${name} is not Shopify's`);
  const inside = theirs.filter((name) => mine.includes(name));
  const at = (value: unknown, name: string) => (value as Readonly<Record<string, unknown>>)[name];
  return [
    ...missing,
    ...extra,
    ...inside.flatMap((name) =>
      differences(at(sample, name), at(ours, name), place === '' ? name : `${place}.${name}`),
    ),
  ];
}
