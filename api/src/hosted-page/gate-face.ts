import type { CampaignStatus } from '../campaign/campaign-status.ts';
import type { GateCampaign } from '../gate/gate-campaign.type.ts';
import type { Way } from './hosted-form.ts';
import type { HostedWording } from './hosted-wording.ts';

/** DENIED: the gate said no. INVALID: it cannot be meant. LATER: the same may be sent again. */
export type RefusalReason = 'DENIED' | 'INVALID' | 'LATER';

/** What the last post came to; null where nothing was posted. */
export type HostedAnswer =
  /** A sentence under a form. */
  | { readonly kind: 'refused'; readonly way: Way; readonly sentence: string; readonly reason: RefusalReason }
  /** A mail is on its way. */
  | { readonly kind: 'confirm'; readonly confirmation: string; readonly sentence: string; readonly isWrong: boolean }
  | { readonly kind: 'waiting' };

/** Everything that one drawing of a campaign's gate needs. */
export interface GateFace {
  readonly campaign: GateCampaign;
  /** The campaign's, unless the gate has just said otherwise. */
  readonly status: CampaignStatus;
  readonly wording: HostedWording;
  /** Where the forms are sent to. */
  readonly action: string;
  readonly token: string;
  readonly answer: HostedAnswer | null;
  /** What was typed and is kept. */
  readonly email: string;
  readonly acceptsMarketing: boolean;
  /** The same of what is secret: kept only where we were too busy to look at it, else empty. */
  readonly password: string;
  readonly code: string;
  /** True when this browser's pass opens the gate already. */
  readonly isIn: boolean;
}
