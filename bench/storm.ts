import { setTimeout as wait } from 'node:timers/promises';
import { letLeave } from './stage/leavers.ts';
import { type Outcome, outcomeOf, untilSynced } from './stage/outcome.ts';
import { addresses, signUpAll } from './stage/sign-ups.ts';
import { type Stage, setStage } from './stage/stage.ts';

/** People who sign up while something is broken again and again. */
export interface Storm {
  readonly people: number;
  readonly clients: number;
  /** How often it is broken, at random moments until the last person has signed up. */
  readonly breaks: number;
  /** The longest that it stays whole, in milliseconds. */
  readonly longestCalmMs: number;
  /** Breaks something, and comes back when it is whole again. */
  readonly breakIt: (stage: Stage, turn: number) => Promise<void>;
}

/** How a storm went. */
export interface StormOutcome extends Outcome {
  readonly breaks: number;
  /** Tries of people that were not acknowledged. */
  readonly retries: number;
  readonly seconds: number;
  /** From the last acknowledgement until nothing waited any more. */
  readonly backlogSeconds: number;
  /** Everything that the server printed. */
  readonly output: string;
}

/** A tenth of what is asked of the vendors is told to come again later. */
export const TENTH_THROTTLED = { kind: 'THROTTLED', share: 0.1, seconds: 1, retryAfter: 'SECONDS' } as const;

/** One in so many unsubscribes. */
const LEAVER_EVERY = 50;
/** The longest wait for the backlog before it counts as stuck. */
const STUCK_AFTER_MS = 600_000;

/** Lets a storm pass, and counts what is left. */
export async function weather(storm: Storm): Promise<StormOutcome> {
  const stage = await setStage();
  const leaverEmails: string[] = [];
  const leavers = letLeave(stage, leaverEmails);
  try {
    await stage.vendors.addFault(TENTH_THROTTLED);
    const sky = { broken: 0 };
    const emails = addresses(storm.people);
    const [run] = await Promise.all([
      signUpAll({
        ...{ url: stage.server.url, campaignId: stage.campaignId, emails, clients: storm.clients },
        pauseMs: pauseOf(storm),
        // Never ahead of the breaks, so that the last of them comes before the last person.
        allowed: () => Math.ceil((storm.people * (sky.broken + 1)) / (storm.breaks + 1)),
        onAcknowledged: (email, count) => {
          if (count % LEAVER_EVERY === 0) leaverEmails.push(email);
        },
      }),
      breakAgainAndAgain(storm, stage, sky),
    ]);
    const backlogSeconds = await untilSynced(stage, storm.people, STUCK_AFTER_MS);
    await leavers.stop();
    const { retries, seconds } = run;
    const outcome = await outcomeOf(stage, run, leavers);
    return { ...outcome, breaks: sky.broken, retries, seconds, backlogSeconds, output: stage.server.output };
  } finally {
    await leavers.stop();
    await stage.strike();
  }
}

async function breakAgainAndAgain(
  { breaks, longestCalmMs, breakIt }: Storm,
  stage: Stage,
  sky: { broken: number },
): Promise<void> {
  while (sky.broken < breaks) {
    await wait(Math.random() * longestCalmMs);
    await breakIt(stage, sky.broken);
    sky.broken += 1;
  }
}

/** Spreads the people of one calm over it. */
function pauseOf({ people, clients, breaks, longestCalmMs }: Storm): number {
  return (longestCalmMs * 0.5 * clients * breaks) / people;
}
