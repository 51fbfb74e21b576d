import { arrive, openBrowser } from './browser.ts';
const url = process.argv[2];
const paths = (process.argv[3] ?? 'settings,settings/new-campaigns,campaigns').split(',');
const browser = await openBrowser();
for (const width of [1280, 390]) {
  const visitor = await arrive(browser, { viewport: { width, height: 900 } }, (t) => { console.log('console:', t); return true; });
  const page = await visitor.newPage();
  const ops: string[] = [];
  page.on('request', (r) => { if (r.url().includes('graphql')) ops.push(JSON.parse(r.postData() ?? '{}').operationName); if (r.url().includes('session')) ops.push('SESSION'); });
  for (const path of paths) {
    ops.length = 0;
    await page.goto(`${url}/admin/${path}`);
    await page.waitForFunction(() => document.querySelector('.shell, [class*="Polaris-Skeleton"]') === null && document.querySelector('h1') !== null, undefined, { timeout: 60000 });
    await page.waitForTimeout(800);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    console.log(width, path, 'beyond', beyond, ops.join(' '));
    await page.screenshot({ path: `/tmp/shots/${path.replaceAll('/', '_')}-${width}.png`, fullPage: true });
  }
  // first look without JS
  const noJs = await arrive(browser, { viewport: { width, height: 900 }, javaScriptEnabled: false });
  const p2 = await noJs.newPage();
  await p2.goto(`${url}/admin/${paths[0]}`);
  await p2.screenshot({ path: `/tmp/shots/first-${width}.png` });
  await visitor.context.close();
  await noJs.context.close();
}
await browser.close();
