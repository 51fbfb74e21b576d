import { expect, test } from 'vitest';
import { describeFault } from './fault.ts';

test('an error keeps what finds the line at fault', () => {
  const fault = Object.assign(new TypeError('Cannot read properties of undefined (reading id)'), { code: 'E42' });

  const described = describeFault(fault);

  expect(described).toMatchObject({ type: 'TypeError', code: 'E42', message: fault.message });
  expect(described.stack[0]).toMatch(/^at .*fault\.test\.ts/);
});

test.each([
  ['an e-mail address', 'no row for Someone+tag@mail.example.org', 'mail.example'],
  ['a quoted value', 'duplicate key "hunter2" found', 'hunter2'],
  ['a bearer token', 'refused: Bearer abc.def', 'abc.def'],
  ['a signed token', 'jwt eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl1 expired', 'eyJ'],
  ['a connection address', 'cannot reach postgres://vip:s3cr3t@db/app', 's3cr3t'],
  ['an address of a page', 'GET https://x.example/page?vip=abc failed', 'vip=abc'],
])('%s in a message is not described', (_name, message, secret) => {
  expect(JSON.stringify(describeFault(new Error(message)))).not.toContain(secret);
});

test('a message of many lines, such as Prisma’s with its arguments, keeps only its last', () => {
  const fault = new Error('Invalid `create()` invocation:\n{\n  data: { firstName: Ada }\n}\nUnique constraint failed');

  expect(describeFault(fault)).toMatchObject({ message: 'Unique constraint failed' });
  expect(JSON.stringify(describeFault(fault))).not.toContain('Ada');
});

test('the values of a request are cut out wherever they stand, in the causes too', () => {
  const fault = new Error('cannot insert Ada', { cause: new Error('value Ada is too long') });

  const described = describeFault(fault, ['Ada', 'x']);

  expect(described.message).toBe('cannot insert [value]');
  expect(described.cause?.message).toBe('value [value] is too long');
});

test('what is no error is not quoted', () => {
  expect(describeFault('hunter2')).toEqual({
    type: 'string',
    message: 'Something that is no error was thrown.',
    stack: [],
  });
});
