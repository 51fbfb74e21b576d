/** `pnpm bench [NAME] [--json]`: measures the built product, prints what it found, and exits with 1 where something does not hold. */
import { ADMIN } from './admin.measurement.ts';
import { ANALYTICS } from './analytics.measurement.ts';
import { CATALOG } from './catalog.measurement.ts';
import { CLAIMS } from './claims.measurement.ts';
import { DROP } from './drop.measurement.ts';
import { HOSTILE } from './hostile.measurement.ts';
import { LOAD } from './load.measurement.ts';
import { measureAndReport } from './report.ts';
import { SIGNUPS } from './signups.measurement.ts';
import { SYNC } from './sync.measurement.ts';
import { EMAIL_TIMING, TIMING } from './timing.measurement.ts';
import { WEBHOOKS } from './webhooks.measurement.ts';
import { WIDGET } from './widget.measurement.ts';

await measureAndReport(
  [CLAIMS, TIMING, EMAIL_TIMING, SYNC, CATALOG, WIDGET, ADMIN, ANALYTICS, DROP, LOAD, SIGNUPS, HOSTILE, WEBHOOKS],
  process.argv.slice(2),
);
