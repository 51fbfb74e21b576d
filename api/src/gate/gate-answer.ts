import { CampaignStatus } from '../campaign/campaign-status.ts';
import type { Decision } from '../campaign/decide.ts';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import type { SentConfirmation } from './confirmations.ts';
import {
  CampaignFull,
  CampaignNotOpen,
  ConfirmationRequired,
  GateDenied,
  type GateUnlock,
  result,
  TooManyAttempts,
} from './gate-result.type.ts';

/** What a visitor is told who is not let in. DENIED and everything unforeseen get the one answer that says nothing. */
export function refusal({ verdict, status }: Decision, campaign: GuardedCampaign): GateUnlock {
  if (verdict === 'FULL') return result(CampaignFull, { message: 'All places are taken.' });
  if (verdict === 'NOT_OPEN') return notOpen(status, campaign);
  return denied();
}

/** The one answer to whatever did not open. */
export function denied(): GateDenied {
  return result(GateDenied, { message: 'That didn’t open it. Check the spelling and try again.' });
}

export function tooManyAttempts(retryAt: Date): TooManyAttempts {
  return result(TooManyAttempts, { message: 'Too many tries. Please try again later.', retryAt });
}

export function confirmationRequired(sent: SentConfirmation): ConfirmationRequired {
  const message = 'We’ve sent you a mail. Enter the code from it, or open its link.';
  const { confirmation, resendAt, expiresAt } = sent;
  return result(ConfirmationRequired, { message, confirmation, resendAt, expiresAt });
}

function notOpen(status: CampaignStatus, { startsAt, endsAt }: GuardedCampaign): CampaignNotOpen {
  const message = status === CampaignStatus.SCHEDULED ? 'This is not open yet.' : 'This has ended.';
  return result(CampaignNotOpen, { message, status, startsAt, endsAt, serverTime: new Date() });
}
