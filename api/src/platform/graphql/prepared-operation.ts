import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { refuseNulInText, refuseNulInVariables } from './nul-refusal.ts';
import { priceOperation, type QueryCost } from './query-cost.ts';
import { refuseUnfitVariables } from './variable-problems.ts';

/** Values of an operation's variables, as they were sent. */
export type Variables = Readonly<Record<string, unknown>>;

/** Arguments that say how much a field may answer; a field's own `complexity` reads no others. */
const SIZES = ['first', 'last'];
/** Costs that are remembered for one operation. */
const MOST_COSTS = 50;

/** Executes an operation whose variables were checked. */
export type Execute = (context: object, variables: Variables) => Promise<ExecutionResult>;

/** An operation that passed every check which its text alone decides: what is left depends on its variables. */
export class PreparedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly execute: Execute;
  readonly #schema: GraphQLSchema;
  /** Without the document's other operations. */
  readonly #priced: DocumentNode;
  readonly #pricing: readonly string[];
  readonly #costs = new Map<string, QueryCost>();

  /** Throws GRAPHQL_VALIDATION_FAILED (400) for a kind of operation that the schema has not, BAD_USER_INPUT (400) for a NUL. */
  constructor(schema: GraphQLSchema, valid: ValidOperation, compile: Compile = interpreted) {
    const { document, operation, source } = valid;
    refuseUnservedRoot(schema, operation);
    refuseNulInText(source);
    this.document = document;
    this.operation = operation;
    this.execute = compile(schema, valid);
    this.#schema = schema;
    this.#priced = alone(operation, document);
    this.#pricing = pricingVariables(this.#priced);
  }

  /** Throws BAD_USER_INPUT (400) when the variables do not fit. */
  check(variables: Variables): void {
    refuseNulInVariables(variables);
    refuseUnfitVariables(this.#schema, this.operation, variables);
  }

  /** What it costs with these variables. Throws BAD_USER_INPUT (400) when they do not fit, QUERY_TOO_COSTLY (400) above the maximum. */
  admit(variables: Variables, maximumCost: number): QueryCost {
    this.check(variables);
    const key = JSON.stringify(this.#pricing.map((name) => variables[name]));
    const known = this.#costs.get(key);
    if (known) return known;
    const cost = priceOperation({ schema: this.#schema, query: this.#priced, variables }, maximumCost);
    if (this.#costs.size < MOST_COSTS) this.#costs.set(key, cost);
    return cost;
  }
}

/** Makes of an operation what executes it. */
export type Compile = (schema: GraphQLSchema, valid: ValidOperation) => Execute;

/** By graphql-js, which reads the document each time. */
function interpreted(schema: GraphQLSchema, { document, operation }: ValidOperation): Execute {
  const operationName = operation.name?.value ?? null;
  return async (contextValue, variableValues) =>
    execute({ schema, document, contextValue, variableValues, operationName });
}

/** An operation of a document that graphql-js found valid. */
export interface ValidOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The document's text. */
  readonly source: string;
}

/** graphql-js lets a subscription pass validation in a schema that has none, and fails on executing it. */
function refuseUnservedRoot(schema: GraphQLSchema, { operation }: OperationDefinitionNode): void {
  if (schema.getRootType(operation)) return;
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } };
  throw new GraphQLError(`This schema has no ${operation}.`, { extensions });
}

function alone(operation: OperationDefinitionNode, document: DocumentNode): DocumentNode {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
}

/** The variables on which the cost depends: those of directives, which leave parts out, and of sizes. */
function pricingVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  const collect = { Variable: ({ name }: { name: { value: string } }) => void names.add(name.value) };
  visit(document, {
    Directive: (directive) => void visit(directive, collect),
    Argument: (argument) => void (SIZES.includes(argument.name.value) && visit(argument, collect)),
  });
  return [...names].sort();
}
