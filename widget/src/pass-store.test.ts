import { expect, test } from 'vitest';
import { PassStore, type Shelf } from './pass-store.ts';

const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
const yesterday = new Date(Date.now() - 86_400_000).toISOString();

function aShelf(kept: Record<string, string> = {}): Shelf & { kept: Map<string, string> } {
  const map = new Map(Object.entries(kept));
  return {
    kept: map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

test('a pass is remembered for its own campaign only', () => {
  const passes = new PassStore(() => shelf);
  const shelf = aShelf();

  passes.remember('spring', 'pass-1', tomorrow);

  expect(passes.recall('spring')).toBe('pass-1');
  expect(passes.recall('autumn')).toBe('');
});

test('a pass that has expired is not recalled', () => {
  const shelf = aShelf();
  const passes = new PassStore(() => shelf);

  passes.remember('spring', 'pass-1', yesterday);

  expect(passes.recall('spring')).toBe('');
});

test('forgetting one pass keeps the others, and forgetting the last leaves nothing behind', () => {
  const shelf = aShelf();
  const passes = new PassStore(() => shelf);
  passes.remember('spring', 'pass-1', tomorrow);
  passes.remember('autumn', 'pass-2', tomorrow);

  passes.forget('spring');
  expect([passes.recall('spring'), passes.recall('autumn')]).toEqual(['', 'pass-2']);

  passes.forget('autumn');
  expect(shelf.kept.size).toBe(0);
});

test('a browser that refuses storage remembers nothing and breaks nothing', () => {
  const passes = new PassStore(() => {
    throw new DOMException('Access is denied', 'SecurityError');
  });

  passes.remember('spring', 'pass-1', tomorrow);
  passes.forget('spring');

  expect(passes.recall('spring')).toBe('');
});

test.each([
  'not json',
  'null',
  '[1]',
  '{"spring":7}',
  '{"spring":{"pass":1,"expiresAt":"x"}}',
  '{"spring":{"pass":"p","expiresAt":"never"}}',
])('damaged storage (%s) counts as no pass', (damaged) => {
  const passes = new PassStore(() => aShelf({ 'vip-gate.passes': damaged }));

  expect(passes.recall('spring')).toBe('');
});
