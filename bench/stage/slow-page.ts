import { setTimeout as wait } from 'node:timers/promises';
import { arrive, type openBrowser, type Visitor } from '../../e2e/browser.ts';

type Browser = Awaited<ReturnType<typeof openBrowser>>;
type Page = Awaited<ReturnType<Visitor['newPage']>>;
type Session = Awaited<ReturnType<Visitor['context']['newCDPSession']>>;

/** How slow the machine and its network are. */
export interface Slowness {
  readonly cpu: number;
  readonly latencyMs: number;
  readonly downKbits: number;
  readonly upKbits: number;
}

/** What a page has told of itself: times are its own, in milliseconds; the shift is Chromium's score. */
export interface Vitals {
  readonly lcpMs: number;
  /** What that was: an element with the beginning of its text. */
  readonly lcpOf: string;
  readonly cls: number;
  /** The slowest press of a key or a pointer, from it to the next picture. */
  readonly inpMs: number;
  readonly inpOf: string;
  readonly requests: number;
  readonly kilobytes: number;
}

const PATIENCE_MS = 60_000;
const POLL_MS = 50;
/** After the last thing has come, for what moves then. */
const SETTLE_MS = 500;

/** A page of Chromium on a slow machine behind a slow network. */
export class SlowPage {
  readonly page: Page;
  readonly #visitor: Visitor;
  readonly #session: Session;

  private constructor(visitor: Visitor, page: Page, session: Session) {
    this.#visitor = visitor;
    this.page = page;
    this.#session = session;
  }

  /** In a browser that knows nothing yet. */
  static async open(browser: Browser, slowness: Slowness): Promise<SlowPage> {
    const visitor = await arrive(browser, { viewport: { width: 1280, height: 800 } });
    const page = await visitor.newPage();
    await page.addInitScript(watch);
    const session = await visitor.context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowness.cpu });
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: slowness.latencyMs,
      downloadThroughput: (slowness.downKbits * 1000) / 8,
      uploadThroughput: (slowness.upKbits * 1000) / 8,
    });
    return new SlowPage(visitor, page, session);
  }

  /** Goes there and waits until it is whole; gives the milliseconds until then, by the page's clock. */
  async visit(address: string): Promise<number> {
    await this.page.goto(address, { waitUntil: 'commit' });
    const wholeMs = await this.until<number>(WHOLE);
    await wait(SETTLE_MS);
    return wholeMs;
  }

  /**
   * Asks the page again and again until it says anything but null. Not by locators: the script that they bring into the page takes a
   * slow machine longer than many of ours.
   */
  async until<Answer>(expression: string): Promise<Answer> {
    const late = performance.now() + PATIENCE_MS;
    while (performance.now() < late) {
      const { result } = await this.#session.send('Runtime.evaluate', { expression, returnByValue: true });
      if (result.value !== null && result.value !== undefined) return result.value;
      await wait(POLL_MS);
    }
    throw new Error(`The page did not get as far as ${expression}`);
  }

  /** Presses what a selector finds whose text or name begins so, where it is. */
  async press(selector: string, words = ''): Promise<void> {
    const { x, y } = await this.until<{ x: number; y: number }>(`(() => {
      const named = (element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
      const found = [...document.querySelectorAll(${JSON.stringify(selector)})].find((element) => named(element).startsWith(${JSON.stringify(words)}) && element.checkVisibility());
      if (!found) return null;
      found.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = found.getBoundingClientRect();
      return width === 0 ? null : { x: x + width / 2, y: y + height / 2 };
    })()`);
    await this.page.mouse.click(x, y);
    await wait(SETTLE_MS);
  }

  async vitals(): Promise<Vitals> {
    await wait(SETTLE_MS);
    return this.until<Vitals>(VITALS);
  }

  leave(): Promise<void> {
    return this.#visitor.leave();
  }
}

/** A page of the admin is whole when it has its heading, and no room is kept for anything any more. */
const WHOLE = `(() => {
  const signs = [...document.querySelectorAll('.shell, [class*="Polaris-Skeleton"], [class*="Polaris-Spinner"]')];
  // A table of Polaris keeps its spinner at hand, out of sight.
  const isWaiting = signs.some((sign) => sign.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
  if (isWaiting || document.querySelector('h1') === null) return null;
  return Math.round(performance.now());
})()`;

const VITALS = `(() => {
  const loads = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  const bytes = loads.reduce((sum, { transferSize }) => sum + transferSize, 0);
  return { ...vitals, requests: loads.length, kilobytes: Math.round(bytes / 1000) };
})()`;

/** Runs in the page, before anything else: notes the largest picture, what moved though nobody pressed anything, and how long presses took. */
function watch(): void {
  const vitals = { lcpMs: 0, lcpOf: '', cls: 0, inpMs: 0, inpOf: '' };
  Object.defineProperty(window, 'vitals', { value: vitals });
  const told = (element: unknown): string =>
    element instanceof Element ? `${element.localName} ${(element.textContent ?? '').trim().slice(0, 24)}`.trim() : '';
  const observe = (type: string, note: (entry: PerformanceEntry) => void, options = {}): void => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(note));
    observer.observe({ type, buffered: true, ...options });
  };
  observe('largest-contentful-paint', (entry) => {
    vitals.lcpMs = Math.round(entry.startTime);
    vitals.lcpOf = told(Reflect.get(entry, 'element'));
  });
  observe('layout-shift', (entry) => {
    if (!Reflect.get(entry, 'hadRecentInput')) vitals.cls += Number(Reflect.get(entry, 'value'));
  });
  observe(
    'event',
    (entry) => {
      if (!Reflect.get(entry, 'interactionId') || entry.duration <= vitals.inpMs) return;
      vitals.inpMs = entry.duration;
      vitals.inpOf = `${entry.name} ${told(Reflect.get(entry, 'target'))}`;
    },
    { durationThreshold: 16 },
  );
}
