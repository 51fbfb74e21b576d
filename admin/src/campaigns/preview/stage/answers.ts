import type { GateWay } from '../../../gql/graphql.ts';
import type { ShownGate } from '../shown-gate.ts';

/** What the gate asks with, beside the document: `input` where something is tried. */
export interface GateQuestion {
  input?: Readonly<Record<string, unknown>>;
}

type Entry = ShownGate['entries'][number];

const minuteMs = 60_000;
/** As long as the gate's own limit on guesses. */
const tooManyMs = 10 * minuteMs;
const codeLastsMs = 30 * minuteMs;

const after = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

/**
 * What the public API would answer the gate, whatever it asks: each document takes from it what it selects, under the gate's own names.
 * What comes of a try was decided by the API already, in `entries`.
 */
export function answerTo({ input }: GateQuestion, shown: ShownGate): object {
  const { gate, act, way } = shown;
  return {
    campaign: gate,
    linked: way === 'LINK' && act === 'enter' ? gate : null,
    access: null,
    unlock: input ? outcomeOf(input, shown) : null,
    join: { __typename: 'WaitingListJoined' },
    viewRecord: { __typename: 'ViewRecorded' },
    happeningRecord: { __typename: 'HappeningsRecorded' },
  };
}

function outcomeOf(input: NonNullable<GateQuestion['input']>, shown: ShownGate): object {
  const { act, gate, entries } = shown;
  if (act === 'enterTooOften') return { __typename: 'TooManyAttempts', retryAt: after(gate.serverTime, tooManyMs) };
  if (act === 'enterWrong') return { __typename: 'GateDenied' };
  const entry = entries.find(({ way }) => way === wayOf(input));
  if (!entry) return { __typename: 'GateDenied' };
  // The code out of the mail was typed: nothing is left to confirm.
  if ('code' in input) return opened(shown, { ...entry, confirmBy: null });
  return afterEntry(entry, shown);
}

function wayOf(input: NonNullable<GateQuestion['input']>): GateWay {
  if ('password' in input) return 'PASSWORD';
  return 'secretLink' in input ? 'LINK' : 'EMAIL';
}

function afterEntry(entry: Entry, shown: ShownGate): object {
  const { status, startsAt, serverTime } = shown.gate;
  switch (entry.verdict) {
    case 'OPEN':
      return opened(shown, entry);
    case 'CONFIRM':
      return {
        __typename: 'ConfirmationRequired',
        handle: 'preview',
        resendAt: after(serverTime, minuteMs),
        expiresAt: after(serverTime, codeLastsMs),
      };
    case 'NOT_OPEN':
      return { __typename: 'CampaignNotOpen', status, startsAt, serverTime };
    case 'FULL':
      return { __typename: 'CampaignFull' };
    case 'DENIED':
      return { __typename: 'GateDenied' };
  }
}

function opened({ gate, products }: ShownGate, { expiresAt, confirmBy = null }: Entry): object {
  return {
    __typename: 'GateOpened',
    pass: 'preview',
    expiresAt,
    confirmBy,
    confirmation: confirmBy === null ? null : 'preview',
    access: { campaign: gate, expiresAt, products },
  };
}
