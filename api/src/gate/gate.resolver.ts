import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { ViewRecorder } from '../analytics/view.recorder.ts';
import type { CampaignReader } from '../campaign/campaign.reader.ts';
import {
  GateConfirmationResendInput,
  GateConfirmCodeInput,
  GateConfirmLinkInput,
  GateEmailInput,
  GatePasswordInput,
  GateSecretLinkInput,
  ViewRecordInput,
} from './gate.input.ts';
import type { GateService } from './gate.service.ts';
import { GateCampaign, gateCampaignOf } from './gate-campaign.type.ts';
import { invalidInput } from './gate-input.check.ts';
import {
  type GateUnlock,
  GateUnlockResult,
  type InvalidInput,
  result,
  ViewRecorded,
  ViewRecordResult,
} from './gate-result.type.ts';
import type { PublicContext } from './visitor.ts';

@Resolver()
export class GateResolver {
  readonly #campaigns: CampaignReader;
  readonly #gate: GateService;
  readonly #recordView: ViewRecorder;

  constructor(campaigns: CampaignReader, gate: GateService, recordView: ViewRecorder) {
    this.#campaigns = campaigns;
    this.#gate = gate;
    this.#recordView = recordView;
  }

  @Query(() => GateCampaign, {
    nullable: true,
    description:
      'What a visitor may know before the gate. By id (widget) or by secret link (hosted page); null when there is none.',
  })
  async campaign(
    @Arg('id', () => ID, { nullable: true }) id?: string,
    @Arg('secretLink', () => String, { nullable: true }) secretLink?: string,
  ): Promise<GateCampaign | null> {
    const campaign = secretLink
      ? ((await this.#campaigns.bySecretLink(secretLink))?.campaign ?? null)
      : await this.#campaigns.byId(id ?? '');
    return campaign && gateCampaignOf(campaign);
  }

  @Mutation(() => ViewRecordResult, { description: 'Counts that the gate was shown to a visitor.' })
  async viewRecord(
    @Arg('input', () => ViewRecordInput) { campaignId }: ViewRecordInput,
  ): Promise<ViewRecorded | InvalidInput> {
    const campaign = await this.#campaigns.byId(campaignId);
    if (!campaign) return invalidInput([{ field: 'campaignId', message: 'There is no campaign with this id.' }]);
    await this.#recordView({ shop: campaign.shop, campaignId: campaign.id });
    return result(ViewRecorded, { campaignId: campaign.id });
  }

  @Mutation(() => GateUnlockResult, { description: 'Opens a gate of type PASSWORD or PASSWORD_OR_EMAIL.' })
  gateUnlockWithPassword(
    @Arg('input', () => GatePasswordInput) input: GatePasswordInput,
    @Ctx() { visitorAddress }: PublicContext,
  ): Promise<GateUnlock> {
    return this.#gate.unlockWithPassword(input, visitorAddress);
  }

  @Mutation(() => GateUnlockResult, {
    description: 'Signs up, and opens a gate of type EMAIL_SIGNUP or PASSWORD_OR_EMAIL.',
  })
  gateUnlockWithEmail(
    @Arg('input', () => GateEmailInput) input: GateEmailInput,
    @Ctx() { visitorAddress }: PublicContext,
  ): Promise<GateUnlock> {
    return this.#gate.unlockWithEmail(input, visitorAddress);
  }

  @Mutation(() => GateUnlockResult, { description: 'Opens a gate of type SECRET_LINK.' })
  gateUnlockWithSecretLink(@Arg('input', () => GateSecretLinkInput) input: GateSecretLinkInput): Promise<GateUnlock> {
    return this.#gate.unlockWithSecretLink(input);
  }

  @Mutation(() => GateUnlockResult, { description: 'Proves an address by the code from the mail, and opens.' })
  gateConfirmWithCode(@Arg('input', () => GateConfirmCodeInput) input: GateConfirmCodeInput): Promise<GateUnlock> {
    return this.#gate.confirmWithCode(input);
  }

  @Mutation(() => GateUnlockResult, {
    description: 'Proves an address by the link from the mail, on whatever device, and opens there.',
  })
  gateConfirmWithLink(@Arg('input', () => GateConfirmLinkInput) input: GateConfirmLinkInput): Promise<GateUnlock> {
    return this.#gate.confirmWithLink(input);
  }

  @Mutation(() => GateUnlockResult, {
    description: 'Sends the mail again: ConfirmationRequired, or TooManyAttempts when it is too soon.',
  })
  gateConfirmationResend(
    @Arg('input', () => GateConfirmationResendInput) input: GateConfirmationResendInput,
    @Ctx() { visitorAddress }: PublicContext,
  ): Promise<GateUnlock> {
    return this.#gate.resendConfirmation(input, visitorAddress);
  }
}
