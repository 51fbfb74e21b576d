import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';
import { InstallationService } from './installation.service.ts';

const HASH = 'sha384-right';

/** A page of the host inside our walls that standalone mode may ask: the tests’ stand-in for a demo page. */
interface HostPage {
  readonly html?: string;
  readonly status?: number;
  readonly headers?: Record<string, string>;
}

const pages = new Map<string, HostPage>();
let origin: string;
let app: TestApp;
let shop: string;
let campaignId: string;
let service: InstallationService;

/** A page that comes when the test lets it. */
const slow = { asked: Promise.withResolvers<void>(), released: Promise.withResolvers<void>() };

const host = createServer(async ({ url = '/' }, response) => {
  if (url === '/slow') {
    slow.asked.resolve();
    await slow.released.promise;
  }
  const { html = '', status = 200, headers = {} } = pages.get(url) ?? { status: 404 };
  response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(html);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  afterAll(() => host.close());
  origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  app = await testApp({ PUBLIC_URL: origin });
  shop = await aShop(app);
  ({ id: campaignId } = await aCampaign(app, shop, { name: 'Winter drop' }));
  service = serviceAt('https://vip.example');
});

/** The service as it is for a widget at another host than the page. */
function serviceAt(publicUrl: string): InstallationService {
  const widget = { publicUrl, releases: new Map([['0.1.0', HASH]]) };
  return new InstallationService({ campaigns: app.services.campaigns, widget, rules: { ownOrigin: origin } });
}

let count = 0;

/** What a test of this page finds, in a shop of its own turn so that none has to wait. */
async function found(page: HostPage): Promise<string[]> {
  count += 1;
  pages.set(`/${count}`, page);
  if (count % 10 === 0) service = serviceAt('https://vip.example');
  const { installationTest } = await service.test(shop, campaignId, `${origin}/${count}`);
  const { isInstalled, form, findings } = installationTest ?? { isInstalled: false, form: null, findings: [] };
  const told = findings.map(({ code, detail }) => (detail === null ? code : `${code} ${detail}`));
  return [isInstalled ? `installed ${form}` : `not installed ${form}`, ...told];
}

const V1 = '<script async src="https://vip.example/widget/v1/vip-gate.js"></script>';
const pinned = (attributes: string, version = '0.1.0') =>
  `<script async src="https://vip.example/widget/${version}/vip-gate.js" ${attributes}></script>`;
const gate = (id = campaignId) => `<vip-gate campaign="${id}"></vip-gate>`;
const withPolicy = (policy: string, html = V1 + gate()): HostPage => ({
  ...{ html, headers: { 'content-security-policy': policy } },
});

describe('a page that has the gate', () => {
  test('by the plain snippet', async () => {
    expect(await found({ html: `<body>${V1}${gate()}` })).toEqual(['installed PLAIN', 'SCRIPT_FOUND', 'GATE_FOUND']);
  });

  test('by the pinned snippet, whose hash is right', async () => {
    expect(await found({ html: pinned(`integrity="${HASH}" crossorigin="anonymous"`) + gate() })).toEqual([
      ...['installed PINNED', 'SCRIPT_FOUND', 'INTEGRITY_RIGHT', 'GATE_FOUND'],
    ]);
  });

  test('by the block of a theme, and by its embed, which keeps it in a template', async () => {
    const asset = 'https://cdn.shopify.com/extensions/0190/vip-1/assets/vip-gate.js';
    const block = `<vip-gate campaign="${campaignId}" api="https://vip.example/public/graphql"></vip-gate>`;

    const good = ['installed THEME', 'SCRIPT_FOUND', 'GATE_FOUND'];
    expect(await found({ html: `<script async src="${asset}"></script>${block}` })).toEqual(good);
    const embed = `<details data-vip-gate-script="${asset}"><template>${block}</template></details>`;
    expect(await found({ html: embed })).toEqual(good);
  });

  test('under a policy that allows it', async () => {
    const policy =
      'script-src https://vip.example/widget/; connect-src https://vip.example; img-src https://vip.example';
    expect(await found(withPolicy(policy))).toEqual([
      ...['installed PLAIN', 'SCRIPT_FOUND', 'GATE_FOUND', 'POLICY_ALLOWS'],
    ]);
  });

  test('beside that of another campaign', async () => {
    expect((await found({ html: V1 + gate('another') + gate() }))[0]).toBe('installed PLAIN');
  });
});

describe('a page without the script, or with one that does not run', () => {
  test.each([
    ['none', () => '<script src="/theme.js"></script>', 'null', 'SCRIPT_MISSING'],
    ['one in a comment', () => `<!-- ${V1} -->`, 'null', 'SCRIPT_MISSING'],
    ['another server’s', () => V1.replace('vip', 'old'), 'PLAIN', 'SCRIPT_ELSEWHERE https://old.example'],
    [
      'one that a consent banner holds back',
      () => V1.replace('async', 'type="text/plain"'),
      'PLAIN',
      'SCRIPT_HELD_BACK text/plain',
    ],
    ['a wrong hash', () => pinned('integrity="sha384-wrong" crossorigin'), 'PINNED', 'INTEGRITY_WRONG'],
    ['a hash without crossorigin', () => pinned(`integrity="${HASH}"`), 'PINNED', 'CROSSORIGIN_MISSING'],
    ['a version that never was', () => pinned('', '9.9.9'), 'PINNED', 'RELEASE_UNKNOWN 9.9.9'],
    [
      'a hash on what changes',
      () => V1.replace('async', `integrity="${HASH}" crossorigin`),
      'PLAIN',
      'INTEGRITY_UNPINNED',
    ],
  ])('%s', async (_what, html, form, finding) => {
    const [verdict, first] = await found({ html: html() + gate() });

    expect([verdict, first]).toEqual([`not installed ${form}`, finding]);
  });

  test('a release without its hash works, and the note says so', async () => {
    expect(await found({ html: pinned('') + gate() })).toEqual([
      ...['installed PINNED', 'INTEGRITY_MISSING', 'SCRIPT_FOUND', 'GATE_FOUND'],
    ]);
  });
});

describe('a page whose gate is not the campaign’s', () => {
  test.each([
    ['none at all', () => '<p>Soon</p>', 'GATE_MISSING'],
    ['one that names no campaign', () => '<vip-gate></vip-gate>', 'GATE_WITHOUT_CAMPAIGN'],
    ['a stranger’s', () => gate('somebody-elses'), 'GATE_OF_ANOTHER somebody-elses'],
    ['one in a template', () => `<template>${gate()}</template>`, 'GATE_MISSING'],
    [
      'one that asks another server',
      () => gate().replace('>', ' api="https://old.example/public/graphql">'),
      'GATE_ELSEWHERE https://old.example',
    ],
  ])('%s', async (_what, html, finding) => {
    expect((await found({ html: V1 + html() })).slice(0, 2)).toEqual(['not installed PLAIN', finding]);
  });

  test('another one of the shop is told by its name; that of another shop is not', async () => {
    const { id: other } = await aCampaign(app, shop, { name: 'Spring drop' });
    const { id: foreign } = await aCampaign(app, await aShop(app), { name: 'Secret of others' });

    expect((await found({ html: V1 + gate(other) }))[1]).toBe('GATE_OF_ANOTHER Spring drop');
    expect((await found({ html: V1 + gate(foreign) }))[1]).toBe(`GATE_OF_ANOTHER ${foreign}`);
  });
});

test.each([
  ["script-src 'self'", 'not installed PLAIN', ['POLICY_BLOCKS_SCRIPT https://vip.example/widget/v1/']],
  ["connect-src 'self'", 'not installed PLAIN', ['POLICY_BLOCKS_API https://vip.example']],
  ["img-src 'self'", 'installed PLAIN', ['POLICY_BLOCKS_PICTURES https://vip.example']],
])('a page under “%s” is told what to allow', async (policy, verdict, findings) => {
  expect((await found(withPolicy(policy))).slice(0, 2)).toEqual([verdict, ...findings]);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  expect((await found({ html: meta + V1 + gate() })).slice(0, 2)).toEqual([verdict, ...findings]);
});

test.each<[string, HostPage, string]>([
  ['is not there', { status: 404 }, 'NOT_FOUND'],
  ['is refused', { status: 403 }, 'REFUSED 403'],
  ['is broken', { status: 502 }, 'BROKEN 502'],
  ['wants a password of the browser', { status: 401 }, 'PASSWORD_PAGE'],
  ['is a picture', { headers: { 'content-type': 'image/png' } }, 'NOT_HTML image/png'],
  ['leads to the shop’s password', { status: 302, headers: { location: '/password' } }, 'PASSWORD_PAGE'],
])('a page that %s says so alone', async (_what, page, finding) => {
  pages.set('/password', { html: '<form action="/password" method="post">' });

  expect(await found(page)).toEqual(['not installed null', finding]);
});

test('a page that leads on is tested where it leads, and the address is told', async () => {
  pages.set('/there', { html: V1 + gate() });

  expect(await found({ status: 301, headers: { location: '/there' } })).toEqual([
    ...['installed PLAIN', `REDIRECTED ${origin}/there`, 'SCRIPT_FOUND', 'GATE_FOUND'],
  ]);
});

describe('through the API', () => {
  let merchant: Ask;
  const TEST = `mutation ($campaignId: ID!, $url: String!) { installationTest(campaignId: $campaignId, url: $url) {
    installationTest { isInstalled form findings { code severity detail } } userErrors { field code }
  } }`;
  const ask = async (url: string, by = merchant) => (await by(TEST, { campaignId, url })).data.installationTest;

  beforeAll(async () => {
    merchant = await app.asTool(shop);
  });

  test('an inside address gets one answer, whether anybody is there or not', async () => {
    const findings = [{ code: 'NOT_PUBLIC', severity: 'PROBLEM', detail: null }];

    for (const url of [origin.replace('http:', 'https:'), 'https://127.0.0.1/', 'https://10.255.255.1/', 'localhost']) {
      expect((await ask(url)).installationTest).toEqual({ isInstalled: false, form: null, findings });
    }
  });

  test('the page of our own standalone server can be tested', async () => {
    pages.set('/demo/', { html: `<script async src="/widget/v1/vip-gate.js"></script>${gate()}` });

    expect((await ask(`${origin}/demo/`)).installationTest).toMatchObject({ isInstalled: true, form: 'PLAIN' });
  });

  test('a shop has one test at a time and ten in a minute, another shop its own', async () => {
    const busy = await aShop(app);
    const { id } = await aCampaign(app, busy);
    const asBusy = await app.asTool(busy);
    const tries = async (by: Ask, path = '/demo/') =>
      (await by(TEST, { campaignId: id, url: `${origin}${path}` })).data.installationTest.userErrors;

    const first = tries(asBusy, '/slow');
    await slow.asked.promise;
    const tooMany = [{ field: ['url'], code: 'TOO_MANY' }];
    expect(await tries(asBusy)).toEqual(tooMany);
    slow.released.resolve();
    expect(await first).toEqual([]);
    for (let count = 1; count < 10; count += 1) expect(await tries(asBusy)).toEqual([]);
    expect(await tries(asBusy)).toEqual(tooMany);
    expect((await ask(`${origin}/demo/`)).userErrors).toEqual([]);
  });
});
