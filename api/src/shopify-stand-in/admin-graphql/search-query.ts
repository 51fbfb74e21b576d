import { GraphQLError } from 'graphql';

/** What a thing may be searched by: the value of each field, as text; times as ISO dates. */
export type Searchable = Readonly<Record<string, string | readonly string[]>>;

/**
 * Whether a thing fits a search such as `status:active AND updated_at:>'2026-01-01' tea`: as much of Shopify's syntax as is used
 * here. Terms are joined by AND or by a blank, alternatives by a comma or by OR; other forms, and fields that the thing has not, are refused.
 */
export function fits(query: string | null | undefined, thing: Searchable): boolean {
  if (query === null || query === undefined || query.trim() === '') return true;
  return query.split(/\s+OR\s+/).some((part) => termsOf(part).every((term) => fitsTerm(term, thing)));
}

function termsOf(query: string): readonly string[] {
  return (query.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? []).filter((term) => term !== 'AND');
}

function fitsTerm(term: string, thing: Searchable): boolean {
  const isNegated = term.startsWith('-') || term.startsWith('NOT ');
  const [, name, comparison = '', wanted = ''] = /^-?(?:([a-z_]+):)?(>=|<=|>|<)?(.*)$/s.exec(term) ?? [];
  const found = valuesOf(thing, name).some((value) =>
    wanted.split(',').some((one) => holds(value, comparison, unquoted(one))),
  );
  return found !== isNegated;
}

function valuesOf(thing: Searchable, name: string | undefined): readonly string[] {
  const value = name === undefined ? Object.values(thing).flat() : thing[name];
  if (value === undefined) throw new GraphQLError(`The stand-in cannot search by ${name}.`);
  return typeof value === 'string' ? [value] : value;
}

function holds(value: string, comparison: string, wanted: string): boolean {
  if (comparison === '') return matches(value.toLowerCase(), wanted.toLowerCase());
  const order = /^\d+$/.test(value)
    ? compareNumbers(value, wanted)
    : value.localeCompare(new Date(wanted).toISOString());
  if (order === 0) return comparison.endsWith('=');
  return comparison.startsWith('>') ? order > 0 : order < 0;
}

function compareNumbers(one: string, other: string): number {
  return Number(BigInt(one) - BigInt(other));
}

function matches(value: string, wanted: string): boolean {
  return wanted.endsWith('*')
    ? value.startsWith(wanted.slice(0, -1))
    : value === wanted || value.split(/[\s-]/).includes(wanted);
}

function unquoted(text: string): string {
  return text.replaceAll(/^["']|["']$/g, '');
}
