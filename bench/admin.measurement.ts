import { openBrowser } from '../e2e/browser.ts';
import type { Findings, Measurement, Row } from './measurement.ts';
import { SETTINGS } from './settings.ts';
import { type BusyShop, startBusyShop } from './stage/busy-shop.ts';
import { type Slowness, SlowPage, type Vitals } from './stage/slow-page.ts';
import { quantile } from './statistics.ts';

const SIZE = { campaigns: 200, signups: 100_000 };
const ROUNDS = SETTINGS.adminRounds;
/** "Fast 3G" and a phone's processor. */
const SLOWNESS: Slowness = { cpu: 4, latencyMs: 150, downKbits: 1_600, upKbits: 750 };
const MOST = { lcpMs: 1_500, inpMs: 100, cls: 0.02 };
/** As a quick typist. */
const KEY_MS = 60;

/** A page that a merchant enters by, and what they do there. */
interface Place {
  readonly name: string;
  readonly path: (shop: BusyShop) => string;
  readonly act: (slow: SlowPage) => Promise<void>;
}

const PLACES: readonly Place[] = [
  {
    name: 'home',
    path: () => '/',
    act: async (slow) => {
      await slow.press('button', 'Create campaign');
      await slow.page.keyboard.type('Autumn', { delay: KEY_MS });
    },
  },
  {
    name: 'campaigns',
    path: () => '/campaigns',
    act: async (slow) => {
      await slow.press('input[placeholder^="Search"]');
      await slow.page.keyboard.type('Drop 17', { delay: KEY_MS });
      await slow.press('button', 'Create campaign');
      await slow.page.keyboard.type('Autumn', { delay: KEY_MS });
    },
  },
  {
    name: 'a campaign',
    path: ({ campaignId }) => `/campaigns/${campaignId}`,
    act: async (slow) => {
      await slow.press('button', 'Change the gate’s texts');
      await slow.press('input.Polaris-TextField__Input:not([readonly])');
      await slow.page.keyboard.type(' for all', { delay: KEY_MS });
    },
  },
  {
    name: 'sign-ups',
    path: () => '/signups',
    act: async (slow) => {
      await slow.press('input[placeholder^="Search"]');
      await slow.page.keyboard.type('guest-17', { delay: KEY_MS });
    },
  },
  {
    name: 'analytics',
    path: () => '/analytics',
    act: async (slow) => {
      await slow.press('select');
      await slow.page.keyboard.press('ArrowDown');
      await slow.page.keyboard.press('Tab');
    },
  },
  {
    name: 'catalog',
    path: () => '/catalog',
    act: async (slow) => {
      await slow.press('input[placeholder^="Search"]');
      await slow.page.keyboard.type('jug', { delay: KEY_MS });
    },
  },
  {
    name: 'settings',
    path: () => '/settings',
    act: async (slow) => {
      await slow.press('button', 'Create token');
      await slow.page.keyboard.type('Till', { delay: KEY_MS });
    },
  },
];

/** Whether the admin is quick for a shop of long standing, on a slow machine behind a slow network. */
export const ADMIN: Measurement = {
  name: 'admin',
  about: `largest paint, slowest press and shifts of the admin's pages with ${SIZE.campaigns} campaigns and ${SIZE.signups} sign-ups, in Chromium`,
  async measure(): Promise<Findings> {
    const [shop, browser] = await Promise.all([startBusyShop(SIZE), openBrowser()]);
    try {
      const rows: Row[] = [];
      for (const place of PLACES) rows.push(await seen(place, shop, () => SlowPage.open(browser, SLOWNESS)));
      const settings = { ...SIZE, rounds: ROUNDS, 'CPU slow-down': SLOWNESS.cpu, 'RTT (ms)': SLOWNESS.latencyMs };
      return {
        settings: { ...settings, 'down (kbit/s)': SLOWNESS.downKbits },
        rows,
        problems: rows.flatMap(problemsOf),
      };
    } finally {
      await browser.close();
      await shop.stop();
    }
  },
};

/** The medians of several first visits, and of one more with what the browser has kept. */
async function seen(place: Place, shop: BusyShop, open: () => Promise<SlowPage>): Promise<Row> {
  const address = `${shop.url}/admin${place.path(shop)}`;
  const first: (Vitals & { wholeMs: number })[] = [];
  const again: Vitals[] = [];
  const onNothing: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const slow = await open();
    const wholeMs = await slow.visit(address);
    const { inpMs: _, inpOf: __, ...loaded } = await slow.vitals();
    await place.act(slow);
    const { inpMs, inpOf } = await slow.vitals();
    first.push({ ...loaded, inpMs, inpOf, wholeMs });
    await slow.visit(address);
    again.push(await slow.vitals());
    // Nobody listens there: it takes as long as this browser takes to draw on this machine.
    await slow.press('h1');
    onNothing.push((await slow.vitals()).inpMs);
    await slow.leave();
  }
  const median = (values: readonly number[]) => quantile(values, 0.5);
  const slowest = first.toSorted((one, other) => one.inpMs - other.inpMs).at(-1);
  return {
    page: place.name,
    'LCP (ms)': median(first.map(({ lcpMs }) => lcpMs)),
    'largest was': first[0]?.lcpOf ?? '',
    'whole (ms)': median(first.map(({ wholeMs }) => wholeMs)),
    'LCP again (ms)': median(again.map(({ lcpMs }) => lcpMs)),
    'INP (ms)': median(first.map(({ inpMs }) => inpMs)),
    'slowest was': slowest?.inpOf ?? '',
    'a press on nothing (ms)': median(onNothing),
    CLS: median(first.map(({ cls }) => cls)).toFixed(4),
    requests: median(first.map(({ requests }) => requests)),
    kB: median(first.map(({ kilobytes }) => kilobytes)),
  };
}

function problemsOf(row: Row): string[] {
  return [
    ...(Number(row['LCP (ms)']) > MOST.lcpMs ? [`${row.page}: the largest paint takes over ${MOST.lcpMs} ms`] : []),
    ...(Number(row['INP (ms)']) > MOST.inpMs ? [`${row.page}: a press takes over ${MOST.inpMs} ms`] : []),
    ...(Number(row.CLS) > MOST.cls ? [`${row.page}: it moves by more than ${MOST.cls}`] : []),
  ];
}
