import type { VisitorTraits } from '../analytics/visitor-traits.ts';
import type { GateService } from '../gate/gate.service.ts';
import { GateDenied, GateOpened, InvalidInput, result, TooManyAttempts } from '../gate/gate-result.type.ts';
import type { WaitingListJoin } from '../gate/waiting-list.type.ts';
import { attemptOf } from './form-token.ts';
import { notWaiting, type ShownAnswer, shownAnswer } from './hosted-answer.ts';
import type { HostedForm } from './hosted-form.ts';
import type { HostedWording } from './hosted-wording.ts';

/** The doors of the gate that a hosted page knocks at. */
export type HostedGate = Pick<
  GateService,
  'unlockWithPassword' | 'unlockWithEmail' | 'unlockWithSecretLink' | 'confirmWithCode' | 'resendConfirmation'
>;

/** Where somebody who was not let in leaves an address. */
export type JoinWaitingList = (
  input: { campaignId: string; email: string; website: string | null },
  visitor: { visitorAddress: string },
) => Promise<WaitingListJoin>;

/** Where forms are brought to. */
export interface EntryDoors {
  readonly gate: HostedGate;
  readonly joinWaitingList: JoinWaitingList;
}

/** Who posts which form where. */
export interface Entry {
  readonly form: HostedForm;
  readonly campaignId: string;
  readonly secret: string;
  readonly wording: HostedWording;
  readonly visitorAddress: string;
  readonly traits: VisitorTraits;
  /** Address of the page, without the secret. */
  readonly page: string;
}

/** Tries what the form says. A pass of another campaign opens nothing here. */
export async function enter({ gate, joinWaitingList }: EntryDoors, entry: Entry): Promise<GateOpened | ShownAnswer> {
  const { form, wording } = entry;
  if (form.way === 'waiting') return waitWith(joinWaitingList, entry);
  const unlock = await unlockOf(gate, entry);
  if (!(unlock instanceof GateOpened)) return shownAnswer(unlock, form, wording);
  if (unlock.access.campaign.id === entry.campaignId) return unlock;
  return shownAnswer(result(GateDenied, { message: '' }), form, wording);
}

function unlockOf(gate: HostedGate, { form, campaignId, secret, ...entry }: Entry) {
  const { confirmation } = form;
  const attempt = attemptOf(form.token);
  switch (form.way) {
    case 'password':
      return gate.unlockWithPassword(
        { campaignId, password: form.password, attempt },
        entry.visitorAddress,
        entry.traits,
      );
    case 'code':
      return gate.confirmWithCode({ confirmation, code: form.code }, entry.traits);
    case 'resend':
      return gate.resendConfirmation({ confirmation }, entry.visitorAddress);
    case 'email': {
      const { email, acceptsMarketing, consentText, website } = form;
      const language = entry.wording.language.tag;
      const typed = { campaignId, email, acceptsMarketing, consentText, website, language, page: entry.page };
      return gate.unlockWithEmail(typed, entry.visitorAddress, entry.traits);
    }
    default:
      return gate.unlockWithSecretLink({ secretLink: secret, attempt }, entry.traits);
  }
}

async function waitWith(join: JoinWaitingList, entry: Entry): Promise<ShownAnswer> {
  const { form, campaignId, wording, visitorAddress } = entry;
  const { email, website } = form;
  const joined = await join({ campaignId, email, website: website || null }, { visitorAddress });
  if (joined instanceof TooManyAttempts) return shownAnswer(joined, form, wording);
  const isInvalid = joined instanceof InvalidInput;
  if (isInvalid || joined instanceof GateDenied) return notWaiting(form, wording, isInvalid);
  return { code: 200, answer: { kind: 'waiting' } };
}
