import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { unpackChromium } from './chromium.ts';

test.runIf(process.platform === 'linux')('the browser starts on a machine that lacks its libraries', async () => {
  const broken = await mkdtemp(join(tmpdir(), 'vip-no-nss-'));
  try {
    for (const library of ['libnss3.so', 'libnspr4.so', 'libexpat.so.1']) await writeFile(join(broken, library), '');

    const { executablePath, env } = await unpackChromium({ ...process.env, LD_LIBRARY_PATH: broken });
    const browser = await chromium.launch({ executablePath, env, args: ['--no-sandbox'] });
    const page = await browser.newPage();
    await page.setContent('<p>Here I am.</p>');

    expect(await page.textContent('p')).toBe('Here I am.');
    await browser.close();
  } finally {
    await rm(broken, { recursive: true, force: true });
  }
});
