import { graphql } from '../gql/gql.ts';
import type { SyncSummary_SummaryFragment } from '../gql/graphql.ts';

/** Where people stand at a destination; one shape for every question, so that answers bring each other up to date. */
export const SyncSummary_summary = graphql(/* GraphQL */ `
  fragment SyncSummary_summary on SyncSummary {
    total
    waiting
    sending
    accepted
    awaitingConfirmation
    onList
    skipped
    failed
    parked
    oldestWaitingSince
    unsent
    lastAnswer
    lastAnswerAt
    reasons {
      state
      reason
      count
    }
  }
`);

/** How many stand where. */
export type SyncSummary = SyncSummary_SummaryFragment;
