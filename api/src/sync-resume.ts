import { parseArgs } from 'node:util';
import type { Services } from './app.ts';
import { runWithServices } from './command.ts';
import { runOrExplain } from './platform/run-or-explain.ts';
import { StartError } from './platform/start-error.ts';
import type { Backlog } from './sync/guard/sync-backlog.reader.ts';

const USAGE = 'Usage: pnpm sync:resume [--yes | --hold]';

/**
 * `pnpm sync:resume`: prints whether sending is held and what would go out; `--yes` lets it go out, `--hold` holds it until then: to be
 * called before the first start after a restore that nothing in the database tells.
 */
await runOrExplain(() => {
  const { yes, hold } = readArguments();
  if (yes && hold) throw new StartError(USAGE);
  return runWithServices(async (services) => {
    await (hold ? services.syncGuard.hold('An operator held it by hand.') : services.syncGuard.isHeld());
    const isReleased = yes === true && (await services.syncGuard.heldBy()) !== null;
    if (isReleased) await services.syncGuard.release();
    process.stdout.write(await report(services, isReleased));
  });
});

async function report({ syncGuard, syncBacklog }: Services, isReleased: boolean): Promise<string> {
  const held = await syncGuard.heldBy();
  const backlog = await syncBacklog.read();
  const lines = backlog.length > 0 ? backlog.map(tell) : ['No shop is connected to anything.'];
  if (!held) return `${[isReleased ? 'Sending goes on.' : 'Nothing is held.', ...lines].join('\n')}\n`;
  const since = `Held since ${held.since.toISOString()}. ${held.reason}`;
  return `${[since, 'What would go out:', ...lines, 'To let it go out: pnpm sync:resume --yes'].join('\n')}\n`;
}

function tell({ shop, destination, waiting, toLookFor, erasures }: Backlog): string {
  return `  ${shop} → ${destination}: ${waiting} to send, ${toLookFor} to look for, ${erasures} to remove`;
}

function readArguments() {
  try {
    return parseArgs({ options: { yes: { type: 'boolean' }, hold: { type: 'boolean' } } }).values;
  } catch (cause) {
    throw new StartError(USAGE, { cause });
  }
}
