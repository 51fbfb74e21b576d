import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { type FragmentDefinitionNode, GraphQLError, Kind, type SelectionSetNode, type ValidationRule } from 'graphql';

/** What one document may hold. Fragments are counted where they are spread, however they are named or nested. */
export interface QueryLimits {
  /** Lexical tokens of the document. */
  readonly tokens: number;
  /** Fields inside each other; what is asked of `__schema` has a limit of its own. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Estimated cost, see `query-cost.plugin.ts`. */
  readonly cost: number;
  /** Root fields of one mutation; 1 stops guessing by the hundred in one request. Without it there is no limit. */
  readonly mutationFields?: number;
}

/** The standard question for a whole schema is 15 fields deep, nine of them `ofType`. graphql-js bounds its lists, but not how deep it is. */
const INTROSPECTION_DEPTH = 16;

/** Rules for graphql-js's `validate`; each reports one error whose `extensions.limit` becomes its code. */
export function limitRules(limits: QueryLimits): ValidationRule[] {
  const { depth, aliases, directives, mutationFields } = limits;
  return [
    maxDepthRule({ n: depth, flattenFragments: true, ...report('QUERY_TOO_DEEP', `is deeper than ${depth} fields`) }),
    maxDepthRule({
      ...{ n: INTROSPECTION_DEPTH, flattenFragments: true, ignoreIntrospection: false },
      ...report('QUERY_TOO_DEEP', `is deeper than ${INTROSPECTION_DEPTH} fields`),
    }),
    maxAliasesRule({ n: aliases, allowList: [], ...report('TOO_MANY_ALIASES', `has more than ${aliases} aliases`) }),
    maxDirectivesRule({ n: directives, ...report('TOO_MANY_DIRECTIVES', `has more than ${directives} directives`) }),
    ...(mutationFields === undefined ? [] : [mutationFieldsRule(mutationFields)]),
  ];
}

type Report = { reportError(error: GraphQLError): void };

/** armor throws by default, which Apollo answers with 500; reported, the same refusal is a 400. */
function report(limit: string, problem: string) {
  return {
    propagateOnRejection: false,
    onReject: [(context: Report | null) => context?.reportError(limitError(limit, problem))],
  };
}

function mutationFieldsRule(maximum: number): ValidationRule {
  return (context) => ({
    OperationDefinition(operation) {
      if (operation.operation !== 'mutation') return;
      const found = rootFields(operation.selectionSet, (name) => context.getFragment(name) ?? undefined, new Map());
      if (found > maximum)
        context.reportError(limitError('TOO_MANY_MUTATIONS', `asks for more than ${maximum} mutation at once`));
    },
  });
}

type Fragments = (name: string) => FragmentDefinitionNode | undefined;

/** Fields at the root, through fragments. Each fragment is counted once and remembered: spreads may double at each step. */
function rootFields({ selections }: SelectionSetNode, fragments: Fragments, known: Map<string, number>): number {
  const counts = selections.map((selection) => {
    if (selection.kind === Kind.FIELD) return 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(selection.selectionSet, fragments, known);
    const name = selection.name.value;
    const fragment = fragments(name);
    if (!known.has(name) && fragment) {
      known.set(name, 0);
      known.set(name, rootFields(fragment.selectionSet, fragments, known));
    }
    return known.get(name) ?? 0;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

function limitError(limit: string, problem: string): GraphQLError {
  return new GraphQLError(`The query ${problem}.`, { extensions: { limit } });
}
