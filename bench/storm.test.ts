import { expect, test } from 'vitest';
import { problemsOf } from './stage/outcome.ts';
import { crashDatabase, killServer } from './storm.measurement.ts';
import { type Storm, weather } from './storm.ts';

/** A machine that does other things at the same time takes long to start a server. */
const LONG_MS = 300_000;

test(
  'the server is killed and the database crashes while people sign up: nobody is lost, everybody is on both lists once',
  async () => {
    const storm: Storm = {
      ...{ people: 200, clients: 20, breaks: 3, longestCalmMs: 2_000 },
      breakIt: (stage, turn) => (turn % 2 === 0 ? killServer(stage, turn) : crashDatabase(stage)),
    };
    const outcome = await weather(storm);

    expect(problemsOf(storm.people, outcome)).toEqual([]);
    expect(outcome.breaks).toBe(storm.breaks);
  },
  LONG_MS,
);
