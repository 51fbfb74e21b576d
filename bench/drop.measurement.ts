import { addTold, disagreements } from './drop/agreement.ts';
import { type Contest, type ContestantName, openContest } from './drop/contestants.ts';
import { GOALS, type Goal } from './drop/goals.ts';
import { type LoadResult, load } from './load/load.ts';
import { machineOf } from './machine.ts';
import type { Findings, Measurement, Row } from './measurement.ts';
import { SETTINGS } from './settings.ts';
import { quantile } from './statistics.ts';

const ROUNDS = SETTINGS.dropRounds;
const SECONDS = SETTINGS.dropSeconds;
/** Enough that an e-mail's even time, 20 ms, holds nobody up. */
const CONNECTIONS = SETTINGS.dropConnections;
const WARM_UP_SECONDS = 1;
/** Latency is timed at so much of what was found to be the ceiling: who runs at the ceiling measures the queue. */
const CALM_SHARE = 0.5;
const CALM_CONNECTIONS = 2_000;

/** What a contestant was found to do. */
interface Found {
  readonly ceilings: readonly number[];
  readonly calm: LoadResult | null;
  readonly calmRate: number;
}

/** The table of the drop. */
export const DROP: Measurement = {
  name: 'drop',
  about: 'how fast the public line is beside bare Fastify, plain Apollo and the naive way, in turn on this machine',
  async measure(): Promise<Findings> {
    const contest = await openContest();
    try {
      const machine = await machineOf(contest.database);
      const loads = new Map<ContestantName, LoadResult[]>();
      const names = Object.keys(contest.contestants) as ContestantName[];
      const ceilings = await findCeilings(contest, names, loads);
      const found = await timeCalmly(contest, ceilings, loads);
      const ratios = GOALS.map((goal) => ratioOf(goal, contest, found));
      const settings = {
        ...machine,
        ...{ rounds: ROUNDS, 'seconds each': SECONDS, 'warm-up seconds': WARM_UP_SECONDS, connections: CONNECTIONS },
        ...{ ceilings: 'closed loop, median of the rounds', latency: `open loop at ${CALM_SHARE} of the ceiling` },
      };
      const rows = [...names.map((name) => rowOf(contest.contestants[name].name, found.get(name))), ...ratios];
      return { settings, rows, problems: [...unmet(ratios), ...(await faults(contest, loads))] };
    } finally {
      await contest.end();
    }
  },
};

/** Each in turn, in rounds, each round in another order: what the machine does meanwhile meets all of them. */
async function findCeilings(
  { contestants }: Contest,
  names: readonly ContestantName[],
  loads: Map<ContestantName, LoadResult[]>,
) {
  const ceilings = new Map<ContestantName, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of rotated(names, round * 3)) {
      const result = await loadOf(contestants[name], `${name}-${round}`, { rate: null, connections: CONNECTIONS });
      append(loads, name, result);
      append(ceilings, name, result.perSecond);
    }
  }
  return ceilings;
}

async function timeCalmly(
  { contestants }: Contest,
  ceilings: ReadonlyMap<ContestantName, number[]>,
  loads: Map<ContestantName, LoadResult[]>,
) {
  const found = new Map<ContestantName, Found>();
  for (const [name, speeds] of ceilings) {
    const calmRate = Math.round(quantile(speeds, 0.5) * CALM_SHARE);
    const calm = await loadOf(contestants[name], `${name}-calm`, { rate: calmRate, connections: CALM_CONNECTIONS });
    append(loads, name, calm);
    found.set(name, { ceilings: speeds, calm, calmRate });
  }
  return found;
}

function loadOf(
  { url, campaignId, kind }: Contest['contestants'][ContestantName],
  run: string,
  loop: { rate: number | null; connections: number },
): Promise<LoadResult> {
  const times = { warmUpSeconds: WARM_UP_SECONDS, seconds: SECONDS };
  return load({ place: { url, campaignId, run }, steps: [kind], ...loop, ...times, comesAgain: false });
}

const EMPTY = {
  ...{ 'requests/s': '', least: '', most: '', 'at /s': '', 'p50 ms': '', 'p99 ms': '' },
  ...{ ratio: '', goal: '', met: '' },
};

function rowOf(what: string, found: Found | undefined): Row {
  const { ceilings = [], calm = null, calmRate = 0 } = found ?? {};
  return {
    what,
    ...EMPTY,
    'requests/s': Math.round(quantile(ceilings, 0.5)),
    ...{ least: Math.round(Math.min(...ceilings)), most: Math.round(Math.max(...ceilings)) },
    ...{ 'at /s': calmRate, 'p50 ms': calm?.p50.toFixed(1) ?? '', 'p99 ms': calm?.p99.toFixed(1) ?? '' },
  };
}

function ratioOf(
  { of, against, least }: Goal,
  { contestants }: Contest,
  found: ReadonlyMap<ContestantName, Found>,
): Row {
  const speed = (name: ContestantName) => quantile(found.get(name)?.ceilings ?? [], 0.5);
  const ratio = speed(of) / speed(against);
  const met = least === null ? '' : ratio >= least ? 'yes' : 'no';
  const what = `${contestants[of].name} / ${contestants[against].name}`;
  return { what, ...EMPTY, ratio: ratio.toFixed(2), goal: least === null ? '' : `≥ ${least}`, met };
}

function unmet(ratios: readonly Row[]): string[] {
  return ratios.filter(({ met }) => met === 'no').map(({ what, ratio, goal }) => `${what}: ${ratio}, not ${goal}`);
}

/** Answers that were none, and what the database and the visitors disagree about. */
async function faults(
  { database, contestants }: Contest,
  loads: ReadonlyMap<ContestantName, LoadResult[]>,
): Promise<string[]> {
  const problems: string[] = [];
  for (const [name, results] of loads) {
    const { name: what, campaignId } = contestants[name];
    for (const { wrong } of results)
      for (const [kind, count] of Object.entries(wrong)) problems.push(`${what}: ${count} × ${kind}`);
    const told = addTold(results.map((result) => result.told));
    for (const sentence of await disagreements(database, campaignId, told)) problems.push(`${what}: ${sentence}`);
  }
  return problems;
}

function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
