import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { HappeningRecorder } from '../analytics/happening-book.ts';
import type { Visit } from '../analytics/traffic-source.ts';
import { cameFrom } from '../analytics/visitor-traits.ts';
import type { CampaignReader } from '../campaign/campaign.reader.ts';
import {
  GateConfirmationResendInput,
  GateConfirmCodeInput,
  GateConfirmLinkInput,
  GateEmailInput,
  GatePasswordInput,
  GateSecretLinkInput,
  HappeningRecordInput,
  ViewRecordInput,
} from './gate.input.ts';
import type { GateService } from './gate.service.ts';
import { GateCampaign, gateCampaignOf } from './gate-campaign.type.ts';
import { invalidInput } from './gate-input.check.ts';
import {
  type GateUnlock,
  GateUnlockResult,
  HappeningRecordResult,
  HappeningsRecorded,
  type InvalidInput,
  result,
  ViewRecorded,
  ViewRecordResult,
} from './gate-result.type.ts';
import type { PublicContext } from './visitor.ts';

/** The most that one `happeningRecord` may tell. */
const MOST_HAPPENINGS = 20;

const NO_CAMPAIGN = invalidInput([{ field: 'campaignId', message: 'There is no campaign with this id.' }]);
const WRONG_LENGTH = invalidInput([{ field: 'happenings', message: `Tell from 1 to ${MOST_HAPPENINGS} happenings.` }]);

/** An e-mail form tells the page's address for its consent as well. */
function visitOf(input: { source?: string | null; page?: string | null; referrer?: string | null }): Visit {
  return { page: input.source ?? input.page, referrer: input.referrer };
}

@Resolver()
export class GateResolver {
  readonly #campaigns: CampaignReader;
  readonly #gate: GateService;
  readonly #record: HappeningRecorder;

  constructor(campaigns: CampaignReader, gate: GateService, record: HappeningRecorder) {
    this.#campaigns = campaigns;
    this.#gate = gate;
    this.#record = record;
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
    @Arg('input', () => ViewRecordInput) input: ViewRecordInput,
    @Ctx() { visitorAddress, browser, traits }: PublicContext,
  ): Promise<ViewRecorded | InvalidInput> {
    const campaign = await this.#campaigns.byId(input.campaignId);
    if (!campaign) return NO_CAMPAIGN;
    const { shop, id: campaignId } = campaign;
    const visitor = { traits: cameFrom(traits, visitOf(input)), who: `${visitorAddress} ${browser}` };
    const view = { shop, campaignId, at: new Date(), ...visitor };
    const shown = input.isGateShown ? [{ ...view, who: undefined, kind: 'GATE_SHOWN' as const }] : [];
    await this.#record([{ ...view, kind: 'VIEW' }, ...shown]);
    return result(ViewRecorded, { campaignId });
  }

  @Mutation(() => HappeningRecordResult, {
    description: 'Counts what only the page can tell. It changes nothing else, and nothing waits for it.',
  })
  async happeningRecord(
    @Arg('input', () => HappeningRecordInput) input: HappeningRecordInput,
    @Ctx() context: PublicContext,
  ): Promise<HappeningsRecorded | InvalidInput> {
    const { length } = input.happenings;
    if (length < 1 || length > MOST_HAPPENINGS) return WRONG_LENGTH;
    const campaign = await this.#campaigns.byId(input.campaignId);
    if (!campaign) return NO_CAMPAIGN;
    const { shop, id: campaignId } = campaign;
    const traits = cameFrom(context.traits, visitOf(input));
    const at = new Date();
    await this.#record(input.happenings.map((kind) => ({ shop, campaignId, at, kind, traits })));
    return result(HappeningsRecorded, { campaignId });
  }

  @Mutation(() => GateUnlockResult, { description: 'Opens a gate of type PASSWORD or PASSWORD_OR_EMAIL.' })
  gateUnlockWithPassword(
    @Arg('input', () => GatePasswordInput) input: GatePasswordInput,
    @Ctx() { visitorAddress, traits }: PublicContext,
  ): Promise<GateUnlock> {
    return this.#gate.unlockWithPassword(input, visitorAddress, cameFrom(traits, visitOf(input)));
  }

  @Mutation(() => GateUnlockResult, {
    description: 'Signs up, and opens a gate of type EMAIL_SIGNUP or PASSWORD_OR_EMAIL.',
  })
  gateUnlockWithEmail(
    @Arg('input', () => GateEmailInput) input: GateEmailInput,
    @Ctx() { visitorAddress, traits }: PublicContext,
  ): Promise<GateUnlock> {
    return this.#gate.unlockWithEmail(input, visitorAddress, cameFrom(traits, visitOf(input)));
  }

  @Mutation(() => GateUnlockResult, { description: 'Opens a gate of type SECRET_LINK.' })
  gateUnlockWithSecretLink(
    @Arg('input', () => GateSecretLinkInput) input: GateSecretLinkInput,
    @Ctx() { traits }: PublicContext,
  ): Promise<GateUnlock> {
    return this.#gate.unlockWithSecretLink(input, cameFrom(traits, visitOf(input)));
  }

  @Mutation(() => GateUnlockResult, { description: 'Proves an address by the code from the mail, and opens.' })
  gateConfirmWithCode(
    @Arg('input', () => GateConfirmCodeInput) input: GateConfirmCodeInput,
    @Ctx() { traits }: PublicContext,
  ): Promise<GateUnlock> {
    return this.#gate.confirmWithCode(input, traits);
  }

  @Mutation(() => GateUnlockResult, {
    description: 'Proves an address by the link from the mail, on whatever device, and opens there.',
  })
  gateConfirmWithLink(
    @Arg('input', () => GateConfirmLinkInput) input: GateConfirmLinkInput,
    @Ctx() { traits }: PublicContext,
  ): Promise<GateUnlock> {
    return this.#gate.confirmWithLink(input, traits);
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
