import type { Ask, UnlockResult } from './gate-api.ts';
import { GateStandingDocument, type GateStandingQueryVariables } from './gql/graphql.ts';

/**
 * A campaign that was paused under the visitor's eyes denies as a wrong answer is denied, lest a guesser learn from it. What
 * everybody may know of the campaign is asked anew, so that the visitor is not sent looking for a spelling mistake.
 */
export async function unlessPaused(
  ask: Ask,
  which: GateStandingQueryVariables,
  result: UnlockResult,
): Promise<UnlockResult> {
  if (result.__typename !== 'GateDenied') return result;
  // Where nobody answers, the denial stands.
  const standing = await ask(GateStandingDocument, which).catch(() => null);
  const campaign = standing?.campaign;
  return campaign?.status === 'PAUSED' ? { __typename: 'CampaignNotOpen', ...campaign } : result;
}
