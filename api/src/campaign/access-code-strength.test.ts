import 'reflect-metadata';
import { expect, test } from 'vitest';
import { codeProblems } from './access-code-strength.ts';

const names = ['Winter Drop', 'Clay & Co', 'clay-and-co.myshopify.com', 'clay-and-co'];

const codesOf = (text: string) => codeProblems('code', text, names).map(({ code }) => code);

test.each(['abc', ' a b c ', '🎉🎉🎉', 'ﬁx'])('“%s” is too short', (text) => {
  expect(codesOf(text)).toEqual(['TOO_SHORT']);
});

test.each([
  'password',
  'PassWord',
  'let me in',
  '1234',
  '98765432',
  'aaaaaaaa',
  '0000',
  'ｑｗｅｒｔｙ',
  'Early Access',
])('“%s” is among the first things that strangers try', (text) => expect(codesOf(text)).toEqual(['INVALID']));

test.each(['winter drop', 'WINTERDROP', 'Clay&Co', 'clay-and-co'])(
  '“%s” stands on the gate and is no secret',
  (text) => {
    expect(codesOf(text)).toEqual(['INVALID']);
  },
);

test.each([
  'FROST7',
  'first light',
  'winter drop 26',
  '🎉🎊🥳🎁',
  'ключ от дома',
  'x'.repeat(20) + 'y'.repeat(60),
  'correct horse battery staple '.repeat(6).trim(),
])('“%s” is taken', (text) => {
  expect(codesOf(text)).toEqual([]);
});

test('more than 200 characters are refused by their number, and never repeated in the answer', () => {
  const [problem] = codeProblems('code', 'z'.repeat(201), names);

  expect(problem).toMatchObject({ field: ['input', 'code'], code: 'TOO_LONG' });
  expect(problem?.message).not.toContain('zzz');
});
