import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { unpackChromium } from './chromium.ts';

/** As root, and inside containers, Chromium's own sandbox cannot be set up; everything visited here is ours. */
const LINUX_ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'];

/** How long a page may take to show what a journey waits for. */
const PATIENCE_MS = 15_000;

/** A real Chromium: on Linux the one that comes with an npm package, elsewhere the installed Chrome. */
export async function openBrowser(): Promise<Browser> {
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome' });
  return chromium.launch({ ...(await unpackChromium()), args: LINUX_ARGUMENTS });
}

/** One person at one browser, who has been nowhere yet. */
export interface Visitor {
  readonly context: BrowserContext;
  newPage(): Promise<Page>;
  /** Ends the visit; throws when any page of it has reported an error. */
  leave(): Promise<void>;
}

/**
 * Opens a fresh visit. Every error that a page reports, thrown or logged, ends the journey, but for those that
 * `expected` recognises.
 */
export async function arrive(
  browser: Browser,
  options: BrowserContextOptions = {},
  expected: (text: string) => boolean = () => false,
): Promise<Visitor> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const errors: string[] = [];
  const note = (text: string) => {
    if (!expected(text)) errors.push(text);
  };
  context.on('console', (message) => {
    if (message.type() === 'error') note(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (fault) => note(String(fault.error())));
  return {
    context,
    newPage: () => context.newPage(),
    leave: async () => {
      await context.close();
      if (errors.length > 0) throw new Error(`A page reported errors:\n${errors.join('\n')}`);
    },
  };
}
