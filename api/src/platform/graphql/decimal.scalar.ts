import { GraphQLScalarType } from 'graphql';

/** A decimal number as text, as in Shopify's APIs, so that no amount of money passes through a binary fraction. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'A signed decimal number as text, such as `"29.99"`.',
  serialize: (value) => String(value),
});
