const STRING_LITERAL = /"((?:[^"\\\n]|\\.)+)"/g;
const MOST_VALUES = 200;
const DEEPEST = 8;

/** Texts that a GraphQL request carried, in its variables and in its document: an error's log line must hold none. */
export function valuesOf(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const { query, variables } = body as { query?: unknown; variables?: unknown };
  const literals = typeof query === 'string' ? [...query.matchAll(STRING_LITERAL)].map((match) => match[1] ?? '') : [];
  return [...leavesOf(variables, 0), ...literals].slice(0, MOST_VALUES);
}

function leavesOf(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  return Object.values(value).flatMap((inner) => leavesOf(inner, depth + 1));
}
