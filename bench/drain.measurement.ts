import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { startCrashServer } from '../api/crash-server.ts';
import { MerchantApi } from '../e2e/merchant-api.ts';
import { addTold, disagreements } from './drop/agreement.ts';
import { loadedServer, openCampaign } from './drop/contestants.ts';
import { load } from './load/load.ts';
import type { Findings, Measurement } from './measurement.ts';
import { SETTINGS } from './settings.ts';

/** As R-17 has it; a machine that does other things at the same time may want fewer. */
const PER_SECOND = SETTINGS.drainRate;
const STOPS_AFTER_MS = 5_000;
/** As a balancer that asks every second and then sends nobody any more: the crowd ends so long after the server was told. */
const NOTICED_AFTER_MS = 1_000;
const DELAY_MS = 2 * NOTICED_AFTER_MS;
const GRACE_MS = 10_000;
const CONNECTIONS = 1_000;

/** */
export const DRAIN: Measurement = {
  name: 'drain',
  about: 'the server is asked to stop while five hundred sign-ups come in every second',
  async measure(): Promise<Findings> {
    const database = await startCrashServer();
    const { server, dataDir } = await loadedServer(database, { SHUTDOWN_DELAY_MS: String(DELAY_MS) });
    try {
      const campaignId = await openCampaign(await MerchantApi.signIn(server.url));
      const come = (run: string, seconds: number) =>
        load({
          place: { url: server.url, campaignId, run },
          ...{ steps: ['signup'], rate: PER_SECOND, connections: CONNECTIONS },
          ...{ warmUpSeconds: 0, seconds, comesAgain: false },
        });
      const before = await come('before', STOPS_AFTER_MS / 1000);
      const coming = come('drain', (STOPS_AFTER_MS + NOTICED_AFTER_MS) / 1000);
      await wait(STOPS_AFTER_MS);
      const asked = performance.now();
      await server.stop();
      const stoppedIn = performance.now() - asked;
      const { told, refused, wrong, p99 } = await coming;
      const faults = Object.entries(wrong);
      const row = {
        ...{ 'told yes': told.signup ?? 0, 'sent away with 503': refused, 'p99 ms': Math.round(p99) },
        ...{
          'cut off': faults.reduce((sum, [, count]) => sum + count, 0),
          'ended after': `${Math.round(stoppedIn)} ms`,
        },
      };
      const problems = [
        ...faults.map(([what, count]) => `${count} × ${what}`),
        ...(refused > 0 ? [`${refused} were answered 503`] : []),
        ...(stoppedIn > DELAY_MS + GRACE_MS ? [`it ended after ${Math.round(stoppedIn)} ms`] : []),
        ...(await disagreements(database, campaignId, addTold([before.told, told]))),
      ];
      return {
        settings: {
          processes: SETTINGS.processes,
          'sign-ups/s': PER_SECOND,
          'delay ms': DELAY_MS,
          'grace ms': GRACE_MS,
        },
        rows: [row],
        problems,
      };
    } finally {
      await server.stop();
      await database.remove();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};
