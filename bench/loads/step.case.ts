import type { RequestKind } from '../load/requests.ts';
import { SETTINGS } from '../settings.ts';
import { atMost, type LoadCase, rightAnswers, wrongAnswers } from './load-case.ts';

const VISITORS = SETTINGS.visitors;
const SECONDS = 10;
const STEPS: readonly RequestKind[] = ['campaign', 'password', 'signup'];
const MOST_P99_MS = 1_000;

/** L-02. */
export const STEP: LoadCase = {
  name: 'L-02',
  about: `0 → ${VISITORS} visitors in ${SECONDS} s, each reads, unlocks and signs up`,
  async run({ load }) {
    const result = await load({
      ...{ steps: STEPS, rate: VISITORS / SECONDS, seconds: SECONDS, connections: VISITORS, comesAgain: true },
    });
    const lost = VISITORS * STEPS.length - rightAnswers(result.told);
    return {
      result,
      problems: [
        ...wrongAnswers(result),
        ...atMost('answers lost', lost, 0),
        ...atMost('p99 ms', result.p99, MOST_P99_MS),
      ],
    };
  },
};
