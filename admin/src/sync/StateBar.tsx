import { statesIn } from './sync-state.ts';
import type { SyncSummary } from './sync-summary.ts';

/** Where people stand, at a glance. Says nothing that the list below it doesn't, and so nothing to a screen reader. */
export function StateBar({ summary }: { summary: SyncSummary }) {
  return (
    <div className="state-bar" aria-hidden="true">
      {statesIn(summary).map(({ name, count }) => (
        <span key={name} className={`state-${name}`} style={{ flexGrow: count }} />
      ))}
    </div>
  );
}
