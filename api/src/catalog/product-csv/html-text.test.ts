import { expect, test } from 'vitest';
import { htmlToText } from './html-text.ts';

test('blocks become lines and spaces collapse', () => {
  expect(htmlToText('<p>One\r\n  two</p><ul><li>three</li><li>four</li></ul>five<br/>six')).toBe(
    'One two\nthree\nfour\nfive\nsix',
  );
});

test('scripts, styles and comments leave nothing behind', () => {
  expect(htmlToText('a<script>alert("<p>")</script>b<style>p{}</style>c<!-- <b>x</b> -->d<script>never closed')).toBe(
    'abcd',
  );
});

test('entities become characters, and what is none stays', () => {
  expect(htmlToText('Tom &amp; Ann &#8364; &#x2713; &unknown; &#55296; R&D')).toBe(
    'Tom & Ann € ✓ &unknown;  R&D'.replace('  ', ' '),
  );
});

test('a sign that begins no tag stays', () => {
  expect(htmlToText('3 < 4 > 2 <3')).toBe('3 < 4 > 2 <3');
});

test('an unfinished tag ends the text', () => {
  expect(htmlToText('safe <img src=x onerror=')).toBe('safe');
});

test('a megabyte of opening brackets or unfinished comments is read at once', { timeout: 5000 }, () => {
  expect(htmlToText('<'.repeat(1_000_000))).toHaveLength(1_000_000);
  expect(htmlToText('<!--'.repeat(250_000))).toBe('');
  expect(htmlToText('<script>'.repeat(125_000))).toBe('');
});
