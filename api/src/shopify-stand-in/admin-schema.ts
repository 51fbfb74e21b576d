import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';

/** What Shopify asks of a token for a type, or for a field of one. */
export interface AccessRule {
  /** Absent: a rule of the whole type. */
  readonly fieldName?: string;
  readonly typeName: string;
  /** In words, as its refusals quote it. */
  readonly requiredAccess: string;
  /** Any of these will do. */
  readonly offlineScopes: readonly string[];
}

/** A version of the Admin API as Shopify publishes it. */
interface PublishedVersion {
  readonly data: IntrospectionQuery;
  readonly offline_scopes: { readonly items: readonly AccessRule[] };
}

/** Shopify's own Admin schema of a version such as `2026-10`, from Shopify's package `@shopify/dev-mcp`. Takes about 0.1 s. */
export function readAdminSchema(version: string): GraphQLSchema {
  return buildClientSchema(readPublished(version).data);
}

/** Schema and access rules of a version, read once. */
export function readAdminVersion(version: string): { schema: GraphQLSchema; rules: readonly AccessRule[] } {
  const { data, offline_scopes } = readPublished(version);
  return { schema: buildClientSchema(data), rules: offline_scopes.items };
}

function readPublished(version: string): PublishedVersion {
  const manifest = findPackageJSON('@shopify/dev-mcp', import.meta.url);
  if (manifest === undefined)
    throw new Error("Shopify's schemas are not installed: they are a development dependency.");
  const packed = readFileSync(join(dirname(manifest), 'dist', 'data', `admin_${version}.json.gz`));
  return JSON.parse(gunzipSync(packed).toString('utf8'));
}
