import { SETTINGS } from '../settings.ts';
import { atLeast, atMost, type LoadCase, wrongAnswers } from './load-case.ts';

/** So many times what it can do is asked of it. The generator shares the machine's cores: a higher factor wants another machine for it. */
const FACTOR = SETTINGS.overload;
const SECONDS = SETTINGS.overloadSeconds;
const CEILING = { rate: null, seconds: 5, connections: 256, warmUpSeconds: 2 };
const LEAST_GOODPUT = 0.7;
const RECOVERY_S = 10;
const MOST_P99_MS = 1_000;

/** L-04. */
export const OVERLOAD: LoadCase = {
  name: 'L-04',
  about: `${FACTOR} times what it can do for ${SECONDS} s, then half of it`,
  async run({ load }) {
    const { perSecond: ceiling } = await load({ ...CEILING, steps: ['signup'] });
    const result = await load({
      steps: ['signup'],
      rate: Math.round(ceiling * FACTOR),
      seconds: SECONDS,
      connections: 4_000,
    });
    const calm = { steps: ['signup'], rate: Math.round(ceiling / 2) } as const;
    await load({ ...calm, seconds: RECOVERY_S });
    const after = await load({ ...calm, seconds: 5 });
    return {
      result,
      besides: `ceiling ${Math.round(ceiling)}/s; after ${RECOVERY_S} s p99 ${Math.round(after.p99)} ms, ${after.refused} sent away`,
      problems: [
        ...wrongAnswers(result),
        ...atLeast('right answers a second', result.perSecond, LEAST_GOODPUT * ceiling),
        ...atMost(`p99 ms ${RECOVERY_S} s later`, after.p99, MOST_P99_MS),
        ...atMost(`sent away ${RECOVERY_S} s later`, after.refused, 0),
      ],
    };
  },
};
