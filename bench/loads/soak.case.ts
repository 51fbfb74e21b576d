import { setTimeout as wait } from 'node:timers/promises';
import type { CrashServer } from '../../api/crash-server.ts';
import { SETTINGS } from '../settings.ts';
import { watchMemory } from '../stage/memory-watch.ts';
import { quantile } from '../statistics.ts';
import { atMost, type LoadCase, wrongAnswers } from './load-case.ts';

const MINUTES = SETTINGS.soakMinutes;
const CEILING = { rate: null, seconds: 5, connections: 256, warmUpSeconds: 2 };
const SHARE = 0.5;
const MOST_GROWTH = 1;
/** What else is asked meanwhile is answered as late as the event loop is; milliseconds. */
const MOST_LATE_MS = 50;
const LOOK_MS = 500;

/** L-07. */
export const SOAK: LoadCase = {
  name: 'L-07',
  about: `half of what it can do for ${MINUTES} min`,
  async run({ server, database, load }) {
    const { perSecond: ceiling } = await load({ ...CEILING, steps: ['signup'] });
    const memory = watchMemory(() => server.pid);
    const looks = lookAgainAndAgain(server.url, database);
    const rate = Math.round(ceiling * SHARE);
    const result = await load({ steps: ['signup'], rate, seconds: Math.round(MINUTES * 60) });
    const [{ start, end, perMinute }, { late, open }] = [await memory.stop(), await looks.stop()];
    const half = Math.floor(open.length / 2);
    const [before, after] = [open.slice(0, half), open.slice(half)].map((counts) => Math.max(0, ...counts));
    const lateMs = quantile(late, 0.99);
    return {
      result,
      besides: `${rate}/s; ${start} → ${end} MB, ${perMinute.toFixed(2)} MB/min; loop p99 ${lateMs.toFixed(0)} ms; idle in transaction ${before} → ${after}`,
      problems: [
        ...wrongAnswers(result),
        ...atMost('MB more a minute', perMinute, MOST_GROWTH),
        ...atMost('ms that the event loop is late, p99', lateMs, MOST_LATE_MS),
        ...atMost('idle in transaction', after ?? 0, Math.max(1, (before ?? 0) * 2)),
      ],
    };
  },
};

/** How late `/livez` answers, which does nothing, and how many of the server's transactions stand idle. */
function lookAgainAndAgain(url: string, database: CrashServer) {
  const [late, open]: [number[], number[]] = [[], []];
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      const began = performance.now();
      await (await fetch(`${url}/livez`)).arrayBuffer();
      late.push(performance.now() - began);
      const [row] = await database.ask<{ count: number }>(
        `SELECT count(*)::int FROM pg_stat_activity WHERE state = 'idle in transaction'`,
      );
      open.push(row?.count ?? 0);
      await wait(LOOK_MS);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await looking;
      return { late, open };
    },
  };
}
