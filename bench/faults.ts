/**
 * `pnpm test:faults [NAME] [--json]`: the long tests of what must survive, prints their figures, and exits with 1 where something does not hold.
 * `API_PROCESSES=4 pnpm test:faults …` lets the server be four processes.
 */
import { RUSH } from './claims.measurement.ts';
import { DRAIN } from './drain.measurement.ts';
import { DUPLICATES } from './duplicates.measurement.ts';
import { OUTAGE } from './outage.measurement.ts';
import { measureAndReport } from './report.ts';
import { CRASHES, KILLS } from './storm.measurement.ts';
import { WORKERS } from './workers.measurement.ts';

await measureAndReport([KILLS, CRASHES, DUPLICATES, RUSH, DRAIN, OUTAGE, WORKERS], process.argv.slice(2));
