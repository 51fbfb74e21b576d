import { GraphQLError } from 'graphql';

/** The range that was asked for cannot be told of. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
