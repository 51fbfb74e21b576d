import { fromZonedField } from '../../zoned-time.ts';
import type { PickedItem } from '../picker/picked-item.ts';
import { asksForPassword, type CampaignDraft } from './campaign-draft.ts';
import { gateTextNames } from './gate-text-names.ts';
import { limitOf, minutesOf } from './typed-number.ts';

const idsOf = (items: readonly PickedItem[]): string[] => items.map(({ id }) => id);

/** The draft as the API's input. An emptied field is sent as null; a password is sent only where one can be typed. */
export function inputOf(draft: CampaignDraft, zone: string) {
  return {
    name: draft.name,
    description: draft.description || null,
    accessType: draft.accessType,
    ...(asksForPassword(draft.accessType) && { password: draft.password }),
    productIds: idsOf(draft.products),
    collectionIds: idsOf(draft.collections),
    klaviyoListId: draft.klaviyoListId || null,
    omnisendListId: draft.omnisendListId || null,
    startsAt: fromZonedField(draft.startsAt, zone),
    endsAt: fromZonedField(draft.endsAt, zone),
    ...gateSettings(draft),
  };
}

function gateSettings(draft: CampaignDraft) {
  const { trustLevel, isGuestListOnly, hasWaitingList, showsEmailFirst, hidesProducts, enforcesAtCheckout } = draft;
  return {
    ...{ trustLevel, isGuestListOnly, hasWaitingList, showsEmailFirst, hidesProducts, enforcesAtCheckout },
    mostPiecesPerOrder: limitOf(draft.mostPiecesPerOrder),
    checkoutMessage: draft.checkoutMessage || null,
    capacity: limitOf(draft.capacity),
    confirmWithinMinutes: minutesOf(draft.confirmWithin),
    consentText: draft.consentText || null,
    accentColor: draft.accentColor || null,
    pictureUrl: draft.pictureUrl || null,
    // A text left out would stay as it is: an emptied one is given back to the widget by name.
    texts: gateTextNames.map((name) => ({ name, text: draft.texts[name] || null })),
  };
}

/**
 * What saving the draft changes, and nothing else: what others changed meanwhile stays, and so does an instant that the
 * shop's clocks show twice.
 */
export function changesOf(
  draft: CampaignDraft,
  saved: CampaignDraft,
  zone: string,
): Partial<ReturnType<typeof inputOf>> {
  const before = new Map<string, unknown>(Object.entries(inputOf(saved, zone)));
  const changed = Object.entries(inputOf(draft, zone)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name)),
  );
  return Object.fromEntries(changed);
}

/** Whether saving the one would store the same as saving the other. */
export function saysTheSame(one: CampaignDraft, other: CampaignDraft): boolean {
  // Numbers are compared as typed: half a number is no input yet, but nothing that may be forgotten.
  const said = (draft: CampaignDraft) =>
    JSON.stringify([inputOf(draft, 'UTC'), draft.capacity, draft.confirmWithin, draft.mostPiecesPerOrder]);
  return said(one) === said(other);
}
