import {
  type DocumentNode,
  GraphQLError,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
} from 'graphql';
import { type ComplexityEstimator, fieldExtensionsEstimator, getComplexity } from 'graphql-query-complexity';

/** What an operation was estimated to cost, as in Shopify's APIs; answered in `extensions.cost`. */
export interface QueryCost {
  readonly requestedQueryCost: number;
  readonly maximumAvailable: number;
}

/** An operation whose cost is to be estimated; it has passed validation, and its variables have been coerced once. */
export interface PricedOperation {
  readonly schema: GraphQLSchema;
  readonly query: DocumentNode;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a list is taken to hold when no `first` says it. */
const UNBOUNDED_LIST = 5;
const MUTATION = 10;
const INTROSPECTION = 20;
/** Selections of the flattened document; more is refused before it is priced. */
const MOST_SELECTIONS = 10_000;

/**
 * An object costs 1 and what is selected in it, a list that times its `first` (or 5), a mutation 10 more, a scalar
 * nothing, a look at the schema 20; a field's own `complexity` goes before all of this.
 */
const ESTIMATORS: ComplexityEstimator[] = [introspectionCost, fieldExtensionsEstimator(), fieldCost];

/** Throws QUERY_TOO_COSTLY (400), naming the cost and the maximum. */
export function priceOperation(operation: PricedOperation, maximumAvailable: number): QueryCost {
  const cost = { requestedQueryCost: estimate(operation), maximumAvailable };
  if (cost.requestedQueryCost <= maximumAvailable) return cost;
  const message = `The query costs ${cost.requestedQueryCost}, and at most ${maximumAvailable} is available. Ask for fewer objects, or in smaller pages.`;
  throw new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COSTLY', cost, http: { status: 400 } } });
}

function estimate(operation: PricedOperation): number {
  try {
    const { schema, query, operationName, variables } = operation;
    const named = operationName === undefined ? {} : { operationName };
    const limits = { estimators: ESTIMATORS, maxQueryNodes: MOST_SELECTIONS };
    return Math.ceil(getComplexity({ schema, query, variables: { ...variables }, ...named, ...limits }));
  } catch (fault) {
    if (!(fault instanceof GraphQLError)) throw fault;
    const message =
      'The cost of the query cannot be estimated: its fragments unfold too far, or an argument is not valid.';
    throw new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COSTLY', http: { status: 400 } } });
  }
}

type EstimatorArguments = Parameters<ComplexityEstimator>[0];

function introspectionCost({ field }: EstimatorArguments): number | undefined {
  if (field.name === '__schema' || field.name === '__type') return INTROSPECTION;
  return field.name === '__typename' ? 0 : undefined;
}

function fieldCost({ field, args, childComplexity, type }: EstimatorArguments): number {
  if (!isCompositeType(getNamedType(field.type))) return 0;
  const base = type.name === 'Mutation' ? MUTATION : 1;
  if (typeof args.first === 'number') return base + Math.max(args.first, 1) * Math.max(childComplexity, 1);
  if (isPartOfPage(field.name, type.name)) return field.name === 'pageInfo' ? 0 : 1 + childComplexity;
  return isList(field.type) ? base + UNBOUNDED_LIST * (1 + childComplexity) : base + childComplexity;
}

/** The connection's `first` has counted its edges already. */
function isPartOfPage(field: string, type: string): boolean {
  return type.endsWith('Connection') && ['edges', 'nodes', 'pageInfo'].includes(field);
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
