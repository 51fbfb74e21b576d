/** Lets visitors come as the plan in its one argument says, and prints what they were told. */
import { setTimeout as wait } from 'node:timers/promises';
import { Connection } from './connection.ts';
import type { LoadPlan } from './load.ts';
import { type RequestKind, requestOf } from './requests.ts';
import { Tally } from './tally.ts';

const plan: LoadPlan = JSON.parse(process.argv[2] ?? '');
const tally = new Tally();
const began = performance.now();
const timedFrom = began + plan.warmUpSeconds * 1000;
const endsAt = timedFrom + plan.seconds * 1000;
/** Who was sent away so often counts as lost. */
const MOST_TRIES = 20;
const TICK_MS = 1;

const idle: Connection[] = [];
const queue: ((connection: Connection) => void)[] = [];
let opened = 0;
let visitors = 0;

if (plan.rate === null) await Promise.all(Array.from({ length: plan.connections }, comeAgainAndAgain));
else await arrive(plan.rate);
for (const connection of idle) connection.close();
// A closed loop ends with the last answer, which at a slow server comes long after the last question.
const seconds = plan.rate === null ? (performance.now() - timedFrom) / 1000 : plan.seconds;
process.stdout.write(JSON.stringify(tally.result(seconds)));

/** Closed loop. */
async function comeAgainAndAgain(): Promise<void> {
  const connection = new Connection(plan.place.url);
  while (performance.now() < endsAt) await visit(connection, performance.now());
  connection.close();
}

/** Open loop: each comes at its time, evenly spaced, and waits for nobody. */
async function arrive(rate: number): Promise<void> {
  const all = Math.round((rate * (endsAt - began)) / 1000);
  let here = 0;
  const come = async (visitor: number) => {
    here += 1;
    await visitAt(began + (visitor * 1000) / rate);
    here -= 1;
  };
  let came = 0;
  while (came < all) {
    const due = Math.min(all, Math.ceil((rate * (performance.now() - began)) / 1000));
    for (; came < due; came += 1) void come(came);
    await wait(TICK_MS);
  }
  while (here > 0) await wait(TICK_MS);
}

async function visitAt(intended: number): Promise<void> {
  const connection = await takeConnection();
  await visit(connection, intended);
  const next = queue.shift();
  if (next) next(connection);
  else idle.push(connection);
}

function takeConnection(): Connection | Promise<Connection> {
  const free = idle.pop();
  if (free) return free;
  if (opened >= plan.connections) return new Promise((resolve) => queue.push(resolve));
  opened += 1;
  return new Connection(plan.place.url);
}

async function visit(connection: Connection, intended: number): Promise<void> {
  const visitor = visitors++;
  let meant = intended;
  for (const step of plan.steps) {
    if (!(await take(connection, { step, visitor, meant }))) return;
    meant = performance.now();
  }
}

interface Turn {
  readonly step: RequestKind;
  readonly visitor: number;
  /** When the visitor meant to ask: what they wait counts from here. */
  readonly meant: number;
}

/** True: it was answered rightly. */
async function take(connection: Connection, { step, visitor, meant }: Turn): Promise<boolean> {
  const { text, expects } = requestOf(step, plan.place, visitor);
  for (let tries = 1; ; tries += 1) {
    const answer = await connection.ask(text).catch((fault: Error) => fault);
    if (!(answer instanceof Error) && answer.status < 300 && answer.body.includes(expects)) {
      const now = performance.now();
      tally.right(step, (plan.rate === null ? now : meant) >= timedFrom ? now - meant : null);
      return true;
    }
    const mayComeAgain = !(answer instanceof Error) && answer.status === 503 && answer.retryAfter !== null;
    if (mayComeAgain) tally.refused();
    else tally.wrong(answer);
    if (!mayComeAgain || !plan.comesAgain || tries === MOST_TRIES) return false;
    await wait(answer.retryAfter * 1000 * (0.5 + Math.random()));
  }
}
