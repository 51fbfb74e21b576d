import { expect, test } from 'vitest';
import { problemsOf, type Rush, runRush } from './claims.measurement.ts';

test('of a thousand people who come at once to two processes fifty get in, and everybody has an answer', async () => {
  const rush: Rush = { people: 1_000, places: 50, processes: 2 };
  const outcome = await runRush(rush);

  expect(problemsOf(rush, outcome)).toEqual([]);
  expect(outcome.visits.filter(({ kind }) => kind === 'nothing')).toEqual([]);
});
