import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { type OutsideRules, readOutsidePage } from './outside-page.ts';

const PUBLIC = '93.184.215.14';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Where connections would go; none of them comes about. */
function dialled(): string[] {
  const hosts: string[] = [];
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...asked: unknown[]) {
    const [first] = asked.flat();
    hosts.push(String((first as { host?: string }).host));
    process.nextTick(() => this.destroy(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })));
    return this;
  });
  return hosts;
}

const noPlaceInside: OutsideRules = { ownOrigin: null };

/** Why a page was not read. */
async function reasonOf(address: string, rules: OutsideRules = noPlaceInside): Promise<string> {
  return readOutsidePage(address, rules).then(
    ({ status }) => `read: ${status}`,
    ({ reason }: { reason: string }) => reason,
  );
}

const resolving = (...addresses: string[]): OutsideRules => ({ ...noPlaceInside, addressesOf: async () => addresses });

test.each([
  ...['https://127.0.0.1/', 'https://127.1/', 'https://127.0.1/', 'https://2130706433/', 'https://0x7f000001/'],
  ...['https://0177.0.0.1/', 'https://0x7f.0.0.1/', 'https://0/', 'https://0.0.0.0/', 'https://127.0.0.1./'],
  ...['https://10.0.0.1/', 'https://10.255.255.255/', 'https://172.16.0.1/', 'https://172.31.255.255/'],
  ...['https://192.168.0.1/', 'https://192.168.1.1:443/', 'https://169.254.169.254/latest/meta-data/'],
  ...['https://169.254.169.254./', 'https://0xa9fea9fe/', 'https://2852039166/', 'https://100.64.0.1/'],
  ...['https://100.100.100.200/', 'https://192.0.0.192/', 'https://168.63.129.16/', 'https://198.18.0.1/'],
  ...[
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[::]/',
    'https://[::1]/',
    'https://[0:0:0:0:0:0:0:1]/',
  ],
  ...['https://[::ffff:127.0.0.1]/', 'https://[::ffff:7f00:1]/', 'https://[::ffff:169.254.169.254]/'],
  ...[
    'https://[64:ff9b::7f00:1]/',
    'https://[64:ff9b::169.254.169.254]/',
    'https://[fc00::1]/',
    'https://[fd00:ec2::254]/',
  ],
  ...['https://[fe80::1]/', 'https://[ff02::1]/', 'https://[2002:7f00:1::]/', 'https://[2001:db8::1]/'],
  ...['https://１２７.０.０.１/', 'https://127。0。0。1/', 'https://①②⑦.0.0.1/', 'https://0300.0250.0.1/'],
  ...['https://localhost/', 'https://LOCALHOST/', 'https://localhost./', 'https://localhost:443/'],
  ...[
    'https://1.1.1.1:22/',
    'https://1.1.1.1:25/',
    'https://1.1.1.1:5432/',
    'https://1.1.1.1:8080/',
    'https://1.1.1.1:4443/',
  ],
  ...['127.0.0.1', '10.0.0.1/x', '[::1]/', 'localhost/admin/'],
])('%s leads nowhere public, and nobody is dialled', async (address) => {
  const hosts = dialled();

  expect(await reasonOf(address)).toBe('NOT_PUBLIC');
  expect(hosts).toEqual([]);
});

test.each([
  ...[
    'http://1.1.1.1/',
    'http://example.com/',
    'ftp://1.1.1.1/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:6379/_INFO',
  ],
  ...[
    'ws://1.1.1.1/',
    'ldap://127.0.0.1/',
    'dict://127.0.0.1:11211/',
    'data://text/html,x',
    'javascript://1.1.1.1/%0aalert(1)',
  ],
])('%s is not https, and nobody is dialled', async (address) => {
  const hosts = dialled();

  expect(await reasonOf(address)).toBe('NOT_HTTPS');
  expect(hosts).toEqual([]);
});

test.each([
  ...[
    '',
    '   ',
    'https://',
    'https:///',
    'https://exa mple.com/',
    'https://[::1',
    `https://1.1.1.1/${'x'.repeat(2_050)}`,
  ],
  ...[
    'https://user@1.1.1.1/',
    'https://user:secret@1.1.1.1/',
    'https://1.1.1.1@127.0.0.1/',
    'https://:x@1.1.1.1/',
    '@',
  ],
])('%j is no address of a page, and nobody is dialled', async (address) => {
  const hosts = dialled();

  expect(await reasonOf(address)).toBe('NO_ADDRESS');
  expect(hosts).toEqual([]);
});

test.each([
  ['an address inside', ['10.0.0.5']],
  ['one of them inside', [PUBLIC, '169.254.169.254']],
  ['an IPv6 address inside', ['fd12:3456::1']],
  ['no address', []],
])('a name with %s is not public, and nobody is dialled', async (_what, addresses) => {
  const hosts = dialled();

  expect(await reasonOf('https://intranet.example/', resolving(...addresses))).toBe('NOT_PUBLIC');
  expect(hosts).toEqual([]);
});

test('a name is looked up once, and what was looked at is what is dialled, whatever the name leads to next', async () => {
  const hosts = dialled();
  const answers = [[PUBLIC], ['127.0.0.1']];
  const addressesOf = vi.fn(async () => answers.shift() ?? []);

  expect(await reasonOf('https://rebinding.example/', { ...noPlaceInside, addressesOf })).toBe('UNREACHABLE');

  expect(hosts).toEqual([PUBLIC]);
  expect(addressesOf).toHaveBeenCalledTimes(1);
});

test('a look-up that never ends is not waited for', async () => {
  const rules = { ...noPlaceInside, withinMs: 30, addressesOf: () => new Promise<never>(() => {}) };

  expect(await reasonOf('https://slow.example/', rules)).toBe('TOO_SLOW');
});

/** A server within our walls that may be asked, as the demo page of standalone mode. */
async function inside(listener: RequestListener): Promise<{ readonly origin: string; readonly rules: OutsideRules }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, rules: { ownOrigin: origin } };
}

const redirecting =
  (location: string): RequestListener =>
  (_request, response) =>
    void response.writeHead(302, { location }).end();

const HTML = { 'content-type': 'text/html; charset=utf-8' };

test('a page is read as anybody would, without cookies, and its redirects are followed', async () => {
  const heads: unknown[] = [];
  const { origin, rules } = await inside(({ url, headers }, response) => {
    heads.push(headers.cookie, headers['accept-encoding']);
    if (url === '/old') return void response.writeHead(301, { location: '/new', 'set-cookie': 'a=b' }).end();
    response.writeHead(200, { ...HTML, 'content-security-policy': "script-src 'self'" }).end('<p>Grüße</p>');
  });

  const page = await readOutsidePage(`${origin}/old`, rules);

  expect(page).toMatchObject({ status: 200, isRedirected: true, isWhole: true, body: '<p>Grüße</p>' });
  expect([page.url.href, page.contentSecurityPolicy]).toEqual([`${origin}/new`, "script-src 'self'"]);
  expect(heads).toEqual([undefined, 'identity', undefined, 'identity']);
});

test.each([
  ['https://127.0.0.1/', 'NOT_PUBLIC'],
  ['https://[::ffff:10.0.0.1]/', 'NOT_PUBLIC'],
  ['https://169.254.169.254/latest/meta-data/', 'NOT_PUBLIC'],
  ['https://user@1.1.1.1/', 'NO_ADDRESS'],
  ['http://127.0.0.1:9/', 'NOT_HTTPS'],
  ['file:///etc/passwd', 'NOT_HTTPS'],
  ['https://[', 'UNREACHABLE'],
])('a redirect to %s is not followed', async (location, reason) => {
  const { origin, rules } = await inside(redirecting(location));

  expect(await reasonOf(`${origin}/`, rules)).toBe(reason);
});

test('a public page cannot lead to the one place inside: only who names it gets there', async () => {
  let visits = 0;
  const { origin, rules } = await inside((_request, response) => {
    visits += 1;
    response.writeHead(200, HTML).end();
  });
  const gateway = await inside(redirecting(`${origin}/`));

  expect(await reasonOf(`${gateway.origin}/`, { ...gateway.rules })).toBe('NOT_HTTPS');
  expect(await reasonOf(`${origin}/`, { ownOrigin: gateway.origin })).toBe('NOT_HTTPS');
  expect(visits).toBe(0);
  expect(await reasonOf(`${origin}/`, rules)).toBe('read: 200');
});

test('redirects without end are left after the third', async () => {
  let visits = 0;
  const { origin, rules } = await inside((_request, response) => {
    visits += 1;
    response.writeHead(302, { location: `/${visits}` }).end();
  });

  expect(await reasonOf(origin, rules)).toBe('TOO_MANY_REDIRECTS');
  expect(visits).toBe(4);
});

test('a body without end is read for as long as the limit says, and left', async () => {
  const left = Promise.withResolvers<void>();
  const { origin, rules } = await inside((_request, response) => {
    response.writeHead(200, HTML).once('close', left.resolve);
    pour(response);
  });

  const page = await readOutsidePage(origin, { ...rules, mostBytes: 100_000 });

  expect([page.body.length, page.isWhole]).toEqual([100_000, false]);
  await left.promise;
});

function pour(response: ServerResponse): void {
  while (!response.destroyed && response.write('x'.repeat(16_384)));
  response.once('drain', () => pour(response));
}

test.each([
  ['the head', (_response: ServerResponse) => undefined],
  ['the body', (response: ServerResponse) => void response.writeHead(200, HTML).write('<p>')],
])('%s that does not come is not waited for', async (_what, answer) => {
  const { origin, rules } = await inside((_request, response) => answer(response));

  expect(await reasonOf(origin, { ...rules, withinMs: 100 })).toBe('TOO_SLOW');
});

test('a body that breaks off, and a server that hangs up, count as no answer', async () => {
  const { origin, rules } = await inside(({ url }, response) => {
    if (url === '/') return void response.destroy();
    response.writeHead(200, { ...HTML, 'content-length': 100 }).write('<p>');
    setTimeout(() => response.destroy(), 20);
  });

  expect(await reasonOf(`${origin}/`, rules)).toBe('UNREACHABLE');
  expect(await reasonOf(`${origin}/cut`, rules)).toBe('UNREACHABLE');
});

test('a compressed body is not unpacked, and one that is no page, or an error, not read', async () => {
  const { origin, rules } = await inside(({ url }, response) => {
    if (url === '/packed') response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end('bomb');
    else if (url === '/data') response.writeHead(200, { 'content-type': 'application/json' }).end('{"secret":1}');
    else response.writeHead(500, HTML).end('the trace of a fault');
  });

  expect(await reasonOf(`${origin}/packed`, rules)).toBe('UNREADABLE');
  expect(await readOutsidePage(`${origin}/data`, rules)).toMatchObject({ contentType: 'application/json', body: '' });
  expect(await readOutsidePage(`${origin}/broken`, rules)).toMatchObject({ status: 500, body: '' });
});
