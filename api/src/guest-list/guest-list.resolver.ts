import DataLoader from 'dataloader';
import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { CampaignService } from '../campaign/campaign.service.ts';
import { EarlyAccessCampaign } from '../campaign/campaign.type.ts';
import type { Page } from '../platform/graphql/connection.ts';
import { type UserError, UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import { AdmissionNotice } from './admission-notice.type.ts';
import type { AdmissionNotices } from './admission-notices.ts';
import type { GuestListService } from './guest-list.service.ts';
import {
  type Guest,
  GuestAddPayload,
  GuestConnection,
  GuestListClearPayload,
  GuestRemovePayload,
  WaitingListAdmitPayload,
  WaitingListConnection,
  type WaitingListEntry,
  WaitingListEntryRemovePayload,
} from './guest-list.type.ts';

/** A campaign's guest list and waiting list. */
@Resolver(() => EarlyAccessCampaign)
export class GuestListResolver {
  readonly #guestList: GuestListService;
  readonly #campaigns: CampaignService;
  readonly #notices: AdmissionNotices;
  readonly #counts = new WeakMap<AdminContext, DataLoader<string, number>>();

  constructor(guestList: GuestListService, campaigns: CampaignService, notices: AdmissionNotices) {
    this.#guestList = guestList;
    this.#campaigns = campaigns;
    this.#notices = notices;
  }

  @Authorized(ApiTokenScope.read_campaigns)
  @FieldResolver(() => Int, { complexity: 1, description: 'How many addresses are on its guest list.' })
  guestsCount(@Root() { id }: EarlyAccessCampaign, @Ctx() context: AdminContext): Promise<number> {
    return this.#countsOf(context).load(id);
  }

  @Authorized(ApiTokenScope.read_signups)
  @FieldResolver(() => GuestConnection, { description: 'Its guest list, by address.' })
  guests(
    @Root() { id }: EarlyAccessCampaign,
    @Ctx() { principal: { shop } }: AdminContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'From 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
    @Arg('query', () => String, { nullable: true, description: 'A part of an address.' }) query?: string,
  ): Promise<Page<Guest>> {
    return this.#guestList.guests({ shop, id }, { first, after }, query);
  }

  @Authorized(ApiTokenScope.read_signups)
  @FieldResolver(() => WaitingListConnection, {
    description: 'Who was not let in and wants to hear, first come first.',
  })
  waitingList(
    @Root() { id }: EarlyAccessCampaign,
    @Ctx() { principal: { shop } }: AdminContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'From 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<Page<WaitingListEntry>> {
    return this.#guestList.waitingList({ shop, id }, { first, after });
  }

  @Authorized(ApiTokenScope.read_campaigns)
  @FieldResolver(() => AdmissionNotice, { description: 'What who is admitted from its waiting list now would hear.' })
  admissionNotice(@Root() campaign: EarlyAccessCampaign): AdmissionNotice {
    return this.#notices.of(campaign);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => GuestListClearPayload, {
    description:
      'Empties a campaign’s guest list; who came in before stays in. `POST /admin/campaigns/<id>/guest-list` with a CSV as the body, `text/csv`, fills it.',
  })
  async guestListClear(
    @Ctx() { principal: { shop } }: AdminContext,
    @Arg('campaignId', () => ID) campaignId: string,
  ): Promise<GuestListClearPayload> {
    const campaign = await this.#campaigns.find(shop, campaignId);
    if (campaign === null) return { campaign, userErrors: [NO_CAMPAIGN] };
    await this.#guestList.clear(campaign);
    return { campaign, userErrors: [] };
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => GuestAddPayload, {
    description: 'Puts one address on a campaign’s guest list; once more changes nothing. We write to nobody.',
  })
  async guestAdd(
    @Ctx() { principal: { shop } }: AdminContext,
    @Arg('campaignId', () => ID) campaignId: string,
    @Arg('email', () => String) email: string,
  ): Promise<GuestAddPayload> {
    const campaign = await this.#campaigns.find(shop, campaignId);
    if (campaign === null) return { campaign, userErrors: [NO_CAMPAIGN] };
    const isAdded = await this.#guestList.addGuest(campaign, email);
    return isAdded ? { campaign, userErrors: [] } : { campaign: null, userErrors: [NO_ADDRESS] };
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => GuestRemovePayload, {
    description: 'Takes one address off a campaign’s guest list, however it is written; who came in before stays in.',
  })
  async guestRemove(
    @Ctx() { principal: { shop } }: AdminContext,
    @Arg('campaignId', () => ID) campaignId: string,
    @Arg('email', () => String) email: string,
  ): Promise<GuestRemovePayload> {
    const campaign = await this.#campaigns.find(shop, campaignId);
    if (campaign === null) return { campaign, userErrors: [NO_CAMPAIGN] };
    const isRemoved = await this.#guestList.removeGuest(campaign, email);
    return isRemoved ? { campaign, userErrors: [] } : { campaign: null, userErrors: [NO_GUEST] };
  }

  @Authorized(ApiTokenScope.write_signups)
  @Mutation(() => WaitingListEntryRemovePayload, { description: 'Forgets somebody who waits.' })
  async waitingListEntryRemove(
    @Ctx() { principal: { shop } }: AdminContext,
    @Arg('id', () => ID) id: string,
  ): Promise<WaitingListEntryRemovePayload> {
    const isRemoved = await this.#guestList.removeFromWaitingList(shop, id);
    if (isRemoved) return { removedWaitingListEntryId: id, userErrors: [] };
    return { removedWaitingListEntryId: null, userErrors: [NOBODY_WAITS] };
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => WaitingListAdmitPayload, {
    description:
      'Moves people from a campaign’s waiting list to its guest list. Who waits no more is left out. They are written to as the campaign’s `admissionNotice` says.',
  })
  async waitingListAdmit(
    @Ctx() { principal: { shop } }: AdminContext,
    @Arg('campaignId', () => ID) campaignId: string,
    @Arg('ids', () => [ID], { description: 'Of entries of the waiting list; at most 100.' }) ids: string[],
  ): Promise<WaitingListAdmitPayload> {
    const campaign = await this.#campaigns.find(shop, campaignId);
    if (campaign === null) return notAdmitted(NO_CAMPAIGN);
    if (ids.length > MOST_ADMITTED) return notAdmitted(TOO_MANY_IDS);
    const admitted = await this.#guestList.admit(campaign, ids);
    if (admitted.length === 0) return notAdmitted(NOBODY_ADMITTED);
    const mailedCount = await this.#notices.send(campaign, admitted);
    return { campaign, admittedCount: admitted.length, mailedCount, userErrors: [] };
  }

  #countsOf(context: AdminContext): DataLoader<string, number> {
    const known = this.#counts.get(context);
    if (known) return known;
    const loader = new DataLoader<string, number>(async (ids) => {
      const counts = await this.#guestList.countGuests(context.principal.shop, ids);
      return ids.map((id) => counts.get(id) ?? 0);
    });
    this.#counts.set(context, loader);
    return loader;
  }
}

const NO_CAMPAIGN = userError(['campaignId'], UserErrorCode.NOT_FOUND, 'There is no campaign with this id.');
const NO_GUEST = userError(['email'], UserErrorCode.NOT_FOUND, 'This address is not on the guest list.');
const NO_ADDRESS = userError(['email'], UserErrorCode.INVALID, 'Enter an e-mail address, such as name@example.com.');
const NOBODY_WAITS = userError(['id'], UserErrorCode.NOT_FOUND, 'Nobody with this id is on a waiting list.');
const NOBODY_ADMITTED = userError(['ids'], UserErrorCode.NOT_FOUND, 'None of these is on the campaign’s waiting list.');
const MOST_ADMITTED = 100;
const TOO_MANY_IDS = userError(
  ['ids'],
  UserErrorCode.TOO_MANY,
  `At most ${MOST_ADMITTED} people can be admitted at once.`,
);

function notAdmitted(problem: UserError): WaitingListAdmitPayload {
  return { campaign: null, admittedCount: 0, mailedCount: 0, userErrors: [problem] };
}
