import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Page } from '../platform/graphql/connection.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import { CampaignCreateInput, CampaignUpdateInput } from './campaign.input.ts';
import {
  CampaignActivatePayload,
  CampaignArchivePayload,
  CampaignCreatePayload,
  CampaignDeletePayload,
  CampaignDuplicatePayload,
  CampaignOpenToAllPayload,
  CampaignPassesRevokePayload,
  CampaignPausePayload,
  CampaignUnarchivePayload,
  CampaignUpdatePayload,
  SecretLinkRotatePayload,
} from './campaign.payload.ts';
import type { CampaignService } from './campaign.service.ts';
import { CampaignConnection, EarlyAccessCampaign } from './campaign.type.ts';
import { CampaignListArgs } from './campaign-list.input.ts';

@Resolver()
export class CampaignResolver {
  readonly #campaigns: CampaignService;

  constructor(campaigns: CampaignService) {
    this.#campaigns = campaigns;
  }

  @Authorized(ApiTokenScope.read_campaigns)
  @Query(() => EarlyAccessCampaign, { nullable: true, description: 'A campaign of the shop; null for an unknown id.' })
  campaign(@Ctx() { principal }: AdminContext, @Arg('id', () => ID) id: string): Promise<EarlyAccessCampaign | null> {
    return this.#campaigns.find(principal.shop, id);
  }

  @Authorized(ApiTokenScope.read_campaigns)
  @Query(() => CampaignConnection, { description: 'The campaigns of the shop, without those in the archive.' })
  campaigns(
    @Ctx() { principal }: AdminContext,
    @Args(() => CampaignListArgs) { first, after, ...wish }: CampaignListArgs,
  ): Promise<Page<EarlyAccessCampaign>> {
    return this.#campaigns.list(principal.shop, { first, after }, wish);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => CampaignCreatePayload, { description: 'Makes a campaign and its first secret link.' })
  campaignCreate(
    @Ctx() { principal }: AdminContext,
    @Arg('input', () => CampaignCreateInput) input: CampaignCreateInput,
  ): Promise<CampaignCreatePayload> {
    return this.#campaigns.create(principal.shop, input);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => CampaignUpdatePayload, { description: 'Changes what the input names, and nothing else.' })
  campaignUpdate(
    @Ctx() { principal }: AdminContext,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => CampaignUpdateInput) input: CampaignUpdateInput,
  ): Promise<CampaignUpdatePayload> {
    return this.#campaigns.update(principal, id, input);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => CampaignDeletePayload, { description: 'Deletes a campaign with its codes, links and sign-ups.' })
  campaignDelete(@Ctx() { principal }: AdminContext, @Arg('id', () => ID) id: string): Promise<CampaignDeletePayload> {
    return this.#campaigns.delete(principal.shop, id);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => CampaignDuplicatePayload, {
    description:
      'Makes a draft with the same settings, texts, products and access codes, and with secret links of the same names that lead to it. Nobody is in it: no sign-ups, no passes, no waiting list, nothing counted. Dates that are past are left out, and so are codes and links that were revoked.',
  })
  campaignDuplicate(
    @Ctx() { principal }: AdminContext,
    @Arg('id', () => ID) id: string,
    @Arg('includeGuestList', () => Boolean, {
      defaultValue: false,
      description: 'Whether everybody on the guest list is on that of the copy too.',
    })
    includeGuestList: boolean,
  ): Promise<CampaignDuplicatePayload> {
    return this.#campaigns.duplicate(principal.shop, id, { withGuests: includeGuestList });
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => CampaignActivatePayload, { description: 'The gate opens within the window, to who satisfies it.' })
  campaignActivate(
    @Ctx() { principal }: AdminContext,
    @Arg('id', () => ID) id: string,
  ): Promise<CampaignActivatePayload> {
    return this.#campaigns.activate(principal, id);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => CampaignPausePayload, {
    description: 'The gate opens to nobody, and passes given before open nothing, until it is activated again.',
  })
  campaignPause(@Ctx() { principal }: AdminContext, @Arg('id', () => ID) id: string): Promise<CampaignPausePayload> {
    return this.#campaigns.pause(principal, id);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => CampaignArchivePayload, {
    description:
      'Puts a campaign away: it is paused, its gate says that it has ended, and `campaigns` leaves it out unless asked for the archive. Nothing of it is lost. Once more changes nothing.',
  })
  campaignArchive(
    @Ctx() { principal }: AdminContext,
    @Arg('id', () => ID) id: string,
  ): Promise<CampaignArchivePayload> {
    return this.#campaigns.archive(principal, id);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => CampaignUnarchivePayload, {
    description:
      'Takes a campaign out of the archive, paused: a draft where it never was active. To activate it does the same.',
  })
  campaignUnarchive(
    @Ctx() { principal }: AdminContext,
    @Arg('id', () => ID) id: string,
  ): Promise<CampaignUnarchivePayload> {
    return this.#campaigns.unarchive(principal, id);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => SecretLinkRotatePayload, {
    description:
      'Makes a new secret link in the place of one of the campaign’s, with its name, cap and expiry; it counts anew. The one before leads nowhere, and its passes open nothing.',
  })
  secretLinkRotate(
    @Ctx() { principal }: AdminContext,
    @Arg('campaignId', () => ID) campaignId: string,
    @Arg('linkId', () => ID, { nullable: true, description: 'Which link; without it the first that is not revoked.' })
    linkId?: string,
  ): Promise<SecretLinkRotatePayload> {
    return this.#campaigns.rotateSecretLink(principal.shop, campaignId, linkId);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => CampaignPassesRevokePayload, {
    description:
      'Revokes all passes that the campaign gave until now. Places stay taken; who gets through the gate again has a new pass.',
  })
  campaignPassesRevoke(
    @Ctx() { principal }: AdminContext,
    @Arg('campaignId', () => ID) campaignId: string,
  ): Promise<CampaignPassesRevokePayload> {
    return this.#campaigns.revokePasses(principal, campaignId);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => CampaignOpenToAllPayload, {
    description:
      'Lets in whoever asks, until it is called with `isOpenToAll: false`. By password: whatever is typed opens, and counts as a use of the first access code that is not revoked. By e-mail: every address, without guest list and confirmation. By secret link: also one that has expired or is used up. The window, a pause, the places and what was revoked hold as before.',
  })
  campaignOpenToAll(
    @Ctx() { principal }: AdminContext,
    @Arg('campaignId', () => ID) campaignId: string,
    @Arg('isOpenToAll', () => Boolean, { defaultValue: true }) isOpenToAll: boolean,
  ): Promise<CampaignOpenToAllPayload> {
    return this.#campaigns.setOpenToAll(principal, campaignId, isOpenToAll);
  }
}
