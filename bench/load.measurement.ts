import { rm } from 'node:fs/promises';
import { startCrashServer } from '../api/crash-server.ts';
import { MerchantApi } from '../e2e/merchant-api.ts';
import { addTold, disagreements, type Told } from './drop/agreement.ts';
import { loadedServer, openCampaign } from './drop/contestants.ts';
import { load } from './load/load.ts';
import { type LoadCase, type LoadFindings, type LoadScene, rightAnswers } from './loads/load-case.ts';
import { OVERLOAD } from './loads/overload.case.ts';
import { PASSWORDS } from './loads/passwords.case.ts';
import { PREFLIGHTS } from './loads/preflights.case.ts';
import { SLOW_SOCKETS } from './loads/slow-sockets.case.ts';
import { SOAK } from './loads/soak.case.ts';
import { STEADY } from './loads/steady.case.ts';
import { STEP } from './loads/step.case.ts';
import { machineOf } from './machine.ts';
import type { Findings, Measurement, Row } from './measurement.ts';
import { SETTINGS } from './settings.ts';

/** In this order: the first finds the server at rest. */
const CASES = [STEADY, STEP, PASSWORDS, OVERLOAD, PREFLIGHTS, SLOW_SOCKETS, SOAK];
const CONNECTIONS = 2_000;

/** L-01 to L-06, or those that `BENCH_LOADS` names, as in `L-02,L-07`. */
export const LOAD: Measurement = {
  name: 'load',
  about: 'what visitors meet when very many of them come: none is lost, and every number is right',
  async measure(): Promise<Findings> {
    const cases = CASES.filter(({ name }) => SETTINGS.loads.includes(name));
    const database = await startCrashServer();
    const { server, dataDir } = await loadedServer(database);
    try {
      const merchant = await MerchantApi.signIn(server.url);
      const [rows, problems]: [Row[], string[]] = [[], []];
      for (const one of cases) {
        const { row, faults } = await runCase(one, { server, database, campaignId: await openCampaign(merchant) });
        rows.push(row);
        problems.push(...faults);
      }
      const settings = {
        ...(await machineOf(database)),
        processes: SETTINGS.processes,
        loop: 'open, but for L-05 and ceilings',
      };
      return { settings, rows, problems };
    } finally {
      await server.stop();
      await database.remove();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

async function runCase(one: LoadCase, place: Omit<LoadScene, 'load'> & { campaignId: string }) {
  const { server, database, campaignId } = place;
  const told: Told[] = [];
  const scene: LoadScene = {
    ...{ server, database },
    async load(plan) {
      const run = `${one.name.toLowerCase()}-${told.length}`;
      const usual = { connections: CONNECTIONS, warmUpSeconds: 0, comesAgain: false };
      const result = await load({ ...usual, ...plan, place: { url: server.url, campaignId, run } });
      told.push(result.told);
      return result;
    },
  };
  const found = await one.run(scene);
  const faults = [...found.problems, ...(await disagreements(database, campaignId, addTold(told)))];
  return { row: rowOf(one, found, faults.length === 0), faults: faults.map((fault) => `${one.name}: ${fault}`) };
}

function rowOf({ name, about }: LoadCase, { result, besides = '' }: LoadFindings, holds: boolean): Row {
  const { told, perSecond, p50, p99, longest, refused } = result;
  return {
    load: `${name} ${about}`,
    ...{ 'right answers': rightAnswers(told), 'a second': Math.round(perSecond), 'sent away': refused },
    ...{ 'p50 ms': p50.toFixed(1), 'p99 ms': p99.toFixed(1), 'longest ms': Math.round(longest) },
    ...{ besides, holds: holds ? 'yes' : 'no' },
  };
}
