import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CampaignReader } from '../campaign/campaign.reader.ts';
import type { MailBudget } from '../confirmation/mail-budget.ts';
import type { GuestListService } from '../guest-list/guest-list.service.ts';
import { readEmail } from '../platform/email.ts';
import { inEvenTime } from './even-time.ts';
import { tooManyAttempts } from './gate-answer.ts';
import { invalidInput } from './gate-input.check.ts';
import { GateDenied, result } from './gate-result.type.ts';
import type { PublicContext } from './visitor.ts';
import {
  type WaitingListJoin,
  WaitingListJoined,
  WaitingListJoinInput,
  WaitingListResult,
} from './waiting-list.type.ts';

const NO_ADDRESS = { field: 'email', message: 'Enter an e-mail address, such as name@example.com.' };

/** Where somebody who was not let in leaves an address. */
@Resolver()
export class WaitingListResolver {
  readonly #campaigns: CampaignReader;
  readonly #guestList: GuestListService;
  readonly #budget: Pick<MailBudget, 'takeWaiting'>;

  constructor(campaigns: CampaignReader, guestList: GuestListService, budget: Pick<MailBudget, 'takeWaiting'>) {
    this.#campaigns = campaigns;
    this.#guestList = guestList;
    this.#budget = budget;
  }

  @Mutation(() => WaitingListResult, {
    description:
      'Keeps an address that wants to hear, whatever the state of the campaign. `GateDenied` where there is no waiting list, and for who fills in `website`; `TooManyAttempts` where too many addresses came from one visitor within an hour.',
  })
  async waitingListJoin(
    @Arg('input', () => WaitingListJoinInput) { campaignId, email: typed, website }: WaitingListJoinInput,
    @Ctx() { visitorAddress }: Pick<PublicContext, 'visitorAddress'>,
  ): Promise<WaitingListJoin> {
    const email = readEmail(typed);
    if (email === null) return invalidInput([NO_ADDRESS]);
    return inEvenTime(async () => {
      const campaign = website?.trim() ? null : await this.#campaigns.byId(campaignId);
      if (!campaign?.hasWaitingList) return result(GateDenied, { message: 'There is no waiting list here.' });
      const retryAt = await this.#budget.takeWaiting(visitorAddress);
      if (retryAt) return tooManyAttempts(retryAt);
      await this.#guestList.joinWaitingList(campaign, email);
      return result(WaitingListJoined, { message: 'You are on the waiting list. We will write when there is room.' });
    });
  }
}
