import { setTimeout as wait } from 'node:timers/promises';
import type { Leavers } from './leavers.ts';
import type { SignUpRun } from './sign-ups.ts';
import type { Stage } from './stage.ts';
import { VENDORS, type Vendor, type VendorState } from './vendors.ts';

/** What there is in the end, here and at the vendors. */
export interface Outcome {
  readonly people: number;
  /** Who was let in and has no row now, or another one. */
  readonly lost: number;
  readonly rows: number;
  readonly receipts: Readonly<Record<Vendor, ReceiptCounts>>;
  readonly atVendors: Readonly<Record<Vendor, { readonly profiles: number; readonly listed: number }>>;
  readonly left: Readonly<Record<Vendor, number>>;
  readonly resubscribed: readonly unknown[];
  readonly violations: readonly unknown[];
  readonly downgraded: readonly unknown[];
  readonly state: VendorState;
}

/** Receipts of one destination. */
export interface ReceiptCounts {
  readonly total: number;
  /** Accepted, or seen on the list. */
  readonly arrived: number;
  /** Skipped because they had left. */
  readonly departed: number;
  readonly attempts: number;
}

const LOOK_EVERY_MS = 200;
const VENDORS_FINISH_MS = 2_000;

/** Waits until nothing waits and nothing is being sent; the seconds that it took. Throws after `longestMs`. */
export async function untilSynced({ database }: Stage, people: number, longestMs: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const [row] = await database.ask<{ open: number; total: number }>(
      `SELECT count(*) FILTER (WHERE state IN ('WAITING', 'SENDING'))::int AS open, count(*)::int AS total FROM "Receipt"`,
    );
    const lasted = performance.now() - began;
    if (row?.open === 0 && row.total === people * VENDORS.length) return lasted / 1000;
    if (lasted > longestMs) throw new Error(`After ${longestMs} ms there is still a backlog: ${JSON.stringify(row)}`);
    await wait(LOOK_EVERY_MS);
  }
}

/** Counts everything that must agree. */
export async function outcomeOf(stage: Stage, { acknowledged }: SignUpRun, { left }: Leavers): Promise<Outcome> {
  const rows = await stage.database.ask<{ id: string; email: string }>(
    'SELECT id, email FROM "Signup" WHERE "campaignId" = $1',
    [stage.campaignId],
  );
  const kept = new Map(rows.map(({ id, email }) => [email, id]));
  // The vendors take their time for what they have accepted.
  await wait(VENDORS_FINISH_MS);
  const state = await stage.vendors.state();
  const { klaviyo, omnisend } = stage.accounts;
  const atKlaviyo = state.klaviyo.find(({ id }) => id === klaviyo.accountId);
  const atOmnisend = state.omnisend.find(({ id }) => id === omnisend.accountId);
  const list = atKlaviyo?.lists.find(({ id }) => id === klaviyo.audience);
  return {
    people: acknowledged.size,
    lost: [...acknowledged].filter(([email, id]) => kept.get(email) !== id).length,
    rows: rows.length,
    receipts: { klaviyo: await countReceipts(stage, 'KLAVIYO'), omnisend: await countReceipts(stage, 'OMNISEND') },
    atVendors: {
      klaviyo: { profiles: atKlaviyo?.profiles ?? 0, listed: list?.members ?? 0 },
      omnisend: { profiles: atOmnisend?.contacts ?? 0, listed: atOmnisend?.tags[omnisend.audience] ?? 0 },
    },
    left: { klaviyo: left.klaviyo.size, omnisend: left.omnisend.size },
    ...{ resubscribed: state.resubscribed, violations: state.violations, downgraded: state.downgraded },
    state,
  };
}

async function countReceipts({ database }: Stage, destination: 'KLAVIYO' | 'OMNISEND'): Promise<ReceiptCounts> {
  const [counts] = await database.ask<ReceiptCounts>(
    `SELECT count(*)::int AS total, count(*) FILTER (WHERE state IN ('ACCEPTED', 'ON_LIST'))::int AS arrived,
            count(*) FILTER (WHERE state = 'SKIPPED' AND reason = 'UNSUBSCRIBED')::int AS departed,
            coalesce(sum(attempts), 0)::int AS attempts
       FROM "Receipt" WHERE destination = $1::"Destination"`,
    [destination],
  );
  return counts ?? { total: 0, arrived: 0, departed: 0, attempts: 0 };
}

/** What does not hold, in sentences: everybody is kept once here and once there, and nobody who left was brought back. */
export function problemsOf(people: number, outcome: Outcome): string[] {
  const { resubscribed, violations, downgraded, lost, rows } = outcome;
  const must: [what: string, is: number, should: number][] = [
    ['acknowledged sign-ups', outcome.people, people],
    ['acknowledged sign-ups that are lost', lost, 0],
    ['rows of sign-ups', rows, people],
    ['people who had left and were subscribed again', resubscribed.length, 0],
    ['people at Omnisend whose subscription was taken back', downgraded.length, 0],
    ['requests that the vendors’ documents do not allow', violations.length, 0],
  ];
  for (const vendor of VENDORS) {
    const { total, arrived, departed } = outcome.receipts[vendor];
    const { profiles, listed } = outcome.atVendors[vendor];
    must.push([`receipts for ${vendor}`, total, people], [`profiles at ${vendor}`, profiles, people]);
    must.push([`people who arrived at ${vendor} or left it`, arrived + departed, people]);
    // Who left before the list was reached is not brought there any more.
    const remaining = people - departed;
    must.push([`people on the list of ${vendor}, besides who left`, Math.min(listed, remaining), remaining]);
    if (departed > outcome.left[vendor]) must.push([`people skipped at ${vendor} who never left`, departed, 0]);
  }
  return must.filter(([, is, should]) => is !== should).map(([what, is, should]) => `${what}: ${is}, not ${should}`);
}
