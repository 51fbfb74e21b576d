import type { ProductStatus } from '../../../prisma/client/client.ts';
import type { DueUnlisting, UnlistingChange, UnlistingNote, UnlistingRow } from './unlisting.store.ts';
import { nextTryIn } from './unlisting-patience.ts';

/** A call whose answer never came has arrived by then, or never will. */
const LATE_CALL_MS = 60_000;

const SETTLED = { failures: 0, detail: null, dueInMs: null } as const;

/** Before it is hidden: what it has now is what it gets back. */
export function aboutToHide(unlisting: DueUnlisting, found: ProductStatus | null): UnlistingChange {
  const row: UnlistingRow = { ...underWay(unlisting), phase: 'HIDING', statusBefore: found };
  const isNoted = unlisting.phase === 'HIDING' && unlisting.statusBefore === found;
  return { row, entry: isNoted ? null : note('HIDING', found, 'UNLISTED') };
}

/** It is hidden, by us. */
export function hidden({ statusBefore }: DueUnlisting): UnlistingChange {
  return { row: { ...SETTLED, phase: 'HIDDEN', statusBefore }, entry: note('HIDDEN', statusBefore, 'UNLISTED') };
}

/** It was found hidden, by us: as it should be, or as a process left it that did not come to write it down. */
export function foundHidden({ phase, statusBefore }: DueUnlisting): UnlistingChange {
  const entry = phase === 'HIDDEN' ? null : note('HIDDEN', statusBefore, 'UNLISTED', 'It was found so.');
  return { row: { ...SETTLED, phase: 'HIDDEN', statusBefore }, entry };
}

/** Before it is put back. */
export function aboutToShow(unlisting: DueUnlisting): UnlistingChange {
  const { phase, statusBefore } = unlisting;
  const row: UnlistingRow = { ...underWay(unlisting), phase: 'SHOWING', statusBefore };
  return { row, entry: phase === 'SHOWING' ? null : note('SHOWING', 'UNLISTED', statusBefore) };
}

/** It has again what it had before. */
export function shown({ statusBefore }: DueUnlisting): UnlistingChange {
  return { row: null, entry: note('SHOWN', 'UNLISTED', statusBefore) };
}

/** Its status is the merchant's matter, as long as it is wanted hidden. */
export function leftAlone({ phase, statusBefore }: DueUnlisting, found: ProductStatus | null): UnlistingChange {
  const entry = phase === 'LEFT_ALONE' ? null : note('LEFT_ALONE', statusBefore, found);
  return { row: { ...SETTLED, phase: 'LEFT_ALONE', statusBefore }, entry };
}

/** Not hidden, as it seems, and no longer to be: believed only on a second look. */
export function lookedAtAgain(unlisting: DueUnlisting): UnlistingChange {
  const { statusBefore } = unlisting;
  const row: UnlistingRow = { ...underWay(unlisting), phase: 'SHOWING', statusBefore, dueInMs: LATE_CALL_MS };
  return { row, entry: null };
}

/** Nothing is to be done about it any more. */
export function forgotten({ phase, statusBefore }: DueUnlisting, found: ProductStatus | null): UnlistingChange {
  if (statusBefore === null || phase === 'LEFT_ALONE') return { row: null, entry: null };
  if (phase !== 'SHOWING' || found !== statusBefore)
    return { row: null, entry: note('LEFT_ALONE', statusBefore, found) };
  return { row: null, entry: note('SHOWN', 'UNLISTED', found, 'It was found so.') };
}

/** Shopify did not do what was begun; only the first failure in a row stands in the journal. */
export function failed(
  { failures, statusBefore }: DueUnlisting,
  phase: 'HIDING' | 'SHOWING',
  detail: string,
): UnlistingChange {
  const row = { phase, statusBefore, detail, failures: failures + 1, dueInMs: nextTryIn(failures + 1) };
  return { row, entry: failures === 0 ? note('FAILED', statusBefore, null, detail) : null };
}

function underWay({ failures }: DueUnlisting) {
  return { failures, detail: null, dueInMs: 0 };
}

function note(
  event: UnlistingNote['event'],
  ...[statusBefore, statusAfter, detail = null]: [ProductStatus | null, ProductStatus | null, (string | null)?]
): UnlistingNote {
  return { event, statusBefore, statusAfter, detail };
}
