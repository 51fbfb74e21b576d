import { expect, test } from 'vitest';
import { type RowsAsked, readRowsAddress, rowsAddress } from './rows-address.ts';

const asked: RowsAsked = {
  kind: 'DENIED',
  from: '2026-11-20T23:00:00.000Z',
  to: '2026-11-21T23:00:00.000Z',
  share: { dimension: 'SOURCE', value: 'news & co / mail' },
  isSuspected: true,
};

test('what a number asks for comes through the address as it was', () => {
  const address = rowsAddress('/analytics', '2026-11-21..2026-11-21', asked);

  expect(address).toMatch(/^\/analytics\/rows\?range=2026-11-21..2026-11-21&/);
  expect(readRowsAddress(new URLSearchParams(address.split('?')[1]))).toEqual(asked);
});

test.each(['', 'kind=SOLD', 'kind=VIEW&from=yesterday', 'kind=VIEW&by=SHOE_SIZE&value=42', 'kind=toString'])(
  'an address that asks for what there is not is no question: %s',
  (address) => {
    expect(readRowsAddress(new URLSearchParams(address))).toBeNull();
  },
);
