/** `pnpm test:faults [NAME] [--json]`: the long tests of what must survive, prints their figures, and exits with 1 where something does not hold. */

import { OUTAGE } from './outage.measurement.ts';
import { measureAndReport } from './report.ts';
import { CRASHES, KILLS } from './storm.measurement.ts';
import { WORKERS } from './workers.measurement.ts';

await measureAndReport([KILLS, CRASHES, OUTAGE, WORKERS], process.argv.slice(2));
