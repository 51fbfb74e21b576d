import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../custom-elements.json' with { type: 'json' };
import { VipGate } from './vip-gate.ts';

const element = manifest.modules[0]?.declarations[0];
const here = import.meta.dirname;
const source = readdirSync(here)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  // What stands in comments is documentation, not the element.
  .map((name) => readFileSync(join(here, name), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, ''))
  .join('\n');

const named = (things: readonly { name: string }[] = []) => things.map(({ name }) => name).sort();
const found = (pattern: RegExp) => [...new Set([...source.matchAll(pattern)].map(([, name]) => name))].sort();

test('every part that a page can style is documented, and no other', () => {
  expect(found(/\bpart="([\w-]+)"/g)).toEqual(named(element?.cssParts));
});

test('every CSS property that a page can set is documented, and no other', () => {
  expect(found(/(--vip-[\w-]+)/g)).toEqual(named(element?.cssProperties));
});

test('every event is documented, and no other', () => {
  const events = found(/'(vip-gate-[\w]+)': Gate\w+Detail;/g);
  expect(events).toEqual(named(element?.events));
  expect(events.length).toBeGreaterThan(0);
});

test('every attribute that the element reads is documented', () => {
  expect(named(element?.attributes)).toEqual([...VipGate.observedAttributes, 'text-*', 'without-heading'].sort());
});

test('what a page can fill is documented, apart from the places of our own fields', () => {
  expect(found(/<slot name="([\w-]+)"/g).filter((name) => !name?.startsWith('text-'))).toEqual(
    named(element?.slots).filter((name) => name !== 'text-*'),
  );
});
