import { atMost, type LoadCase, rightAnswers, wrongAnswers } from './load-case.ts';

const VISITORS = 20_000;
const SECONDS = 10;
const MOST_MS = 2_000;

/** L-03. */
export const PASSWORDS: LoadCase = {
  name: 'L-03',
  about: `${VISITORS} right passwords in ${SECONDS} s`,
  async run({ load }) {
    const result = await load({ steps: ['password'], rate: VISITORS / SECONDS, seconds: SECONDS });
    const lost = VISITORS - rightAnswers(result.told);
    return {
      result,
      problems: [
        ...wrongAnswers(result),
        ...atMost('not let in', lost, VISITORS / 1_000),
        ...atMost('p99.9 ms', result.p999, MOST_MS),
      ],
    };
  },
};
