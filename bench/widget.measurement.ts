import { arrive, openBrowser, type Visitor } from '../e2e/browser.ts';
import { gateOn } from '../e2e/gate.ts';
import { ordinaryPage } from '../e2e/host-pages/host-page.ts';
import { PageHost } from '../e2e/host-pages/page-host.ts';
import { MerchantApi } from '../e2e/merchant-api.ts';
import type { Findings, Measurement, Row } from './measurement.ts';
import { startProcesses } from './processes.ts';
import { quantile } from './statistics.ts';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 9);
const SLOW_DOWNS = [1, 4];
/** From here on a browser counts a task as long, and a visitor feels it. */
const LONG_TASK_MS = 50;
const MOST_SHIFT = 0.02;
const SETTLE_MS = 300;
const PASSWORD = 'warm bread';

type Browser = Awaited<ReturnType<typeof openBrowser>>;
type Page = Awaited<ReturnType<Visitor['newPage']>>;

/** One visit: from an empty tab to the products. */
interface Visit {
  /** The longest task over 50 ms; 0: there was none. */
  readonly longestMs: number;
  /** How far the page had moved when one could type, and when the products stood there. */
  readonly shiftBefore: number;
  readonly shiftAfter: number;
}

/** Whether the gate keeps a slow phone busy, or moves the page that it stands on. */
export const WIDGET: Measurement = {
  name: 'widget',
  about: 'long tasks and layout shifts from load to typed to open, on a page of somebody else’s in Chromium',
  async measure(): Promise<Findings> {
    const [running, browser, host] = [await startProcesses(1), await openBrowser(), new PageHost()];
    try {
      await host.open();
      const [product = ''] = running.urls;
      const merchant = await MerchantApi.signIn(product);
      const productIds = await merchant.productIds(6);
      const { id } = await merchant.createCampaign({ accessType: 'PASSWORD', password: PASSWORD, productIds });
      const place = { product, campaign: id, integrity: '', version: '' };
      const address = host.serve({ name: 'ordinary', html: (there) => ordinaryPage(there) }, place);
      const rows: Row[] = [];
      for (const slowDown of SLOW_DOWNS) rows.push(await rounds(browser, address, slowDown));
      return { settings: { rounds: ROUNDS, products: productIds.length }, rows, problems: rows.flatMap(problemsOf) };
    } finally {
      await Promise.all([browser.close(), host.close()]);
      await running.stop();
    }
  },
};

async function rounds(browser: Browser, address: string, slowDown: number): Promise<Row> {
  const visits: Visit[] = [];
  for (let round = 0; round < ROUNDS; round += 1) visits.push(await visit(browser, address, slowDown));
  const longest = visits.map(({ longestMs }) => longestMs);
  const most = (of: (visit: Visit) => number) => Math.max(...visits.map(of)).toFixed(4);
  return {
    'slow-down': slowDown,
    'longest task (ms)': Math.round(quantile(longest, 0.5)),
    'worst visit (ms)': Math.round(Math.max(...longest)),
    'shift until typing': most(({ shiftBefore }) => shiftBefore),
    'shift when open': most(({ shiftAfter }) => shiftAfter),
  };
}

async function visit(browser: Browser, address: string, slowDown: number): Promise<Visit> {
  const visitor = await arrive(browser);
  const page = await visitor.newPage();
  await page.addInitScript(watch);
  const session = await visitor.context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  await page.goto(address);
  await page.getByRole('textbox', { name: 'Password' }).pressSequentially(PASSWORD);
  await page.waitForTimeout(SETTLE_MS);
  const { shift: shiftBefore } = await seenOn(page);
  await page.keyboard.press('Enter');
  await gateOn(page).products();
  await page.waitForTimeout(SETTLE_MS);
  const { tasks, shift: shiftAfter } = await seenOn(page);
  await visitor.leave();
  return { longestMs: Math.max(0, ...tasks), shiftBefore, shiftAfter };
}

/** Runs in the page, before anything else: notes long tasks, and shifts that no key or click has caused. */
function watch(): void {
  const seen = { tasks: [] as number[], shift: 0 };
  Object.defineProperty(window, 'seen', { value: seen });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (!Reflect.get(entry, 'hadRecentInput')) seen.shift += Number(Reflect.get(entry, 'value'));
  }).observe({ type: 'layout-shift', buffered: true });
}

const seenOn = (page: Page): Promise<{ tasks: number[]; shift: number }> =>
  page.evaluate(() => Reflect.get(window, 'seen'));

function problemsOf(row: Row): string[] {
  const slowDown = row['slow-down'];
  return [
    ...(Number(row['longest task (ms)']) > LONG_TASK_MS
      ? [`a task takes over ${LONG_TASK_MS} ms at ${slowDown}x`]
      : []),
    ...(Number(row['shift until typing']) > 0 ? [`the page moves when the gate appears, at ${slowDown}x`] : []),
    ...(Number(row['shift when open']) > MOST_SHIFT ? [`the page moves when the gate opens, at ${slowDown}x`] : []),
  ];
}
