/** The version of Shopify's Admin API that every operation of ours is written for and validated against. */
export const ADMIN_API_VERSION = '2026-10';

declare const types: unique symbol;

/** A query or mutation of Shopify's Admin API, with the types of what it answers and of its variables. */
export interface AdminOperation<Data, Variables extends object = Record<string, never>> {
  readonly document: string;
  readonly [types]?: (variables: Variables) => Data;
}

/**
 * Writes down an operation. They stand in files named `*.operation.ts`, each export of which a test validates against
 * Shopify's own schema and against the scopes that `shopify.app.toml` asks for.
 */
export function adminOperation<Data, Variables extends object = Record<string, never>>(
  document: string,
): AdminOperation<Data, Variables> {
  return { document };
}
