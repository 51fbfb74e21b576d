import { texts } from '../../texts/texts.ts';
import { clockChangeAt } from '../../zoned-time.ts';
import type { CampaignDraft } from './campaign-draft.ts';
import { limitOf, minutesOf } from './typed-number.ts';

/** What cannot be sent as it is typed, by field; everything else the API judges when it is saved. */
export function draftProblems(draft: CampaignDraft, zone: string): Readonly<Record<string, string>> {
  const { startsAt, endsAt, capacity, trustLevel, confirmWithin, enforcesAtCheckout, mostPiecesPerOrder } = draft;
  return {
    ...(clockChangeAt(startsAt, zone) === 'skipped' && { startsAt: texts.window.skipped }),
    ...(clockChangeAt(endsAt, zone) === 'skipped' && { endsAt: texts.window.skipped }),
    ...(Number.isNaN(limitOf(capacity)) && { capacity: texts.problem.notWhole }),
    ...(enforcesAtCheckout &&
      Number.isNaN(limitOf(mostPiecesPerOrder)) && { mostPiecesPerOrder: texts.problem.notWhole }),
    ...(trustLevel === 'CONFIRM_LATER' &&
      Number.isNaN(minutesOf(confirmWithin)) && { confirmWithinMinutes: texts.problem.notWhole }),
  };
}

/** What to say below a time that the shop's clocks show twice; undefined for any other. */
export function clockNote(field: string, zone: string): string | undefined {
  return clockChangeAt(field, zone) === 'repeated' ? texts.window.repeated : undefined;
}
