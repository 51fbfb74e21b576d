import type { Findings, Measurement, Row } from './measurement.ts';
import { letLeave } from './stage/leavers.ts';
import { outcomeOf, problemsOf, untilSynced } from './stage/outcome.ts';
import { addresses, signUpAll } from './stage/sign-ups.ts';
import { setStage } from './stage/stage.ts';
import { VENDORS, type Vendor, type VendorState } from './stage/vendors.ts';
import { TENTH_THROTTLED } from './storm.ts';

const PEOPLE = 10_000;
const CLIENTS = 200;
/** The most calls that write, of those that the vendor took. */
const MOST_WRITES: Readonly<Record<Vendor, number>> = { klaviyo: 40, omnisend: 210 };
const LONGEST_MS = 900_000;

/** How few calls bring everybody to both destinations. */
export const SYNC: Measurement = {
  name: 'sync',
  about: 'ten thousand people sign up with both destinations connected, a tenth of the vendors’ answers is 429',
  async measure(): Promise<Findings> {
    const stage = await setStage();
    const leavers = letLeave(stage, []);
    try {
      await stage.vendors.addFault(TENTH_THROTTLED);
      const run = await signUpAll({
        ...{ url: stage.server.url, campaignId: stage.campaignId, emails: addresses(PEOPLE), clients: CLIENTS },
      });
      const backlogSeconds = await untilSynced(stage, PEOPLE, LONGEST_MS);
      const outcome = await outcomeOf(stage, run, leavers);
      const rows = VENDORS.map((vendor) => rowOf(vendor, outcome.state, outcome.atVendors[vendor].listed));
      const times = { 'signed up in': seconds(run.seconds), 'everybody arrived after': seconds(backlogSeconds) };
      const settings = { people: PEOPLE, clients: CLIENTS, 'answered 429': 'a tenth', ...times };
      return { settings, rows, problems: [...problemsOf(PEOPLE, outcome), ...excesses(outcome.state)] };
    } finally {
      await leavers.stop();
      await stage.strike();
    }
  },
};

function rowOf(vendor: Vendor, state: VendorState, listed: number): Row {
  const { writing, throttledWriting, all, throttled } = countsOf(vendor, state);
  return {
    vendor,
    'on the list': listed,
    'writing calls': writing,
    'of these 429': throttledWriting,
    'at most': MOST_WRITES[vendor],
    'all calls': all,
    'all 429': throttled,
  };
}

function excesses(state: VendorState): string[] {
  return VENDORS.flatMap((vendor) => {
    const { writing } = countsOf(vendor, state);
    const most = MOST_WRITES[vendor];
    return writing > most ? [`writing calls to ${vendor}: ${writing}, not ${most} at most`] : [];
  });
}

function countsOf(vendor: Vendor, { calls }: VendorState) {
  const its = calls.filter((call) => call.vendor === vendor);
  const writes = its.filter(({ isWriting }) => isWriting);
  const sum = (of: readonly number[]) => of.reduce((total, count) => total + count, 0);
  return {
    writing: sum(writes.map((call) => call.calls)),
    throttledWriting: sum(writes.map(({ throttled }) => throttled)),
    all: sum(its.map((call) => call.calls)),
    throttled: sum(its.map(({ throttled }) => throttled)),
  };
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}
