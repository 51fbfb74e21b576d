import { useQuery } from '@apollo/client/react';
import { formatCount } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import type { SignupsCountQuery } from '../gql/graphql.ts';
import { signupTexts } from '../texts/signup-texts.ts';
import type { questionOf } from './signup-filters.ts';

const SignupsCount = graphql(/* GraphQL */ `
  query SignupsCount($campaignId: ID, $query: String, $filter: SignupFilterInput) {
    signupsCount(campaignId: $campaignId, query: $query, filter: $filter) {
      count
      precision
    }
  }
`);

/** How many there are, or that there are more than were counted. */
export type SignupCount = SignupsCountQuery['signupsCount'];

/** How many sign-ups the list has: a question of its own, so that the list waits for no count. */
export function useSignupCount(question: ReturnType<typeof questionOf>, isReady: boolean): SignupCount | undefined {
  const options = { variables: question, fetchPolicy: 'cache-and-network' as const, skip: !isReady };
  const { data, previousData } = useQuery(SignupsCount, options);
  return (data ?? previousData)?.signupsCount;
}

/** The count in a sentence; of the whole shop or of those who match. Undefined where nothing is known. */
export function countSentence({ count, precision }: SignupCount, isWhole: boolean): string | undefined {
  const words = signupTexts.signups;
  const formatted = formatCount(count);
  if (precision === 'AT_LEAST' && count === 0) return undefined;
  if (precision === 'AT_LEAST') return isWhole ? words.atLeast(formatted) : words.foundAtLeast(formatted);
  return isWhole ? words.total(count, formatted) : words.found(count, formatted);
}
