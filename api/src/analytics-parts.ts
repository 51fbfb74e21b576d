import type { Logger } from 'pino';
import { sweepAnalytics } from './analytics/analytics-sweep.ts';
import { type LiveCampaign, readLiveNumbers } from './analytics/live-numbers.ts';
import { LiveWatch } from './analytics/live-watch.ts';
import type { Database } from './platform/database/database.ts';
import { describeFault } from './platform/fault.ts';
import type { Round } from './platform/rounds.ts';

/** How soon after its day a salt is deleted. */
const SWEEP_EVERY_MS = 10 * 60_000;

/** What the live view is made from. */
export interface LiveParts {
  readonly database: Pick<Database, 'prisma'>;
  readonly logger: Logger;
}

/** The part of `app.ts` that builds the live view. */
export function createLive({ database: { prisma }, logger }: LiveParts) {
  const read = (campaign: LiveCampaign) => readLiveNumbers(prisma, campaign);
  const onFault = (err: unknown) =>
    logger.warn({ err: describeFault(err) }, 'a campaign that is watched cannot be read');
  return {
    watch: new LiveWatch({ read, onFault }),
    exists: ({ shop, campaignId: id }: LiveCampaign) =>
      prisma.earlyAccessCampaign.count({ where: { shop, id } }).then((count) => count === 1),
  };
}

/** What deletes the salts of days that are over. */
export function analyticsRound({ prisma }: Pick<Database, 'prisma'>): Round {
  return { name: 'analytics', everyMs: SWEEP_EVERY_MS, run: () => sweepAnalytics(prisma) };
}
