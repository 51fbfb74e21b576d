import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** One way to look at a state. */
interface Look {
  readonly name: string;
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  /** The system's own few colours instead of the page's. */
  readonly isForced?: true;
  /** The browser's type at twice its size. */
  readonly isLarge?: true;
}

/** All of them. Nothing moves in any: who looks at pictures has asked for less motion. */
export const looks: readonly Look[] = [
  { name: '390 light', width: 390, scheme: 'light' },
  { name: '390 dark', width: 390, scheme: 'dark' },
  { name: '1280 light', width: 1280, scheme: 'light' },
  { name: '1280 dark', width: 1280, scheme: 'dark' },
  { name: '390 forced colours', width: 390, scheme: 'dark', isForced: true },
  { name: '320 at twice the size', width: 320, scheme: 'light', isLarge: true },
];

/** Long enough for a cross-fade and for pictures to come. */
const SETTLE_MS = 150;

/** Takes every look at what stands on the page now; answers the files' names by the looks'. */
export async function lookAt(page: Page, folder: string, subject: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const look of looks) {
    await page.emulateMedia({ colorScheme: look.scheme, forcedColors: look.isForced ? 'active' : 'none' });
    await page.setViewportSize({ width: look.width, height: 300 });
    await page.evaluate(
      (size) => {
        document.documentElement.style.fontSize = size;
      },
      look.isLarge ? '200%' : '',
    );
    await page.waitForTimeout(SETTLE_MS);
    const file = `${subject} ${look.name}.png`.replaceAll(/[ ,]+/g, '-');
    await page.screenshot({ path: join(folder, file), fullPage: true });
    files.set(look.name, file);
  }
  return files;
}
