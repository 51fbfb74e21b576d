import type { Standing } from '../destination.ts';
import type { Marketing } from './klaviyo-answers.ts';

/** The sternest of what stands: a suppression of all mail or of this list, then a departure, then consent. */
export function marketingOf(
  said: Marketing | null | undefined,
  list: string,
): Pick<Standing, 'marketing' | 'changedAt'> {
  if (!said) return { marketing: 'NEVER', changedAt: null };
  const blocks = [...(said.suppression ?? []), ...(said.list_suppressions ?? []).filter((one) => one.list_id === list)];
  const hasLeft = said.consent === 'UNSUBSCRIBED' || blocks.some(({ reason }) => reason === 'UNSUBSCRIBE');
  // The latest instant of all: a departure must never look older than the consent that it took back.
  const left = hasLeft ? [said.consent_timestamp, said.last_updated] : [];
  const changedAt = latest([...blocks.map((block) => block.timestamp), ...left]);
  if (blocks.some(({ reason }) => reason !== 'UNSUBSCRIBE')) return { marketing: 'SUPPRESSED', changedAt };
  if (hasLeft) return { marketing: 'UNSUBSCRIBED', changedAt };
  if (said.consent !== 'SUBSCRIBED') return { marketing: 'NEVER', changedAt: null };
  return { marketing: 'SUBSCRIBED', changedAt: latest([said.consent_timestamp]) };
}

function latest(timestamps: readonly (string | null | undefined)[]): Date | null {
  const instants = timestamps.map((text) => Date.parse(text ?? '')).filter((instant) => !Number.isNaN(instant));
  return instants.length > 0 ? new Date(Math.max(...instants)) : null;
}
