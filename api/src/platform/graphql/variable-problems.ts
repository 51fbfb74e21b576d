import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';

const MOST_PROBLEMS = 10;

/** Messages of graphql-js that name the schema's things and quote nothing of the input. */
const HARMLESS = [
  /^Field "\w+" of required type "[\w[\]!]+" was not provided\.$/,
  /^Expected non-nullable type "[\w[\]!]+" not to be null\.$/,
  /^Expected type "\w+" to be an object\.$/,
];

/**
 * Refuses variables that do not fit, as graphql-js would, without quoting what was sent: a password typed into the wrong
 * field stays with its owner. Throws BAD_USER_INPUT (400).
 */
export function refuseUnfitVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const problems = (operation.variableDefinitions ?? []).flatMap((definition) =>
    problemsOf(schema, definition, variables),
  );
  if (problems.length === 0) return;
  const message = problems.slice(0, MOST_PROBLEMS).join(' ');
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
}

function problemsOf(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string[] {
  const name = definition.variable.name.value;
  const type = inputTypeOf(schema, definition);
  if (!type) return [];
  if (!Object.hasOwn(variables, name)) {
    const isMissing = isNonNullType(type) && !definition.defaultValue;
    return isMissing ? [`Variable "$${name}" of required type "${type}" was not provided.`] : [];
  }
  const value = variables[name];
  if (value === null && isNonNullType(type)) return [`Variable "$${name}" of type "${type}" must not be null.`];
  return coercionProblems(name, type, value);
}

function inputTypeOf(schema: GraphQLSchema, definition: VariableDefinitionNode): GraphQLInputType | undefined {
  const type = typeFromAST(schema, definition.type);
  return isInputType(type) ? type : undefined;
}

function coercionProblems(name: string, type: GraphQLInputType, value: unknown): string[] {
  const problems: string[] = [];
  coerceInputValue(value, type, (path, _value, error) => {
    if (problems.length > MOST_PROBLEMS) return;
    const place = path.length > 0 ? ` at "${[name, ...path].join('.')}"` : '';
    problems.push(`Variable "$${name}" does not fit${place}: ${reasonOf(error.message)}`);
  });
  return problems;
}

function reasonOf(message: string): string {
  if (HARMLESS.some((pattern) => pattern.test(message))) return message;
  const unknownField = /^Field "(\w+)" is not defined by type "(\w+)"/.exec(message);
  if (unknownField) return `Field "${unknownField[1]}" is not defined by type "${unknownField[2]}".`;
  const scalar = /^(?:Enum )?"?(\w+)"? cannot represent/.exec(message);
  return scalar ? `Not a valid ${scalar[1]}.` : 'Not one of the values allowed.';
}
