import { CampaignStatus } from '../campaign/campaign-status.ts';
import {
  CampaignFull,
  CampaignNotOpen,
  ConfirmationRequired,
  type GateOpened,
  type GateUnlock,
  InvalidInput,
  TooManyAttempts,
} from '../gate/gate-result.type.ts';
import { retryAfterSeconds } from '../platform/unavailable.ts';
import type { HostedAnswer, RefusalReason } from './gate-face.ts';
import type { HostedForm, Way } from './hosted-form.ts';
import type { HostedWording } from './hosted-wording.ts';

/** What a page shows after a post that did not open the gate. */
export interface ShownAnswer {
  /** The HTTP status. */
  readonly code: number;
  readonly answer: HostedAnswer | null;
  /** Set where the gate said how the campaign stands now. */
  readonly status?: CampaignStatus;
  /** When the same may be sent again. */
  readonly retryAt?: Date;
  /** The very same form may be sent again: nothing of it was looked at, or what came of it was lost. */
  readonly isUnanswered?: true;
}

/** The gate's answer, as the page shows it. */
export function shownAnswer(
  unlock: Exclude<GateUnlock, GateOpened>,
  form: HostedForm,
  wording: HostedWording,
): ShownAnswer {
  if (unlock instanceof ConfirmationRequired) {
    const sentence = form.way === 'resend' ? wording.say('resent') : '';
    return { code: 200, answer: { kind: 'confirm', confirmation: unlock.confirmation, sentence, isWrong: false } };
  }
  if (unlock instanceof CampaignNotOpen) return { code: 403, answer: null, status: unlock.status };
  if (unlock instanceof CampaignFull) return { code: 403, answer: null, status: CampaignStatus.FULL };
  if (unlock instanceof TooManyAttempts) return tooMany(unlock.retryAt, form, wording);
  if (unlock instanceof InvalidInput)
    return { code: 422, answer: refused(form, invalidSentence(form, wording), 'INVALID') };
  return { code: 403, answer: refused(form, deniedSentence(form.way, wording), 'DENIED') };
}

/** The form was too old, or not ours: nothing was tried. */
export function sendAgain(form: HostedForm, wording: HostedWording): ShownAnswer {
  return { code: 403, answer: refused(form, wording.say('again'), 'LATER') };
}

/** We were too busy, or something that we need was out of reach. */
export function comeAgain(form: HostedForm, wording: HostedWording): ShownAnswer {
  const retryAt = new Date(Date.now() + retryAfterSeconds() * 1_000);
  return { code: 503, retryAt, isUnanswered: true, answer: refused(form, wording.say('crowded'), 'LATER') };
}

/** The waiting list could not be joined with what was entered. */
export function notWaiting(form: HostedForm, wording: HostedWording, isInvalid: boolean): ShownAnswer {
  const sentence = wording.say(isInvalid ? 'invalidEmail' : 'denied');
  return { code: isInvalid ? 422 : 403, answer: refused(form, sentence, isInvalid ? 'INVALID' : 'DENIED') };
}

function tooMany(retryAt: Date, form: HostedForm, wording: HostedWording): ShownAnswer {
  const sentence = wording.say('tooMany', { time: wording.timeOfDay(retryAt) });
  return { code: 429, retryAt, answer: refused(form, sentence, 'LATER') };
}

/** Under the code's form the handle stays, so that the code can be entered anew. */
function refused(form: HostedForm, sentence: string, reason: RefusalReason): HostedAnswer {
  const { way, confirmation } = form;
  const isProof = (way === 'code' || way === 'resend') && confirmation !== '';
  if (isProof) return { kind: 'confirm', confirmation, sentence, isWrong: reason !== 'LATER' };
  return { kind: 'refused', way, sentence, reason };
}

function invalidSentence({ way, password }: HostedForm, wording: HostedWording): string {
  if (way !== 'password') return wording.say('invalidEmail');
  return wording.say(password.trim() === '' ? 'emptyPassword' : 'longPassword');
}

function deniedSentence(way: Way, wording: HostedWording): string {
  if (way === 'link') return wording.replaced('denied') ?? wording.say('linkDenied');
  return way === 'code' || way === 'resend' ? wording.say('codeDenied') : wording.say('denied');
}
