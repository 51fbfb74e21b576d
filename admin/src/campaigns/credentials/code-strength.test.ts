import { expect, test } from 'vitest';
import { texts } from '../../texts/texts.ts';
import { codeAdvice } from './code-strength.ts';

const { adviceName, adviceSame, adviceShort } = texts.codes;

test.each([
  ['frost', adviceShort],
  ['a b c d', adviceShort],
  ['🎉🎊🥳🎁', adviceShort],
  ['Winter Drop 26', adviceName],
  ['winterdrop', adviceName],
  ['abababab', adviceSame],
])('“%s” is advised against before it is saved', (code, advice) => {
  expect(codeAdvice(code, ['Winter drop'])).toBe(advice);
});

test.each(['', '   ', 'first light', 'x1y2'.repeat(20), 'ключ от дома'])('“%s” needs no advice', (code) => {
  expect(codeAdvice(code, ['Winter drop', 'VIP'])).toBeUndefined();
});
