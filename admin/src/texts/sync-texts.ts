import type { Destination, ReceiptEvent, ReceiptReason, ReceiptState } from '../gql/graphql.ts';
import { audience, signups, vendor } from './connection-texts.ts';

const some = (count: number, unit: string): string => (count === 1 ? `1 ${unit}` : `${count} ${unit}s`);

/** How long something has been so, in the largest unit that fits; `ms` in milliseconds. */
function span(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return some(minutes, 'minute');
  if (minutes < 60 * 24) return some(Math.floor(minutes / 60), 'hour');
  return some(Math.floor(minutes / 60 / 24), 'day');
}

/** What a merchant reads about the way of sign-ups to Klaviyo and Omnisend. */
export const syncTexts = {
  sync: {
    title: 'Brought to Klaviyo and Omnisend',
    heading: (to: Destination, name: string | undefined) =>
      name === undefined ? vendor[to] : `${vendor[to]}: ${name}`,
    nothing: 'Nobody to bring yet. Sign-ups appear here as they come in.',
    state: {
      onList: { KLAVIYO: 'on the list', OMNISEND: 'with the tag' },
      awaitingConfirmation: 'yet to confirm',
      accepted: 'accepted, not seen there yet',
      sending: 'being sent',
      waiting: 'waiting',
      skipped: 'left out',
      failed: 'failed',
      parked: 'set aside',
    },
    stateHelp: {
      onList: {
        KLAVIYO: 'Klaviyo showed them on the list.',
        OMNISEND: 'Omnisend showed them with the tag.',
      },
      awaitingConfirmation: 'Klaviyo mailed them, and they haven’t clicked its link yet.',
      accepted: 'They are looked for there within the hour.',
    },
    waitingFor: (ms: number) => `The first for ${span(ms)}.`,
    reason: {
      NO_CONSENT: (who) => `${who} didn’t agree to e-mails.`,
      UNSUBSCRIBED: (who, to) => `${who} unsubscribed at ${vendor[to]}. Only their own fresh consent brings them back.`,
      SUPPRESSED: (who, to) =>
        `${who} can’t be mailed: ${vendor[to]} has stopped it after a bounce, a spam report or by hand.`,
      ADDRESS_REFUSED: (who, to) => `${who} gave an address that ${vendor[to]} refuses. Sending it again doesn’t help.`,
      VENDOR_REFUSED: (who, to) => `${vendor[to]} refused ${who}. Their history in the list below says why.`,
      NOT_SEEN: (who, to) =>
        `${vendor[to]} had accepted ${who} who ${to === 'KLAVIYO' ? 'aren’t on the list' : 'don’t have the tag'}. Send them again.`,
      AUDIENCE_GONE: (who, to) =>
        `The ${audience[to]} was gone for ${who}. Choose another one above, save, and send them again.`,
      UNREACHABLE: (who, to) => `${vendor[to]} didn’t answer for three days for ${who}. Send them again once it does.`,
      THROTTLED: (who, to) => `${vendor[to]} had no room for ${who} for three days. Send them again at a quieter hour.`,
    } satisfies Record<ReceiptReason, (who: string, to: Destination) => string>,
    sendAgain: 'Send again',
    sendAllAgain: 'Send all of them again',
    sendAgainLabel: (reason: string) => `Send again: ${reason}`,
    sentAgain: (count: number, formatted: string) =>
      count === 0 ? 'There was nothing to send again' : `${signups(count, formatted)} will be sent again`,
    unsent: (to: Destination, count: number, formatted: string) =>
      to === 'KLAVIYO'
        ? `${count === 1 ? '1 earlier sign-up is' : `${formatted} earlier sign-ups are`} not on this list.`
        : `${count === 1 ? '1 earlier sign-up doesn’t' : `${formatted} earlier sign-ups don’t`} have this tag.`,
    unsentHelp:
      'They came before it was chosen or connected. Who unsubscribed is left out, and so is who didn’t agree to e-mails, unless your settings say otherwise.',
    backfill: (to: Destination) => `Send them to ${vendor[to]}`,
    backfilling: (count: number, formatted: string) => `${signups(count, formatted)} will be sent`,
    progress: (done: string, all: string) => `${done} of ${all} done`,
    lastAnswer: (to: Destination, answer: string, time: string) => `Last answer of ${vendor[to]}: ${answer}, ${time}`,
    notConnected: (to: Destination) => `${vendor[to]} isn’t connected, so that nothing is sent.`,
    toSettings: 'Open settings',
  },
  history: {
    column: 'Klaviyo and Omnisend',
    show: 'History',
    showLabel: (email: string) => `History of ${email}`,
    title: 'At Klaviyo and Omnisend',
    intro: (email: string, time: string) => `${email} signed up on ${time}.`,
    badge: {
      WAITING: 'waiting',
      SENDING: 'being sent',
      ACCEPTED: 'accepted',
      AWAITING_CONFIRMATION: 'to confirm',
      ON_LIST: { KLAVIYO: 'on the list', OMNISEND: 'with the tag' },
      SKIPPED: 'left out',
      FAILED: 'failed',
      PARKED: 'set aside',
    },
    badgeOf: (to: Destination, state: string) => `${vendor[to]}: ${state}`,
    skipped: {
      NO_CONSENT: 'no consent',
      UNSUBSCRIBED: 'unsubscribed',
      SUPPRESSED: 'suppressed',
    },
    nothing:
      'This sign-up isn’t on its way to Klaviyo or Omnisend: the campaign names no list or tag, or it came before that.',
    now: {
      WAITING: (to) => `The sign-up waits to be sent to ${vendor[to]}.`,
      SENDING: (to) => `The sign-up is being sent to ${vendor[to]}.`,
      ACCEPTED: (to) => `${vendor[to]} has accepted the sign-up. Whether it arrived is looked up within the hour.`,
      AWAITING_CONFIRMATION: (to) => `${vendor[to]} has mailed this person, who hasn’t clicked the link yet.`,
      ON_LIST: (to) => (to === 'KLAVIYO' ? 'The sign-up is on the list.' : 'The sign-up has the tag.'),
      SKIPPED: () => 'The sign-up is left out.',
      FAILED: () => 'The sign-up failed, and isn’t tried again by itself.',
      PARKED: () => 'The sign-up was tried for three days and is set aside.',
    } satisfies Record<ReceiptState, (to: Destination) => string>,
    event: {
      PLANNED: (to) => `Put down for ${vendor[to]}`,
      SENT: (to) => `Sent to ${vendor[to]}`,
      ACCEPTED: (to) => `${vendor[to]} accepted it`,
      SEEN: (to) => (to === 'KLAVIYO' ? 'Seen on the list' : 'Seen with the tag'),
      AWAITING: (to) => `${vendor[to]} asked for a click in its e-mail`,
      NOT_SEEN: (to) =>
        to === 'KLAVIYO' ? 'Looked for on the list, and not there' : 'Looked for with the tag, and not there',
      SKIPPED: () => 'Left out',
      REFUSED: (to) => `${vendor[to]} refused it`,
      FAILED: () => 'It failed',
      RETRIED: () => 'Put down to be sent again',
      PARKED: () => 'Set aside after three days',
    } satisfies Record<ReceiptEvent, (to: Destination) => string>,
    one: {
      NO_CONSENT: () => 'They didn’t agree to e-mails.',
      UNSUBSCRIBED: (to) => `They unsubscribed at ${vendor[to]}. Only their own fresh consent brings them back.`,
      SUPPRESSED: (to) => `${vendor[to]} mails them no more, after a bounce, a spam report or by hand.`,
      ADDRESS_REFUSED: (to) => `${vendor[to]} refuses the address. Sending again doesn’t help.`,
      VENDOR_REFUSED: (to) => `${vendor[to]} refused this person.`,
      NOT_SEEN: (to) =>
        `${vendor[to]} had accepted it, but it isn’t ${to === 'KLAVIYO' ? 'on the list' : 'with the tag'}.`,
      AUDIENCE_GONE: (to) => `The ${audience[to]} is gone. Choose another for the campaign, and send again.`,
      UNREACHABLE: (to) => `${vendor[to]} couldn’t be reached.`,
      THROTTLED: (to) => `${vendor[to]} asked to wait.`,
    } satisfies Record<ReceiptReason, (to: Destination) => string>,
    next: (time: string) => `Next look: ${time}.`,
    contact: (id: string) => `Contact ${id}`,
    said: (to: Destination, words: string) => `${vendor[to]}’s words: ${words}`,
    done: 'Close',
    sendAgainLabel: (to: Destination) => `Send again to ${vendor[to]}`,
  },
  erasure: {
    KLAVIYO: 'Klaviyo is asked to delete the whole profile, with all that it knows of this person.',
    OMNISEND:
      'Omnisend has no deletion for apps: the tag is taken off there. To erase the contact itself, delete it in Omnisend.',
  },
} as const;
