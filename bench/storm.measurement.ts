import { setTimeout as wait } from 'node:timers/promises';
import type { Measurement, Row } from './measurement.ts';
import { SETTINGS } from './settings.ts';
import { problemsOf } from './stage/outcome.ts';
import type { Stage } from './stage/stage.ts';
import { type Storm, type StormOutcome, weather } from './storm.ts';

/** As many as want, or fewer for a look. */
const PEOPLE = SETTINGS.people;
const KILL_COUNT = SETTINGS.kills;
const CRASH_COUNT = SETTINGS.crashes;

/** The longest that the backlog may last after the last person has signed up. */
const LONGEST_BACKLOG_S = 60;

/** Of several processes three of four times one is killed, which another follows; else all of them are. */
const ALL_EVERY = 4;

/** The server and its worker are killed at random moments; every fifth time while they are starting. */
export async function killServer({ server }: Stage, turn: number): Promise<void> {
  const forks = SETTINGS.processes > 1 && turn % ALL_EVERY > 0 ? await server.forks() : [];
  const chosen = forks[Math.floor(Math.random() * forks.length)];
  if (chosen !== undefined) return void process.kill(chosen, 'SIGKILL');
  await server.kill();
  if (turn % 5 === 4) {
    server.launch();
    await wait(Math.random() * 1_500);
    await server.kill();
  }
  await server.start();
}

/** PostgreSQL ends on the spot and starts again; the server stays. */
export async function crashDatabase({ database, server }: Stage): Promise<void> {
  await database.crash();
  // Throws where that has ended it: people would try again for ever.
  await server.ready();
}

/** */
export const KILLS: Measurement = measurementOf(
  { name: 'kills', about: 'the server is killed again and again while people sign up' },
  { people: PEOPLE, clients: 20, breaks: KILL_COUNT, longestCalmMs: 3_000, breakIt: killServer },
);

/** */
export const CRASHES: Measurement = measurementOf(
  { name: 'crashes', about: 'the database crashes again and again while people sign up' },
  { people: PEOPLE, clients: 20, breaks: CRASH_COUNT, longestCalmMs: 40_000, breakIt: crashDatabase },
);

function measurementOf({ name, about }: { name: string; about: string }, storm: Storm): Measurement {
  return {
    name,
    about,
    async measure() {
      const outcome = await weather(storm);
      return { settings: settingsOf(storm), rows: [rowOf(outcome)], problems: allProblemsOf(storm, outcome) };
    },
  };
}

/** What does not hold after a storm, in sentences. */
function allProblemsOf({ people, breaks }: Storm, outcome: StormOutcome): string[] {
  const problems = problemsOf(people, outcome);
  if (outcome.breaks !== breaks) problems.push(`breaks: ${outcome.breaks}, not ${breaks}`);
  if (outcome.backlogSeconds > LONGEST_BACKLOG_S)
    problems.push(`the backlog lasted ${outcome.backlogSeconds.toFixed(0)} s, not ${LONGEST_BACKLOG_S} s at most`);
  return problems;
}

function settingsOf({ people, clients, breaks }: Storm): Row {
  return { processes: SETTINGS.processes, people, clients, breaks, 'answered 429': 'a tenth' };
}

function rowOf({ receipts, atVendors, left, ...outcome }: StormOutcome): Row {
  const pair = (of: (vendor: 'klaviyo' | 'omnisend') => number) => `${of('klaviyo')} · ${of('omnisend')}`;
  return {
    acknowledged: outcome.people,
    lost: outcome.lost,
    rows: outcome.rows,
    'tried again': outcome.retries,
    'signed up in': `${outcome.seconds.toFixed(0)} s`,
    'backlog empty after': `${outcome.backlogSeconds.toFixed(1)} s`,
    'profiles (Klaviyo · Omnisend)': pair((vendor) => atVendors[vendor].profiles),
    'on the list': pair((vendor) => atVendors[vendor].listed),
    'sent twice or more': pair((vendor) => receipts[vendor].attempts - receipts[vendor].total),
    left: pair((vendor) => left[vendor]),
    'subscribed again': outcome.resubscribed.length,
  };
}
