import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getNamedType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ADMIN_API_VERSION, type AdminOperation } from '../src/shopify/admin-operation.ts';
import { readAdminSchema } from '../src/shopify-stand-in/admin-schema.ts';
import { WEBHOOK_TOPICS } from '../src/webhook/webhook-event.ts';
import { readSource } from './source.ts';

const ROOT = join(import.meta.dirname, '../..');
const settings = readFileSync(join(ROOT, 'shopify.app.toml'), 'utf8');
const COMPLIANCE = ['customers/data_request', 'customers/redact', 'shop/redact'];
/** Where Shopify's map of scopes lies beside the project. */
const ACCESS = join(ROOT, `../shared/contracts/shopify/admin-${ADMIN_API_VERSION}.access.json`);

const scopes = textOf('scopes').split(',');
const optionalScopes = listsOf('optional_scopes');

test('it subscribes to each topic that we know, once, and to no other', () => {
  const topics = [...listsOf('topics'), ...listsOf('compliance_topics')];
  expect(topics.toSorted()).toEqual([...WEBHOOK_TOPICS].toSorted());
  expect(listsOf('compliance_topics').toSorted()).toEqual(COMPLIANCE);
  expect(valuesOf('uri')).toEqual(valuesOf('uri').map(() => '/webhooks/shopify'));
});

test('webhooks and extensions speak the version that our operations are written for', () => {
  expect(settings).toContain(`api_version = "${ADMIN_API_VERSION}"`);
  for (const name of ['checkout-gate']) {
    const extension = readFileSync(join(ROOT, 'extensions', name, 'shopify.extension.toml'), 'utf8');
    expect(extension).toContain(`api_version = "${ADMIN_API_VERSION}"`);
  }
});

test('the proxy leads to where the server answers it', () => {
  expect(settings).toMatch(/\[app_proxy\][^[]*url = "https:\/\/[^"/]+\/proxy"\nsubpath = "vip"\nprefix = "apps"/);
});

test('each scope says what it is for', () => {
  for (const scope of scopes) expect(settings).toMatch(new RegExp(`^#   ${scope} +\\S`, 'm'));
});

describe.skipIf(!existsSync(ACCESS))(
  'against Shopify’s map of scopes (which lies beside the project, and not everywhere)',
  async () => {
    const access: Record<string, { offlineScopes: readonly string[] }> = existsSync(ACCESS)
      ? JSON.parse(readFileSync(ACCESS, 'utf8')).access
      : {};
    const operations = await allOperations();

    test.each(operations)('%s needs no scope that is not asked for', (path, document) => {
      const isOptional = path.startsWith('api/src/order/');
      const granted = withReading(isOptional ? [...scopes, ...optionalScopes] : scopes);
      for (const place of placesIn(document)) {
        const wanted = access[place]?.offlineScopes ?? [];
        if (wanted.length > 0)
          expect(
            wanted.some((scope) => granted.has(scope)),
            `${place}: ${wanted}`,
          ).toBe(true);
      }
    });

    test('no scope is asked for that no operation needs', () => {
      const needed = new Set(
        operations.flatMap(([, document]) => placesIn(document).flatMap((place) => access[place]?.offlineScopes ?? [])),
      );
      // Shopify asks for this one itself, for the proxy; and marks on products need what changing products needs.
      for (const scope of scopes.filter((name) => !['write_app_proxy', 'write_products'].includes(name))) {
        expect([...needed]).toContain(scope);
      }
    });
  },
);

/** `Mutation.validationCreate`, `Product`, `Product.metafields`: whatever the document selects, as the map names it. */
function placesIn(document: string): string[] {
  const schema = readAdminSchema(ADMIN_API_VERSION);
  const types = new TypeInfo(schema);
  const places = new Set<string>();
  visit(
    parse(document),
    visitWithTypeInfo(types, {
      Field(node) {
        const parent = types.getParentType()?.name ?? '';
        places.add(`${parent === schema.getQueryType()?.name ? 'QueryRoot' : parent}.${node.name.value}`);
        const type = types.getType();
        if (type) places.add(getNamedType(type).name);
      },
    }),
  );
  return [...places];
}

async function allOperations(): Promise<(readonly [string, string])[]> {
  const paths = readSource('api/src').flatMap(({ path }) => (path.endsWith('.operation.ts') ? path : []));
  const found = paths.map(async (path) => {
    const exported: Record<string, AdminOperation<unknown>> = await import(join(ROOT, path));
    return Object.entries(exported).map(([name, { document }]) => [`${path} ${name}`, document] as const);
  });
  return (await Promise.all(found)).flat();
}

/** A scope to write includes the one to read. */
function withReading(names: readonly string[]): Set<string> {
  return new Set(names.flatMap((name) => [name, name.replace(/^write_/, 'read_')]));
}

function textOf(name: string): string {
  return valuesOf(name)[0] ?? '';
}

function valuesOf(name: string): string[] {
  return [...settings.matchAll(new RegExp(`^ *${name} = "([^"]*)"`, 'gm'))].map(([, value = '']) => value);
}

function listsOf(name: string): string[] {
  const lists = settings.matchAll(new RegExp(`^ *${name} = \\[([^\\]]*)\\]`, 'gm'));
  return [...lists].flatMap(([, list = '']) => [...list.matchAll(/"([^"]+)"/g)].map(([, value = '']) => value));
}
