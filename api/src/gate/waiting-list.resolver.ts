import { Arg, Mutation, Resolver } from 'type-graphql';
import type { CampaignReader } from '../campaign/campaign.reader.ts';
import type { GuestListService } from '../guest-list/guest-list.service.ts';
import { readEmail } from '../platform/email.ts';
import { invalidInput } from './gate-input.check.ts';
import { GateDenied, result } from './gate-result.type.ts';
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

  constructor(campaigns: CampaignReader, guestList: GuestListService) {
    this.#campaigns = campaigns;
    this.#guestList = guestList;
  }

  @Mutation(() => WaitingListResult, {
    description:
      'Keeps an address that wants to hear, whatever the state of the campaign. `GateDenied` where there is no waiting list, and for who fills in `website`.',
  })
  async waitingListJoin(
    @Arg('input', () => WaitingListJoinInput) { campaignId, email: typed, website }: WaitingListJoinInput,
  ): Promise<WaitingListJoin> {
    const email = readEmail(typed);
    if (email === null) return invalidInput([NO_ADDRESS]);
    const campaign = website?.trim() ? null : await this.#campaigns.byId(campaignId);
    if (!campaign?.hasWaitingList) return result(GateDenied, { message: 'There is no waiting list here.' });
    await this.#guestList.joinWaitingList(campaign, email);
    return result(WaitingListJoined, { message: 'You are on the waiting list. We will write when there is room.' });
  }
}
