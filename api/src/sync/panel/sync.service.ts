import type { Destination, ReceiptState } from '../../../../prisma/client/client.ts';
import type { CampaignService } from '../../campaign/campaign.service.ts';
import type { ConnectionService } from '../../connection/connection.service.ts';
import { type UserError, UserErrorCode, userError } from '../../platform/graphql/user-error.type.ts';
import type { SignupService } from '../../signup/signup.service.ts';
import type { ErasureCounts } from '../erasure/erasure-counts.ts';
import type { BackfillStore } from '../plan/backfill.store.ts';
import { chosenAudiences } from '../plan/chosen-audience.ts';
import type { ReceiptRetry } from '../receipts/receipt-retry.ts';
import type { SyncBackfillPayload, SyncRetryInput } from './sync.type.ts';
import type { SyncSummaryReader } from './sync-summary.reader.ts';

export interface SyncServiceParts {
  readonly campaigns: Pick<CampaignService, 'find'>;
  readonly signups: Pick<SignupService, 'findMany'>;
  readonly connections: Pick<ConnectionService, 'list'>;
  readonly summaries: SyncSummaryReader;
  readonly backfills: BackfillStore;
  readonly retries: ReceiptRetry;
  readonly erasures: ErasureCounts;
  /** Something became due. */
  readonly onChange: () => void;
}

const STANDING_STILL: readonly ReceiptState[] = ['FAILED', 'PARKED'];

/** What a merchant does to the sync: send again, and send what is from before. */
export class SyncService {
  readonly #parts: SyncServiceParts;

  constructor(parts: SyncServiceParts) {
    this.#parts = parts;
  }

  /**
   * Sends again what failed or was parked; for a single sign-up also what was skipped. Other states have nothing to send again. For a whole
   * destination parked removals are tried again as well; they are in no count.
   */
  async retry(shop: string, input: SyncRetryInput) {
    const { destination, campaignId = null, signupId = null, reason = null } = input;
    const problem =
      (await this.#scopeProblem(shop, { campaignId, signupId })) ?? (await this.#connectionProblem(shop, destination));
    if (problem) return { count: 0, userErrors: [problem] };
    const possible = signupId === null ? STANDING_STILL : [...STANDING_STILL, 'SKIPPED' as const];
    const states = (input.states ?? STANDING_STILL).filter((state) => possible.includes(state));
    const count = await this.#parts.retries.retry(shop, { destination, campaignId, signupId, reason, states });
    const isWhole = campaignId === null && signupId === null && reason === null && states.includes('PARKED');
    if (isWhole) await this.#parts.erasures.retryParked(shop, destination);
    this.#parts.onChange();
    return { count, userErrors: [] };
  }

  /** From now on the campaign's earlier sign-ups belong to the audience as well; how many will be sent. */
  async backfill(shop: string, campaignId: string, destination: Destination): Promise<SyncBackfillPayload> {
    const campaign = await this.#parts.campaigns.find(shop, campaignId);
    if (campaign === null) return refused('campaignId', 'There is no campaign with this id.');
    const chosen = chosenAudiences(campaign).find((choice) => choice.destination === destination);
    if (!chosen?.audience) return refused('destination', 'The campaign has chosen no list or tag there.');
    const problem = await this.#connectionProblem(shop, destination);
    if (problem) return { count: 0, userErrors: [{ ...problem, field: ['destination'] }] };
    const counts = await this.#parts.summaries.count(shop, [campaignId]);
    const { unsent } = counts.ofCampaign(campaignId, destination);
    if (unsent > 0) await this.#parts.backfills.ask({ shop, campaignId, destination, audience: chosen.audience });
    if (unsent > 0) this.#parts.onChange();
    return { count: unsent, userErrors: [] };
  }

  /** Without a connection nothing may become due: a later one would send it unasked. */
  async #connectionProblem(shop: string, wanted: Destination): Promise<UserError | null> {
    const connections = await this.#parts.connections.list(shop);
    if (connections.some(({ destination }) => destination === wanted)) return null;
    const message = 'This shop has no such connection.';
    return userError(['input', 'destination'], UserErrorCode.NOT_FOUND, message);
  }

  async #scopeProblem(shop: string, wish: { campaignId: string | null; signupId: string | null }) {
    const { campaigns, signups } = this.#parts;
    if (wish.campaignId !== null && (await campaigns.find(shop, wish.campaignId)) === null) {
      const message = 'There is no campaign with this id.';
      return userError(['input', 'campaignId'], UserErrorCode.NOT_FOUND, message);
    }
    if (wish.signupId !== null && (await signups.findMany(shop, [wish.signupId])).length === 0) {
      return userError(['input', 'signupId'], UserErrorCode.NOT_FOUND, 'There is no sign-up with this id.');
    }
    return null;
  }
}

function refused(field: string, message: string): SyncBackfillPayload {
  return { count: 0, userErrors: [userError([field], UserErrorCode.NOT_FOUND, message)] };
}
