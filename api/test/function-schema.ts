import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, type GraphQLSchema } from 'graphql';

/** Shopify's own schema of what a Cart and Checkout Validation Function is given and gives back, from `@shopify/dev-mcp`. */
export function readValidationFunctionSchema(version: string): GraphQLSchema {
  const manifest = findPackageJSON('@shopify/dev-mcp', import.meta.url);
  if (manifest === undefined)
    throw new Error('Shopify’s schemas are not installed: they are a development dependency.');
  const file = join(dirname(manifest), 'dist', 'data', `functions_cart_checkout_validation_${version}.json.gz`);
  const content = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'));
  return buildClientSchema(content.data ?? content);
}
