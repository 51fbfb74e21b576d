import { join } from 'node:path';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { ADMIN_API_VERSION, type AdminOperation } from '../src/shopify/admin-operation.ts';
import { readAdminSchema } from '../src/shopify-stand-in/admin-schema.ts';
import { readSource } from './source.ts';

const ROOT = join(import.meta.dirname, '../..');
const paths = readSource('api/src').flatMap(({ path }) => (path.endsWith('.operation.ts') ? path : []));
const operations = (await Promise.all(paths.map(operationsOf))).flat();
const schema = readAdminSchema(ADMIN_API_VERSION);

test.each(operations)("%s is an operation of Shopify's Admin API", (_name, document) => {
  expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([]);
});

test('an operation that Shopify does not know is found', () => {
  expect(validate(schema, parse('{ shop { nickname } }'))).toHaveLength(1);
});

async function operationsOf(path: string) {
  const exported: Record<string, AdminOperation<unknown>> = await import(join(ROOT, path));
  return Object.entries(exported).map(([name, { document }]) => [`${path} ${name}`, document] as const);
}
