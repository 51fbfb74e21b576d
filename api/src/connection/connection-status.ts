import type { Connection as ConnectionRow } from '../../../prisma/client/client.ts';

/** How a connection is doing, as the merchant sees it. */
export const ConnectionStatus = {
  CONNECTED: 'CONNECTED',
  PAUSED: 'PAUSED',
  BACKING_OFF: 'BACKING_OFF',
  HELD: 'HELD',
} as const;

export type ConnectionStatus = keyof typeof ConnectionStatus;

/** What outweighs the others comes first: held, then paused, then backing off. Needs no clock: one good answer ends the backing off. */
export function statusOf(
  { problem, failures }: Pick<ConnectionRow, 'problem' | 'failures'>,
  isHeld: boolean,
): ConnectionStatus {
  if (isHeld) return 'HELD';
  if (problem !== null) return 'PAUSED';
  return failures > 0 ? 'BACKING_OFF' : 'CONNECTED';
}
