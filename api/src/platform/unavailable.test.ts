import { expect, test } from 'vitest';
import { isUnavailable } from './unavailable.ts';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

test.each([
  ['a refused connection', withCode('ECONNREFUSED')],
  ['Prisma without a server', withCode('P1001')],
  ['PostgreSQL shutting down', withCode('57P01')],
  ['no connection left', withCode('53300')],
  ['a broken connection', withCode('08006')],
  ['a pool that gave none in time', new Error('timeout exceeded when trying to connect')],
  ['a cause far down', new Error('query failed', { cause: new Error('adapter', { cause: withCode('ECONNRESET') }) })],
  [
    'the driver’s error inside Prisma’s',
    { code: 'P2010', meta: { driverAdapterError: { cause: { kind: 'DatabaseNotReachable' } } } },
  ],
])('%s means that the database is not there now', (_name, fault) => {
  expect(isUnavailable(fault)).toBe(true);
});

test.each([
  ['a row that is there already', withCode('P2002')],
  ['a statement with a mistake', withCode('42601')],
  ['a fault of ours', new TypeError('x is undefined')],
  ['nothing', undefined],
])('%s does not', (_name, fault) => {
  expect(isUnavailable(fault)).toBe(false);
});
