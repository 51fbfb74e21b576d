import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';

/** Pictures that are looked at together. */
export interface ContactSheet {
  readonly name: string;
  /** Files in the sheet's own folder, each with what is seen on it. */
  readonly pictures: readonly { readonly file: string; readonly title: string }[];
  /** How wide each is shown, in pixels. */
  readonly width: number;
}

/** Wide enough for a screen, narrow enough to be looked at whole. */
const SHEET_WIDTH = 1720;

const page = ({ name, pictures, width }: ContactSheet) => `<!doctype html><meta charset="utf-8"><title>${name}</title>
<style>body { margin: 20px; font: 13px system-ui; background: #c9c9d2; columns: ${width}px; column-gap: 16px }
figure { margin: 0 0 16px; break-inside: avoid } img { display: block; width: 100% }</style>
${pictures.map(({ file, title }) => `<figure><figcaption>${title}</figcaption><a href="${file}"><img src="${file}"></a></figure>`).join('\n')}`;

/** Puts the pictures on one page, and that page into one picture. */
export async function layOut(browser: Browser, folder: string, sheet: ContactSheet): Promise<void> {
  const address = join(folder, `${sheet.name}.html`);
  await writeFile(address, page(sheet));
  const view = await browser.newPage({ viewport: { width: SHEET_WIDTH, height: 900 } });
  await view.goto(pathToFileURL(address).href, { waitUntil: 'load' });
  await view.screenshot({ path: join(folder, `${sheet.name}.png`), fullPage: true });
  await view.close();
}
