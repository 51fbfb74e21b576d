import { expect, test } from 'vitest';
import { problemOf } from '../integrations/destination.fixture.ts';
import { VendorProblem } from '../integrations/vendor-problem.ts';
import { withPatience } from './vendor-patience.ts';

const NEVER = new Promise<string>(() => null);

test('a vendor that never answers keeps no merchant waiting', async () => {
  expect(await problemOf(withPatience(NEVER, 5))).toMatchObject({ kind: 'UNREACHABLE' });
});

test('an answer in time is the answer, and so is a refusal', async () => {
  expect(await withPatience(Promise.resolve('yes'), 60_000)).toBe('yes');
  const refusal = new VendorProblem('KEY_REFUSED', { detail: 'No.' });
  expect(await problemOf(withPatience(Promise.reject(refusal), 60_000))).toBe(refusal);
});
