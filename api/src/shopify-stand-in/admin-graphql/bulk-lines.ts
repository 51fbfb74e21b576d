import { type DocumentNode, type GraphQLSchema, getNamedType, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

type Thing = Readonly<Record<string, unknown>>;

/** A line of a bulk operation's file. */
export interface BulkLine {
  readonly line: Thing;
  readonly isRoot: boolean;
}

/**
 * What a part of the answer becomes in the file: each thing of a connection on a line of its own, naming its parent by `__parentId`.
 * Grouped: right after its parent; else after all the parents of this part.
 */
export function linesOf(data: Thing, { groupsObjects }: { readonly groupsObjects: boolean }): BulkLine[] {
  const lines = Object.values(data)
    .filter(isConnection)
    .flatMap((connection) => nodesOf(connection).flatMap((node) => [...linesOfNode(node, null)]));
  return groupsObjects ? lines : [...lines.filter(({ isRoot }) => isRoot), ...lines.filter(({ isRoot }) => !isRoot)];
}

function* linesOfNode(node: Thing, parentId: unknown): Generator<BulkLine> {
  const entries = Object.entries(node);
  const own = Object.fromEntries(entries.filter(([, value]) => !isConnection(value)));
  const children = entries.flatMap(([, value]) => (isConnection(value) ? nodesOf(value) : []));
  if (children.length > 0 && own.id === undefined)
    throw new Error('A bulk query must ask for the id of whatever has a connection: its lines name it.');
  yield { line: parentId === null ? own : { ...own, __parentId: parentId }, isRoot: parentId === null };
  for (const child of children) yield* linesOfNode(child, own.id);
}

function isConnection(value: unknown): value is Thing {
  if (typeof value !== 'object' || value === null) return false;
  return ['nodes', 'edges'].some((name) => Array.isArray((value as Thing)[name]));
}

function nodesOf({ nodes, edges }: Thing): readonly Thing[] {
  if (Array.isArray(nodes)) return nodes;
  return (edges as readonly { readonly node: Thing }[]).map(({ node }) => node);
}

/** Whether a document is one query with a connection in it. */
export function isBulkQuery(document: DocumentNode, schema: GraphQLSchema): boolean {
  const types = new TypeInfo(schema);
  let connections = 0;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: () => {
        if (getNamedType(types.getType())?.name.endsWith('Connection')) connections += 1;
      },
    }),
  );
  const [definition, ...others] = document.definitions;
  const isQuery = definition?.kind === 'OperationDefinition' && definition.operation === 'query';
  return isQuery && others.every(({ kind }) => kind === 'FragmentDefinition') && connections > 0;
}
