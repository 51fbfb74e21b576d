import { expect, test } from 'vitest';
import { nextTryIn } from './unlisting-patience.ts';
import { nextStep, type ProductSituation, type UnlistingStep } from './unlisting-step.ts';

type Row = [name: string, situation: ProductSituation, step: UnlistingStep];

const wanted = (
  phase: ProductSituation['phase'],
  statusBefore: ProductSituation['statusBefore'],
  found: ProductSituation['found'],
): ProductSituation => ({ isWanted: true, phase, statusBefore, found });
const unwanted: typeof wanted = (...situation) => ({ ...wanted(...situation), isWanted: false });

test.each<Row>([
  ['a public product is hidden', wanted('PLANNED', null, 'ACTIVE'), 'HIDE'],
  ['a draft is never touched', wanted('PLANNED', null, 'DRAFT'), 'LEAVE'],
  ['an archived product is never touched', wanted('PLANNED', null, 'ARCHIVED'), 'LEAVE'],
  ['a product that the merchant unlisted is theirs', wanted('PLANNED', null, 'UNLISTED'), 'LEAVE'],
  ['a product that is gone is left', wanted('PLANNED', null, null), 'LEAVE'],
  ['a product that was published since is hidden', wanted('LEFT_ALONE', null, 'ACTIVE'), 'HIDE'],
  ['after a death before the call it is made', wanted('HIDING', 'ACTIVE', 'ACTIVE'), 'HIDE'],
  ['after a death after the call it is not made again', wanted('HIDING', 'ACTIVE', 'UNLISTED'), 'KEEP'],
  ['what is hidden stays so', wanted('HIDDEN', 'ACTIVE', 'UNLISTED'), 'KEEP'],
  ['what the merchant made public stays public', wanted('HIDDEN', 'ACTIVE', 'ACTIVE'), 'LEAVE'],
  ['and also when it is looked at again', wanted('LEFT_ALONE', 'ACTIVE', 'ACTIVE'), 'LEAVE'],
  ['what the merchant hid again is theirs', wanted('LEFT_ALONE', 'ACTIVE', 'UNLISTED'), 'LEAVE'],
  ['what was to be put back and is wanted again stays hidden', wanted('SHOWING', 'ACTIVE', 'UNLISTED'), 'KEEP'],
  ['what was put back and is wanted again is hidden again', wanted('SHOWING', 'ACTIVE', 'ACTIVE'), 'HIDE'],
  ['what we hid is put back', unwanted('HIDDEN', 'ACTIVE', 'UNLISTED'), 'SHOW'],
  ['also after a death in the middle of hiding it', unwanted('HIDING', 'ACTIVE', 'UNLISTED'), 'SHOW'],
  ['also after a death in the middle of putting it back', unwanted('SHOWING', 'ACTIVE', 'UNLISTED'), 'SHOW'],
  ['a call to hide that never arrived may still arrive', unwanted('HIDING', 'ACTIVE', 'ACTIVE'), 'LOOK_AGAIN'],
  ['what is back is forgotten', unwanted('SHOWING', 'ACTIVE', 'ACTIVE'), 'FORGET'],
  ['what the merchant made public is not written over', unwanted('HIDDEN', 'ACTIVE', 'ACTIVE'), 'FORGET'],
  ['what the merchant archived is not written over', unwanted('HIDDEN', 'ACTIVE', 'ARCHIVED'), 'FORGET'],
  ['what is gone is forgotten', unwanted('HIDDEN', 'ACTIVE', null), 'FORGET'],
  ['what was only planned is forgotten', unwanted('PLANNED', null, 'UNLISTED'), 'FORGET'],
  ['what was left alone is not put back', unwanted('LEFT_ALONE', 'ACTIVE', 'UNLISTED'), 'FORGET'],
])('%s', (_name, situation, step) => {
  expect(nextStep(situation)).toBe(step);
});

test('the wait after failures grows from seconds to five minutes, and is never the same for two shops', () => {
  expect([1, 2, 3, 20].map((failures) => nextTryIn(failures, () => 1))).toEqual([5_000, 10_000, 20_000, 300_000]);
  expect(nextTryIn(20, () => 0)).toBe(150_000);
  expect(new Set(Array.from({ length: 20 }, () => nextTryIn(9))).size).toBeGreaterThan(1);
});
