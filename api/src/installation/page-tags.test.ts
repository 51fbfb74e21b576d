import { expect, test } from 'vitest';
import { readTags } from './page-tags.ts';

const names = (html: string) => readTags(html).map(({ name }) => name);
const attributesOf = (html: string) => Object.fromEntries(readTags(html)[0]?.attributes ?? []);

test('tags are found as a browser finds them, not in comments and not in text', () => {
  const html = `<!DOCTYPE html><HTML><!-- <vip-gate campaign="a"> --><script>if (a<b) "<vip-gate>"</SCRIPT>
    <style>a::after { content: '<vip-gate>' }</style><title><vip-gate></title><textarea><vip-gate></textarea>
    <noscript><vip-gate></noscript><p>1 < 2 <3</p><VIP-Gate></vip-gate><br/>`;

  expect(names(html)).toEqual(['html', 'script', 'style', 'title', 'textarea', 'noscript', 'p', 'vip-gate', 'br']);
});

test('attributes are read however they are written, the first of two counts', () => {
  expect(attributesOf(`<a A=1 b='two "2"' c = "x>y" d e=/f/ A=9 g="a&amp;b&#47;&#x2F;&quot;&nope;">`)).toEqual({
    ...{ a: '1', b: 'two "2"', c: 'x>y', d: '', e: '/f/', g: 'a&b//"&nope;' },
  });
});

test('what lies in a template is marked, also in one within another', () => {
  const html = '<template><vip-gate a></vip-gate><template></template><vip-gate b></vip-gate></template><vip-gate c>';

  expect(readTags(html).flatMap(({ name, isInTemplate }) => (name === 'vip-gate' ? isInTemplate : []))).toEqual([
    ...[true, true, false],
  ]);
});

test.each([
  '<',
  '<a',
  '<a b="',
  "<a b='x",
  '<!-- x',
  '<script>',
  '<a <',
  '<>',
  '</',
  '<a =x',
  '<p></',
  '<a b=&#x1fffff;>',
])('a page that breaks off with %j is read to there', (end) => {
  expect(names(`<p>${end}`)[0]).toBe('p');
});

test('a page made to be slow is read as fast as any other', () => {
  for (const part of ['<a "', '<', '<a b=', '<!-', '<script></scrip', '<a b="c" ', '<template>', '</']) {
    const html = part.repeat(Math.ceil(200_000 / part.length));
    expect(readTags(html).length).toBeLessThan(html.length);
  }
});
