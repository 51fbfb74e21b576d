import { expect, test } from 'vitest';
import { html, trustedHtml, webAddress } from './html.ts';

test('text that looks like markup stays text, in content and in attributes', () => {
  const hostile = `"><script>alert('1')</script>&`;

  const page = html`<p title="${hostile}">${hostile}</p>`.text;

  const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;';
  expect(page).toBe(`<p title="${escaped}">${escaped}</p>`);
});

test('markup of our own goes in as it is, also from a list', () => {
  const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);

  expect(html`<ul>${items}${trustedHtml('<hr>')}</ul>`.text).toBe('<ul><li>a</li><li>&lt;b&gt;</li><hr></ul>');
});

test('nothing is written for what is not there, but a zero is', () => {
  expect(html`[${null}${undefined}${false}${0}]`.text).toBe('[0]');
});

test('an address that could run a script is no address', () => {
  const hostile = [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    '//evil.example/x',
    '/\\evil',
    'x',
  ];

  expect(hostile.map(webAddress)).toEqual(hostile.map(() => null));
  expect(webAddress('/demo/pictures/bowl.svg')).toBe('/demo/pictures/bowl.svg');
  expect(webAddress('https://cdn.example/bowl.jpg')).toBe('https://cdn.example/bowl.jpg');
});
