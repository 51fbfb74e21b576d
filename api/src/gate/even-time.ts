import { setTimeout as pause } from 'node:timers/promises';

/**
 * The least time from the arrival of an e-mail address to its answer, in milliseconds: several times what the work takes on a machine that is
 * idle, and nothing that a person could notice.
 */
export const EVEN_TIME_MS = 20;

/**
 * Answers to an address, or to a wrong guess, no sooner than `EVEN_TIME_MS` after it came, also with a failure. Whether it is known, or on a list, the answer does
 * not say, but the work does: what is new has rows to be written, a third of a millisecond's worth. Nor must it be heard whether a campaign that
 * does not open was in memory or had to be looked for. The wait begins with the work and not
 * after it, so that it ends at the same moment whatever the work took. Nothing is held meanwhile, no connection, no lock and no processor; and under load, where
 * the work takes longer than this, nobody waits, and the queue in front of the database hides what one row costs.
 */
export function inEvenTime<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  return inEvenTimeUnless(() => false, work);
}

/** The same, but for answers that need not wait, since what they say is no secret. */
export async function inEvenTimeUnless<Answer>(
  mayBeEarly: (answer: Answer) => boolean,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const earliest = pause(EVEN_TIME_MS);
  let isEarly = false;
  try {
    const answer = await work();
    isEarly = mayBeEarly(answer);
    return answer;
  } finally {
    if (!isEarly) await earliest;
  }
}
