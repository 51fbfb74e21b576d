import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coerceInputValue, execute, type GraphQLInputType, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { PROOF_IN_CART } from '../../../api/src/catalog/storefront.ts';
import { GATE_METAFIELD } from '../../../api/src/checkout/gate-config.ts';
import { ADMIN_API_VERSION } from '../../../api/src/shopify/admin-operation.ts';
import vectors from '../../../api/test/fixtures/checkout-vectors.json' with { type: 'json' };
import { readValidationFunctionSchema } from '../../../api/test/function-schema.ts';
import { FUNCTION_FILE, runFunction } from './run-function.ts';

const FOLDER = join(import.meta.dirname, '..');
const schema = readValidationFunctionSchema(ADMIN_API_VERSION);
const query = readFileSync(join(FOLDER, 'src/run.graphql'), 'utf8');
const settings = readFileSync(join(FOLDER, 'shopify.extension.toml'), 'utf8');
const module = new WebAssembly.Module(readFileSync(FUNCTION_FILE));
const resultType = schema.getType('CartValidationsGenerateRunResult') as GraphQLInputType;

test('Shopify can answer the input query, which is as short as Shopify wants it', () => {
  expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
  expect(query.length).toBeLessThan(3_000);
});

test('it asks for the line property and the metafields that the app writes', () => {
  const { namespace, key } = GATE_METAFIELD;
  expect(query).toContain(`attribute(key: "${PROOF_IN_CART}")`);
  expect(query.split(`metafield(namespace: "${namespace}", key: "${key}")`)).toHaveLength(3);
});

test.each(vectors)('$name: it is asked as Shopify asks, and answers as Shopify wants it', async ({ input }) => {
  const typeResolver = (value: object) => ('product' in value ? 'ProductVariant' : 'CustomProduct');
  const { data, errors } = await execute({ schema, document: parse(query), rootValue: input, typeResolver });
  expect(errors).toBeUndefined();
  expect(JSON.parse(JSON.stringify(data))).toEqual(input);

  const faults: string[] = [];
  coerceInputValue(runFunction(module, input).result, resultType, (path, _value, { message }) => {
    faults.push(`${path.join('.')}: ${message}`);
  });
  expect(faults).toEqual([]);
});

test('the settings name the target, the query, the export and the module that there are', () => {
  expect(settings).toContain(`api_version = "${ADMIN_API_VERSION}"`);
  expect(settings).toContain('target = "cart.validations.generate.run"');
  expect(settings).toContain('input_query = "src/run.graphql"');
  expect(settings).toContain('path = "dist/checkout-gate.wasm"');
  const [, name] = /export = "([^"]+)"/.exec(settings) ?? [];
  expect(WebAssembly.Module.exports(module)).toContainEqual({ name, kind: 'function' });
});
