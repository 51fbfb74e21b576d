import type { GraphQLError } from 'graphql';
import type { ShopifyWorld } from '../world/shopify-world.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';
import type { AdminRequest } from './admin-call.ts';
import { adminEngine } from './admin-tables.ts';
import { actualCost, MOST_POINTS, operationOf, requestedCost } from './operation-cost.ts';

const LIMITS = 'https://shopify.dev/api/usage/rate-limits';

/** What the Admin API answers to an operation, and what it cost. */
export interface AdminAnswer {
  readonly status: number;
  readonly content: object;
  readonly cost: number;
}

/** Who asks. */
interface Asker {
  readonly world: ShopifyWorld;
  readonly shop: StandInShop;
  readonly scopes: readonly string[];
  /** Whether a fault says so, whatever the budget holds. */
  readonly isThrottled: boolean;
}

/** Answers an operation as Shopify does: also what is refused comes as a 200. */
export async function answerOperation(
  { query, ...given }: Omit<AdminRequest, 'document'> & { readonly query: string },
  asker: Asker,
): Promise<AdminAnswer> {
  const engine = adminEngine();
  const read = engine.read(query);
  if ('errors' in read) return invalid(asker.world, read.errors);
  const requested = requestedCost(engine.schema, read.document, given);
  if (requested > MOST_POINTS) return tooDear(asker.world, requested);
  if (asker.isThrottled || !asker.shop.bucket.take(requested)) return throttled(asker.shop, requested);
  return run({ document: read.document, ...given }, requested, asker);
}

async function run(request: AdminRequest, requested: number, { world, shop, scopes }: Asker): Promise<AdminAnswer> {
  const engine = adminEngine();
  const { data, errors } = await engine.execute(request, { world, shop, scopes, engine, window: null });
  const isMutation = operationOf(request.document, request.operationName)?.operation === 'mutation';
  const cost = actualCost(data, requested, isMutation);
  shop.bucket.giveBack(requested - cost);
  const extensions = costExtension(shop, { requested, actual: cost });
  const content = { data, ...(errors === undefined ? {} : { errors }), extensions };
  return { status: 200, content, cost };
}

function invalid(world: ShopifyWorld, errors: readonly GraphQLError[]): AdminAnswer {
  world.seen.violations.push(...errors.map(({ message }) => message));
  return { status: 200, content: { errors: errors.map((error) => error.toJSON()) }, cost: 0 };
}

function tooDear(world: ShopifyWorld, cost: number): AdminAnswer {
  const message = `Query cost is ${cost}, which exceeds the single query max cost limit (${MOST_POINTS}).`;
  world.seen.violations.push(message);
  const extensions = { code: 'MAX_COST_EXCEEDED', cost, maxCost: MOST_POINTS, documentation: LIMITS };
  return { status: 200, content: { errors: [{ message, extensions }] }, cost: 0 };
}

function throttled(shop: StandInShop, requested: number): AdminAnswer {
  const errors = [{ message: 'Throttled', extensions: { code: 'THROTTLED', documentation: LIMITS } }];
  return { status: 200, content: { errors, extensions: costExtension(shop, { requested, actual: null }) }, cost: 0 };
}

function costExtension({ bucket }: StandInShop, { requested, actual }: { requested: number; actual: number | null }) {
  return {
    cost: { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus: bucket.status() },
  };
}
