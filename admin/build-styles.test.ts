import { expect, test } from 'vitest';
import { rulesWith } from './build-styles.ts';

const used = new Set(['Polaris-Badge', 'Polaris-Badge--toneInfo']);
const lean = (css: string): string => rulesWith(css, used).replace(/\s+/g, ' ').trim();

test('rules for components in use stay, with everything that names none', () => {
  expect(lean(':root{--p:1}.Polaris-Badge{a:b}.Polaris-Sheet{c:d}@charset "UTF-8";')).toBe(
    ':root{--p:1} .Polaris-Badge{a:b} @charset "UTF-8";',
  );
});

test('of a list of selectors those in use stay, whatever stands in brackets', () => {
  expect(lean('.Polaris-Badge:is(a, b),.Polaris-Sheet,h1:not(.Polaris-Sheet, .x){a:b}')).toBe(
    '.Polaris-Badge:is(a, b),h1:not(.Polaris-Sheet, .x){a:b}',
  );
});

test('a component within another one needs both', () => {
  expect(lean('.Polaris-Badge .Polaris-Sheet{a:b}.Polaris-Badge.Polaris-Badge--toneInfo{c:d}')).toBe(
    '.Polaris-Badge.Polaris-Badge--toneInfo{c:d}',
  );
});

test('what stands in conditions is looked through, and a condition without rules goes', () => {
  expect(lean('@media (a){.Polaris-Sheet{a:b}}@supports (b){.Polaris-Badge{a:b}.Polaris-Sheet{c:d}}')).toBe(
    '@supports (b){.Polaris-Badge{a:b}}',
  );
});

test('moves and fonts stay whole, and brackets within texts end nothing', () => {
  const css = '@keyframes Polaris-Sheet--in{from{a:b}to{a:c}}.Polaris-Badge{content:"}"}';

  expect(lean(css)).toBe('@keyframes Polaris-Sheet--in{from{a:b}to{a:c}} .Polaris-Badge{content:"}"}');
});
