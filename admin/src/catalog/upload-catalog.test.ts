import { expect, test } from 'vitest';
import { uploadOutcome } from './upload-catalog.ts';

const report = { products: 1, variants: 2, collections: 0, rows: 2, problemCount: 0, problems: [] };

test('an accepted file is answered with what it brought', () => {
  expect(uploadOutcome(200, JSON.stringify(report))).toEqual({ kind: 'done', report });
});

test.each([
  [401, 'session'],
  [403, 'forbidden'],
  [413, 'too-large'],
  [415, 'not-csv'],
  [503, 'server'],
])('a refusal by status %i is told as %s', (status, kind) => {
  expect(uploadOutcome(status, 'anything')).toEqual({ kind });
});

test('an answer that is no report is our fault, not a success', () => {
  expect(uploadOutcome(200, '<html>').kind).toBe('server');
  expect(uploadOutcome(200, '{}').kind).toBe('server');
});
