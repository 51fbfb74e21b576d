import { analyticsTexts } from '../analytics-texts.ts';
import type { DenialReason, HappeningDimension } from '../gql/graphql.ts';

const words = analyticsTexts.analytics;

/** What a share is called; codes and links by their own names, unless they are gone. */
export function nameOfShare(
  dimension: HappeningDimension,
  { value, name }: { value: string; name?: string | null | undefined },
): string {
  switch (dimension) {
    case 'CODE':
    case 'LINK':
      return name ?? words.gone;
    case 'SOURCE':
      return words.values[value] ?? value;
    case 'DEVICE':
      return words.device[value] ?? value;
    case 'REASON':
      return words.reasons[value as DenialReason] ?? value;
    case 'COUNTRY':
      return value;
  }
}
