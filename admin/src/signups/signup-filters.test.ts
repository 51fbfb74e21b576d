import { expect, test } from 'vitest';
import { countFilters, exportAddress, filtersOf, questionOf } from './signup-filters.ts';

const read = (address: string) => filtersOf(new URLSearchParams(address));
const zone = 'Europe/Berlin';

test('an address without filters asks for everybody', () => {
  expect(questionOf(read(''), zone)).toEqual({
    ...{ campaignId: null, query: null },
    filter: { acceptsMarketing: null, standings: null, page: null, from: null, to: null },
  });
  expect(exportAddress(read('after=x'), zone)).toBe('/admin/signups.csv?bom=true');
});

test('days are those of the shop, the last one included; the clock may change in between', () => {
  const { filter } = questionOf(read('from=2026-10-24&to=2026-10-25'), zone);

  expect([filter.from, filter.to]).toEqual(['2026-10-23T22:00:00.000Z', '2026-10-25T23:00:00.000Z']);
});

test('the list and the export ask for the same people', () => {
  const filters = read(
    'q=ada%2B&campaign=c1&consent=no&klaviyo=FAILED&omnisend=NONE&page=https://a.b/c&from=2026-11-01',
  );

  expect(questionOf(filters, zone)).toMatchObject({
    ...{ campaignId: 'c1', query: 'ada+' },
    filter: {
      acceptsMarketing: false,
      standings: [
        { destination: 'KLAVIYO', states: ['FAILED'] },
        { destination: 'OMNISEND', states: [] },
      ],
    },
  });
  const params = Object.fromEntries(new URL(exportAddress(filters, zone), 'http://x').searchParams);
  expect(params).toEqual({
    ...{ campaignId: 'c1', query: 'ada+', acceptsMarketing: 'false', klaviyo: 'FAILED', omnisend: 'NONE' },
    ...{ page: 'https://a.b/c', from: '2026-10-31T23:00:00.000Z', bom: 'true' },
  });
  expect(countFilters(filters)).toBe(6);
});

test('what an address makes up narrows nothing', () => {
  const made = read('klaviyo=LOST&from=yesterday');

  expect(questionOf(made, zone).filter).toMatchObject({ standings: null, from: null });
  expect(exportAddress(made, zone)).toBe('/admin/signups.csv?bom=true');
});
