import type { StandInApp } from './world/stand-in-app.ts';

/**
 * What the stand-in takes from a `shopify.app.toml`: scopes, optional scopes and topics. It reads the few forms
 * that such a file has (strings, lists of strings, tables), and passes over the rest.
 */
export function readAppToml(text: string): Partial<StandInApp> {
  const values = new Map<string, readonly string[]>();
  let table = '';
  for (const line of statementsOf(text)) {
    const header = /^\[+([^\]]+)\]+$/.exec(line)?.[1];
    if (header !== undefined) table = header.trim();
    const [, key, value] = /^([A-Za-z_]+)\s*=\s*(.+)$/s.exec(line) ?? [];
    if (key === undefined || value === undefined) continue;
    const name = `${table}.${key}`;
    values.set(name, [...(values.get(name) ?? []), ...stringsIn(value)]);
  }
  const topics = ['topics', 'compliance_topics'].flatMap((key) => values.get(`webhooks.subscriptions.${key}`) ?? []);
  const scopes = (values.get('access_scopes.scopes')?.[0] ?? '').split(',').map((scope) => scope.trim());
  return {
    ...{
      scopes: scopes.filter((scope) => scope !== ''),
      optionalScopes: values.get('access_scopes.optional_scopes') ?? [],
    },
    topics,
  };
}

/** Lines without comments; a list over several lines is one. */
function statementsOf(text: string): string[] {
  const statements: string[] = [];
  for (const line of text.split('\n')) {
    const said = line.replace(/^((?:"[^"]*"|[^"#])*)#.*$/, '$1').trim();
    const isInList = /=\s*\[[^\]]*$/.test(statements.at(-1) ?? '');
    statements.push(isInList ? `${statements.pop()} ${said}` : said);
  }
  return statements;
}

function stringsIn(value: string): string[] {
  return [...value.matchAll(/"([^"]*)"/g)].map(([, inside]) => inside ?? '');
}
