import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import type { ShopifyWorld } from '../world/shopify-world.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';

/** What an operation is run with. */
export interface AdminRequest {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** Reads and executes operations. */
export interface AdminRunner {
  readonly schema: GraphQLSchema;
  /** Reads an operation; what Shopify's schema does not know in it is told as errors. */
  read(source: string): { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };
  execute(request: AdminRequest, call: AdminCall): Promise<ExecutionResult>;
}

/** What resolvers know of the call that they answer. */
export interface AdminCall {
  readonly world: ShopifyWorld;
  readonly shop: StandInShop;
  /** What the token may do. */
  readonly scopes: readonly string[];
  readonly engine: AdminRunner;
  /** Within a bulk operation: which part of the outermost connection is read now. Connections inside are read whole. */
  readonly window: { readonly offset: number; readonly limit: number } | null;
}

/** Answers a field of a thing. What it gives back is either a thing of ours, whose fields have resolvers again, or a plain value. */
type Resolver<Source> = (source: Source, args: never, call: AdminCall) => unknown;

/** The fields of a type that the stand-in answers. */
export type Answers = Readonly<Record<string, Resolver<never>>>;

/** Writes down the answers to a type's fields, whose things are of this kind. */
export function answers<Source>(table: Readonly<Record<string, Resolver<Source>>>): Answers {
  return table;
}

/** An answer of a mutation that refuses its input. */
export interface UserError {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code?: string;
}
