import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What one operation may cost at most. */
export const MOST_POINTS = 1000;

/** What a mutation costs, whatever it answers. */
const MUTATION_POINTS = 10;

interface Measure {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * What an operation may cost at most: a point for each object, a connection as often as `first` or `last` says, ten for a
 * mutation. Shopify's own reckoning is not public and milder for connections inside connections; whoever fits in here fits in there.
 */
export function requestedCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variables, operationName }: { variables: Measure['variables']; operationName: string | null },
): number {
  const operation = operationOf(document, operationName);
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === 'FragmentDefinition' ? [[one.name.value, one] as const] : [])),
  );
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return 0;
  if (operation.operation === 'mutation') return operation.selectionSet.selections.length * MUTATION_POINTS;
  return costOf(operation.selectionSet, root, { schema, fragments, variables });
}

/** The operation of this name, or the only one. */
export function operationOf(document: DocumentNode, name: string | null): OperationDefinitionNode | undefined {
  const all = document.definitions.filter((one): one is OperationDefinitionNode => one.kind === 'OperationDefinition');
  return name === null ? all[0] : all.find((one) => one.name?.value === name);
}

function costOf({ selections }: SelectionSetNode, type: GraphQLNamedType, measure: Measure): number {
  return selections.reduce((sum, selection) => {
    if (selection.kind === 'Field') return sum + costOfField(selection, type, measure);
    const fragment = selection.kind === 'FragmentSpread' ? measure.fragments.get(selection.name.value) : selection;
    const on = fragment?.typeCondition ? measure.schema.getType(fragment.typeCondition.name.value) : type;
    return fragment && on ? sum + costOf(fragment.selectionSet, on, measure) : sum;
  }, 0);
}

function costOfField(field: FieldNode, parent: GraphQLNamedType, measure: Measure): number {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return 0;
  const type = getNamedType(parent.getFields()[field.name.value]?.type);
  if (!type || !isCompositeType(type) || !field.selectionSet) return 0;
  if (type.name === 'PageInfo') return 0;
  const inside = costOf(field.selectionSet, type, measure);
  if (type.name.endsWith('Connection')) return sizeOf(field, ['first', 'last'], measure) * inside;
  if (type.name.endsWith('Edge')) return inside;
  return sizeOf(field, ['ids'], measure) * (1 + inside);
}

/** How many things a field may answer: what one of these arguments says, as a number or by its length; else one. */
function sizeOf({ arguments: given = [] }: FieldNode, names: readonly string[], { variables }: Measure): number {
  for (const { name, value } of given) {
    if (!names.includes(name.value)) continue;
    if (value.kind === 'IntValue') return Number(value.value);
    if (value.kind === 'ListValue') return value.values.length;
    const said = value.kind === 'Variable' ? variables[value.name.value] : null;
    if (typeof said === 'number') return said;
    if (Array.isArray(said)) return said.length;
  }
  return 1;
}

/** What an answer really cost, by the objects in it. */
export function actualCost(data: unknown, requested: number, isMutation: boolean): number {
  return isMutation ? requested : Math.min(requested, Math.max(0, objectsIn(data) - 1));
}

function objectsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + objectsIn(one), 0);
  const inside = Object.entries(value).reduce(
    (sum, [name, one]) => sum + (name === 'pageInfo' ? 0 : objectsIn(one)),
    0,
  );
  const isWrapping = ['nodes', 'edges', 'node', 'pageInfo'].some((name) => name in value);
  return inside + (isWrapping ? 0 : 1);
}
