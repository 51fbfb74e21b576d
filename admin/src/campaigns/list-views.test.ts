import { afterEach, expect, test, vi } from 'vitest';
import { placeOf, searchOf } from './list-place.ts';
import { givenViews, keepViews, keptViews, viewAround, viewAt } from './list-views.ts';

const placeAt = (search: string) => placeOf(new URLSearchParams(search));

afterEach(() => localStorage.clear());

test('one place has one address, in whichever order it was written', () => {
  const one = placeAt('access=password&status=full&status=live&sort=newest&q=');
  const other = placeAt('status=live&status=full&access=password');

  expect(searchOf(one)).toBe(searchOf(other));
});

test('a view is known by what it shows, on each of its pages', () => {
  expect(viewAt(placeAt('status=full&status=live&after=abc'), givenViews)?.name).toBe('Live');
  expect(viewAt(placeAt('status=live'), givenViews)).toBeUndefined();
  expect(viewAt(placeAt(''), givenViews)?.name).toBe('All');
});

test('another order of a view is still in it, and something of its own to be kept', () => {
  const place = placeAt('status=draft&sort=name');

  expect(viewAround(place, givenViews)?.name).toBe('Draft');
  expect(viewAt(place, givenViews)).toBeUndefined();
});

test('each shop has the views that were made in it', () => {
  keepViews('one.example', [{ name: 'Mine', search: 'status=paused', isOwn: true }]);

  expect(keptViews('one.example')).toEqual([{ name: 'Mine', search: 'status=paused', isOwn: true }]);
  expect(keptViews('other.example')).toEqual([]);
});

test.each(['no JSON', '{}', '[{"name":1,"search":"q=x"}]', 'null'])('what is no view is none: %s', (kept) => {
  localStorage.setItem('vip:campaign-views:one.example', kept);

  expect(keptViews('one.example')).toEqual([]);
});

test('what an older admin kept says what it still can', () => {
  localStorage.setItem('vip:campaign-views:one.example', '[{"name":"Old","search":"status=asleep&q=drop&after=abc"}]');

  expect(keptViews('one.example')).toEqual([{ name: 'Old', search: 'q=drop', isOwn: true }]);
});

test('a browser that keeps nothing says so, and shows what there is for everybody', () => {
  const refuse = () => {
    throw new DOMException('The operation is insecure', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse, clear: () => undefined });

  expect(keepViews('one.example', [])).toBe(false);
  expect(keptViews('one.example')).toEqual([]);
});
