import { type UserError, UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';
import type { CampaignUpdateInput } from './campaign.input.ts';
import { GATE_TEXTS, type GateTextName, LONGEST_GATE_TEXT } from './campaign-texts.ts';
import { changedText, lengthProblems } from './text-length.ts';
import { TrustLevel } from './trust-level.ts';

/** How a campaign's gate decides and looks, beside what it asks for, and what is done about its products meanwhile. */
export interface CampaignSettings {
  readonly capacity: number | null;
  readonly trustLevel: TrustLevel;
  readonly confirmWithinMinutes: number;
  readonly isGuestListOnly: boolean;
  readonly hasWaitingList: boolean;
  readonly showsEmailFirst: boolean;
  readonly hidesProducts: boolean;
  readonly consentText: string | null;
  /** The replaced texts, each name once. */
  readonly texts: readonly { readonly name: string; readonly text: string }[];
  readonly accentColor: string | null;
  readonly pictureUrl: string | null;
  readonly enforcesAtCheckout: boolean;
  readonly mostPiecesPerOrder: number | null;
  readonly checkoutMessage: string | null;
}

/** What of the settings is text and look: the part that a shop may have defaults of. */
export type CampaignLook = Pick<CampaignSettings, 'consentText' | 'texts' | 'accentColor' | 'pictureUrl'>;

/** The settings of a campaign for which the merchant has chosen none. */
export const FIRST_SETTINGS: CampaignSettings = {
  ...{ capacity: null, trustLevel: TrustLevel.INSTANT, confirmWithinMinutes: 1_440 },
  ...{ isGuestListOnly: false, hasWaitingList: false, showsEmailFirst: false, hidesProducts: false },
  ...{ consentText: null, texts: [], accentColor: null, pictureUrl: null },
  ...{ enforcesAtCheckout: false, mostPiecesPerOrder: null, checkoutMessage: null },
};

/** The most that a cap of people may be. */
export const LARGEST_CAP = 10_000_000;

const CONFIRM_MINUTES = { least: 5, most: 43_200 };
const LONGEST_CONSENT_TEXT = 1_000;
const MOST_PIECES = 1_000;
/** Each campaign's words take room in the one metafield of at most 10,000 bytes that checkout reads. */
const LONGEST_CHECKOUT_MESSAGE = 200;
const LONGEST_ADDRESS = 2_000;

/** The settings after a change: what the input leaves out stays, null clears what can be empty. */
export function settingsAfter(before: CampaignSettings, input: Partial<CampaignUpdateInput>): CampaignSettings {
  return {
    capacity: input.capacity === undefined ? before.capacity : input.capacity,
    trustLevel: input.trustLevel ?? before.trustLevel,
    confirmWithinMinutes: input.confirmWithinMinutes ?? before.confirmWithinMinutes,
    isGuestListOnly: input.isGuestListOnly ?? before.isGuestListOnly,
    hasWaitingList: input.hasWaitingList ?? before.hasWaitingList,
    showsEmailFirst: input.showsEmailFirst ?? before.showsEmailFirst,
    hidesProducts: input.hidesProducts ?? before.hidesProducts,
    consentText: changedText(before.consentText, input.consentText),
    texts: textsAfter(before.texts, input.texts),
    accentColor: changedText(before.accentColor, input.accentColor)?.toLowerCase() ?? null,
    pictureUrl: changedText(before.pictureUrl, input.pictureUrl),
    enforcesAtCheckout: input.enforcesAtCheckout ?? before.enforcesAtCheckout,
    mostPiecesPerOrder: input.mostPiecesPerOrder === undefined ? before.mostPiecesPerOrder : input.mostPiecesPerOrder,
    checkoutMessage: changedText(before.checkoutMessage, input.checkoutMessage),
  };
}

/** The columns that hold the settings. */
export function settingsRow({ texts, ...settings }: CampaignSettings) {
  const { capacity, trustLevel, confirmWithinMinutes, isGuestListOnly, hasWaitingList, showsEmailFirst } = settings;
  const { consentText, accentColor, pictureUrl, hidesProducts } = settings;
  const { enforcesAtCheckout, mostPiecesPerOrder, checkoutMessage } = settings;
  return {
    ...{ capacity, trustLevel, confirmWithinMinutes, isGuestListOnly, hasWaitingList, showsEmailFirst },
    ...{ consentText, accentColor, pictureUrl, hidesProducts },
    ...{ enforcesAtCheckout, mostPiecesPerOrder, checkoutMessage },
    texts: Object.fromEntries(texts.map(({ name, text }) => [name, text])),
  };
}

/** What is wrong with the settings, each at its field. */
export function settingsProblems(settings: CampaignSettings): UserError[] {
  return [
    ...capProblems('capacity', settings.capacity),
    ...minutesProblems(settings.confirmWithinMinutes),
    ...lengthProblems('consentText', settings.consentText, LONGEST_CONSENT_TEXT),
    ...settings.texts.flatMap(textProblems),
    ...colorProblems(settings.accentColor),
    ...addressProblems(settings.pictureUrl),
    ...piecesProblems(settings.mostPiecesPerOrder),
    ...lengthProblems('checkoutMessage', settings.checkoutMessage, LONGEST_CHECKOUT_MESSAGE),
  ];
}

/** What is wrong with a cap of people. */
export function capProblems(field: string, cap: number | null): UserError[] {
  if (cap === null || (cap >= 1 && cap <= LARGEST_CAP)) return [];
  const message = `From 1 to ${LARGEST_CAP.toLocaleString('en')}; leave it empty to let in as many as come.`;
  return [userError(['input', field], UserErrorCode.INVALID, message)];
}

function textsAfter(before: CampaignSettings['texts'], input: CampaignUpdateInput['texts']): CampaignSettings['texts'] {
  if (input === undefined) return before;
  const texts = new Map(input === null ? [] : before.map(({ name, text }) => [name, text]));
  for (const { name, text } of input ?? []) texts.set(name, text?.trim() ?? '');
  return [...texts].filter(([, text]) => text !== '').map(([name, text]) => ({ name, text }));
}

function piecesProblems(pieces: number | null): UserError[] {
  if (pieces === null || (pieces >= 1 && pieces <= MOST_PIECES)) return [];
  const message = `From 1 to ${MOST_PIECES.toLocaleString('en')}; leave it empty to sell as many as they like.`;
  return [userError(['input', 'mostPiecesPerOrder'], UserErrorCode.INVALID, message)];
}

function minutesProblems(minutes: number): UserError[] {
  if (minutes >= CONFIRM_MINUTES.least && minutes <= CONFIRM_MINUTES.most) return [];
  const message = 'From 5 minutes to 43,200, which are thirty days.';
  return [userError(['input', 'confirmWithinMinutes'], UserErrorCode.INVALID, message)];
}

function textProblems({ name, text }: CampaignSettings['texts'][number]): UserError[] {
  const path = ['input', 'texts'];
  if (!GATE_TEXTS.includes(name as GateTextName)) {
    return [userError(path, UserErrorCode.INVALID, `The gate’s texts are ${GATE_TEXTS.join(', ')}.`)];
  }
  if (text.length <= LONGEST_GATE_TEXT) return [];
  return [userError(path, UserErrorCode.TOO_LONG, `\`${name}\` may have at most ${LONGEST_GATE_TEXT} characters.`)];
}

function colorProblems(color: string | null): UserError[] {
  if (color === null || /^#[0-9a-f]{6}$/.test(color)) return [];
  const message = 'Write the colour as # and six hexadecimal digits, such as #1a6b54.';
  return [userError(['input', 'accentColor'], UserErrorCode.INVALID, message)];
}

function addressProblems(address: string | null): UserError[] {
  if (address === null) return [];
  if (address.length > LONGEST_ADDRESS) return lengthProblems('pictureUrl', address, LONGEST_ADDRESS);
  const protocol = URL.parse(address)?.protocol;
  if (protocol === 'https:' || protocol === 'http:') return [];
  const message = 'Give the whole address of the picture, beginning with https://.';
  return [userError(['input', 'pictureUrl'], UserErrorCode.INVALID, message)];
}
