/** A filter such as `any(email,["a","b"])`, read. */
export interface Filter {
  readonly field: string;
  readonly values: readonly string[];
}

/** Reads `equals(field,"value")` and `any(field,["a","b"])`; null: neither. Texts are quoted, with ' or ", as JSON escapes them. */
export function readFilter(written: string): Filter | null {
  const parts = /^(equals|any)\(([\w.]+),(.*)\)$/s.exec(written.trim());
  if (!parts) return null;
  const [, operator, field = '', argument = ''] = parts;
  const values = readValues(operator === 'any' ? argument : `[${argument}]`);
  if (!values || values.length === 0 || (operator === 'equals' && values.length !== 1)) return null;
  return { field, values };
}

function readValues(argument: string): string[] | null {
  const json = argument.replaceAll(/'((?:[^'"\\]|\\.)*)'/g, '"$1"');
  try {
    const values: unknown = JSON.parse(json);
    return Array.isArray(values) && values.every((value) => typeof value === 'string') ? values : null;
  } catch (fault) {
    if (fault instanceof SyntaxError) return null;
    throw fault;
  }
}
