import { type FormattedExecutionResult, type GraphQLSchema, isObjectType } from 'graphql';

type Answer = Pick<FormattedExecutionResult, 'data' | 'errors'>;

/** Whether the service was unavailable and nothing else can be told: without its data an answer is none. */
export function isWithoutAnswer({ data, errors }: Answer): boolean {
  const isUnavailable = errors?.some(({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE') ?? false;
  return isUnavailable && Object.values(data ?? {}).every((value) => value === null);
}

/** `ok`, the code of the first error, or the type that a visitor's mutation answered with, such as `GateDenied`. */
export function outcomeOf({ data, errors }: Answer, schema: GraphQLSchema): string {
  const code = errors?.[0]?.extensions?.code;
  if (code !== undefined) return String(code);
  const types = Object.values(data ?? {}).map((value) => typeNameOf(value, schema));
  return types.find((name) => name !== undefined) ?? 'ok';
}

/** Believed only when it names a type: a client may call any other field `__typename`, an access pass too. */
function typeNameOf(value: unknown, schema: GraphQLSchema): string | undefined {
  if (typeof value !== 'object' || value === null || !('__typename' in value)) return undefined;
  const name = String(value.__typename);
  return isObjectType(schema.getType(name)) ? name : undefined;
}
