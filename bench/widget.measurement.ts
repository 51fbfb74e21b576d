import { setTimeout as wait } from 'node:timers/promises';
import { arrive, openBrowser, type Visitor } from '../e2e/browser.ts';
import { ordinaryPage } from '../e2e/host-pages/host-page.ts';
import { PageHost } from '../e2e/host-pages/page-host.ts';
import { MerchantApi } from '../e2e/merchant-api.ts';
import type { Findings, Measurement, Row } from './measurement.ts';
import { startProcesses } from './processes.ts';
import { SETTINGS } from './settings.ts';
import { quantile } from './statistics.ts';

const ROUNDS = SETTINGS.widgetRounds;
const SLOW_DOWNS = [1, 4];
/** From here on a browser counts a task as long, and a visitor feels it. */
const LONG_TASK_MS = 50;
const MOST_SHIFT = 0.02;
const SETTLE_MS = 300;
/** As a quick typist. */
const KEY_MS = 60;
const PATIENCE_MS = 20_000;
const POLL_MS = 100;
const PASSWORD = 'warm bread';

type Browser = Awaited<ReturnType<typeof openBrowser>>;
type Page = Awaited<ReturnType<Visitor['newPage']>>;
type Session = Awaited<ReturnType<Visitor['context']['newCDPSession']>>;

/** One visit: from an empty tab to the products. */
interface Visit {
  /** The longest task over 50 ms since the script has come, in milliseconds; 0: there was none. */
  readonly longestMs: number;
  /** The longest one before: the page's own, and the browser's. */
  readonly othersMs: number;
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
  const alone: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    visits.push(await visit(browser, address, slowDown));
    alone.push(await visitWithoutScript(browser, address, slowDown));
  }
  const longest = visits.map(({ longestMs }) => longestMs);
  const most = (of: (visit: Visit) => number) => Math.max(...visits.map(of)).toFixed(4);
  const median = (values: readonly number[]) => Math.round(quantile(values, 0.5));
  return {
    'slow-down': slowDown,
    'longest task (ms)': median(longest),
    'worst visit (ms)': Math.round(Math.max(...longest)),
    'before the script (ms)': median(visits.map(({ othersMs }) => othersMs)),
    'page without script (ms)': median(alone),
    'shift until typing': most(({ shiftBefore }) => shiftBefore),
    'shift when open': most(({ shiftAfter }) => shiftAfter),
  };
}

async function visit(browser: Browser, address: string, slowDown: number): Promise<Visit> {
  const { visitor, page, session } = await comeSlowly(browser, slowDown);
  await page.goto(address);
  const { x, y } = await until<{ x: number; y: number }>(session, FIELD);
  await page.mouse.click(x, y);
  await page.keyboard.type(PASSWORD, { delay: KEY_MS });
  await page.waitForTimeout(SETTLE_MS);
  const { shift: shiftBefore } = await until<Seen>(session, SEEN);
  await page.keyboard.press('Enter');
  await until(session, OPEN);
  await page.waitForTimeout(SETTLE_MS);
  const { tasks, shift: shiftAfter, scriptAt } = await until<Seen>(session, SEEN);
  await visitor.leave();
  const lasting = (those: Seen['tasks']) => Math.max(0, ...those.map(({ lasted }) => lasted));
  return {
    longestMs: lasting(tasks.filter(({ end }) => end > scriptAt)),
    othersMs: lasting(tasks.filter(({ end }) => end <= scriptAt)),
    ...{ shiftBefore, shiftAfter },
  };
}

/** The control: the longest task of the same page where the script is empty. */
async function visitWithoutScript(browser: Browser, address: string, slowDown: number): Promise<number> {
  const { visitor, page, session } = await comeSlowly(browser, slowDown);
  await page.route('**/vip-gate.js', (route) => route.fulfill({ body: '', contentType: 'text/javascript' }));
  await page.goto(address);
  await page.waitForTimeout(2 * SETTLE_MS);
  const { tasks } = await until<Seen>(session, SEEN);
  await visitor.leave();
  return Math.max(0, ...tasks.map(({ lasted }) => lasted));
}

async function comeSlowly(browser: Browser, slowDown: number) {
  const visitor = await arrive(browser);
  const page: Page = await visitor.newPage();
  await page.addInitScript(watch);
  const session = await visitor.context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  return { visitor, page, session };
}

/**
 * Asks the page again and again until it says anything but null. Not by locators: the script that they bring into the page takes
 * a slow phone longer than any of ours, and its tasks would be counted.
 */
async function until<Answer>(session: Session, expression: string): Promise<Answer> {
  const late = performance.now() + PATIENCE_MS;
  while (performance.now() < late) {
    const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true });
    if (result.value !== null && result.value !== undefined) return result.value;
    await wait(POLL_MS);
  }
  throw new Error(`The page did not get as far as ${expression}`);
}

/** What `watch` has seen, and when the script had come; times are the page's own, in milliseconds. */
interface Seen {
  readonly tasks: readonly { readonly end: number; readonly lasted: number }[];
  readonly shift: number;
  readonly scriptAt: number;
}

const SEEN = `({ ...seen, scriptAt: performance.getEntriesByType('resource').find(({ name }) => name.includes('vip-gate.js')).responseEnd })`;
const FIELD = `(() => {
  const field = document.querySelector('vip-gate input')?.getBoundingClientRect();
  return field?.height ? { x: field.x + 20, y: field.y + field.height / 2 } : null;
})()`;
const OPEN = `document.querySelector('vip-gate').shadowRoot.querySelector('h3')?.checkVisibility() || null`;

/** Runs in the page, before anything else: notes long tasks, and shifts that no key or click has caused. */
function watch(): void {
  const seen = { tasks: [] as { end: number; lasted: number }[], shift: 0 };
  Object.defineProperty(window, 'seen', { value: seen });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      seen.tasks.push({ end: startTime + duration, lasted: duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (!Reflect.get(entry, 'hadRecentInput')) seen.shift += Number(Reflect.get(entry, 'value'));
  }).observe({ type: 'layout-shift', buffered: true });
}

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
