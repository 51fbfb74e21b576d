import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';

/** Shopify's own Admin schema of a version such as `2026-10`, from Shopify's package `@shopify/dev-mcp`. Takes about 0.1 s. */
export function readAdminSchema(version: string): GraphQLSchema {
  const manifest = findPackageJSON('@shopify/dev-mcp', import.meta.url);
  if (manifest === undefined)
    throw new Error("Shopify's schemas are not installed: they are a development dependency.");
  const packed = readFileSync(join(dirname(manifest), 'dist', 'data', `admin_${version}.json.gz`));
  const content: { data?: IntrospectionQuery } & IntrospectionQuery = JSON.parse(gunzipSync(packed).toString('utf8'));
  return buildClientSchema(content.data ?? content);
}
