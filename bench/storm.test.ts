import { expect, test } from 'vitest';
import { problemsOf } from './stage/outcome.ts';
import { crashDatabase, killServer } from './storm.measurement.ts';
import { type Storm, weather } from './storm.ts';

const BRIEF = { people: 200, clients: 20, longestCalmMs: 2_500 };

test('killed again and again while people sign up, the server loses nobody and brings everybody to both lists once', async () => {
  const storm: Storm = { ...BRIEF, breaks: 3, breakIt: killServer };
  const outcome = await weather(storm);

  expect(problemsOf(storm.people, outcome)).toEqual([]);
  expect(outcome.breaks).toBe(storm.breaks);
});

test('a database that crashes while people sign up costs nobody their place on either list', async () => {
  const storm: Storm = { ...BRIEF, breaks: 2, breakIt: crashDatabase };
  const outcome = await weather(storm);

  expect(problemsOf(storm.people, outcome)).toEqual([]);
  expect(outcome.breaks).toBe(storm.breaks);
});
