import { expect, test } from 'vitest';
import { isGuestListReport } from '../campaigns/guests/guest-list-report.ts';
import { isCatalogReport } from '../catalog/catalog-report.ts';
import { uploadOutcome } from './csv-upload.ts';

const report = { products: 1, variants: 2, collections: 0, rows: 2, problemCount: 0, problems: [] };
const guests = { rows: 3, guests: 2, known: 1, problemCount: 0, problems: [] };

test('an accepted file is answered with what it brought', () => {
  const body = JSON.stringify(report);

  expect(uploadOutcome({ status: 200, body }, isCatalogReport)).toEqual({ kind: 'done', report });
  expect(uploadOutcome({ status: 200, body: JSON.stringify(guests) }, isGuestListReport).kind).toBe('done');
});

test.each([
  [401, 'session'],
  [403, 'forbidden'],
  [413, 'too-large'],
  [415, 'not-csv'],
  [500, 'server'],
  [503, 'busy'],
])('a refusal by status %i is told as %s', (status, kind) => {
  expect(uploadOutcome({ status, body: 'anything' }, isCatalogReport)).toEqual({ kind });
});

test.each(['<html>', '{}', 'null', JSON.stringify(guests)])('the answer %s is our fault, not a success', (body) => {
  expect(uploadOutcome({ status: 200, body }, isCatalogReport).kind).toBe('server');
});
