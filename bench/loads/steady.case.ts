import { setTimeout as wait } from 'node:timers/promises';
import { SETTINGS } from '../settings.ts';
import { watchMemory } from '../stage/memory-watch.ts';
import { atMost, type LoadCase, rightAnswers, wrongAnswers } from './load-case.ts';

const RATE = 1_000;
const SECONDS = SETTINGS.steadySeconds;
const MOST_P99_MS = 250;
const MOST_REFUSED = 0.001;
/** Megabytes of one process, as it rests, meanwhile, and how much more than at first it may keep. */
const MOST_MEMORY = { rest: 200, load: 350, kept: 1.2 };
const REST_MS = 30_000;

/** L-01, and what memory it takes. */
export const STEADY: LoadCase = {
  name: 'L-01',
  about: `${RATE} sign-ups a second for ${SECONDS} s`,
  async run({ server, load }) {
    await wait(REST_MS / 6);
    const watch = watchMemory(() => server.pid);
    const result = await load({ steps: ['signup'], rate: RATE, seconds: SECONDS });
    await wait(REST_MS);
    const memory = await watch.stop();
    return {
      result,
      besides: `${memory.start} MB at rest, ${memory.peak} MB at most, ${memory.end} MB after`,
      problems: [
        ...wrongAnswers(result),
        ...atMost('p99 ms', result.p99, MOST_P99_MS),
        ...atMost('sent away', result.refused, MOST_REFUSED * rightAnswers(result.told)),
        ...atMost('MB at rest', memory.start, MOST_MEMORY.rest),
        ...atMost('MB under load', memory.peak, MOST_MEMORY.load),
        ...atMost('MB after it', memory.end, Math.round(memory.start * MOST_MEMORY.kept)),
      ],
    };
  },
};
