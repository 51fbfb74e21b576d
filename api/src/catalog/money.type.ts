import { Field, ObjectType } from 'type-graphql';
import type { Prisma } from '../../../prisma/client/client.ts';
import { DecimalScalar } from '../platform/graphql/decimal.scalar.ts';

@ObjectType({ simpleResolvers: true, description: 'An amount of money.' })
export class Money {
  @Field(() => DecimalScalar, { description: 'With at least the decimals that the currency has, such as `"29.90"`.' })
  amount!: string;

  @Field(() => String, { description: 'ISO 4217.' })
  currencyCode!: string;
}

/** An amount of the database in a shop's currency. */
export function money(amount: Prisma.Decimal, currencyCode: string): Money {
  return { amount: amount.toFixed(Math.max(amount.decimalPlaces(), decimalsOf(currencyCode))), currencyCode };
}

const decimals = new Map<string, number>();

function decimalsOf(currency: string): number {
  const known = decimals.get(currency);
  if (known !== undefined) return known;
  const found =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  decimals.set(currency, found);
  return found;
}
