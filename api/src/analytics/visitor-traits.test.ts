import { describe, expect, test } from 'vitest';
import { looksLikeMachine, ViewPace } from './suspicion.ts';
import { trafficSource } from './traffic-source.ts';
import { visitorTraits } from './visitor-traits.ts';

const language = { 'accept-language': 'de' };
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

describe('where a visitor came from', () => {
  test.each([
    [
      { page: 'https://shop.example/p?utm_source=News&utm_medium=E-Mail&utm_campaign=Winter%20Drop' },
      'news / e-mail / winter drop',
    ],
    [{ page: 'https://shop.example/p?utm_source=News', referrer: 'https://mail.example/' }, 'news'],
    [
      { page: 'https://shop.example/p?utm_campaign=winter', referrer: 'https://www.Blog.example/post?reader=7' },
      'blog.example',
    ],
    [{ page: 'https://www.shop.example/p', referrer: 'https://shop.example/' }, 'direct'],
    [{ page: 'widget' }, 'direct'],
    [{ page: null, referrer: 'android-app://com.example.mail' }, 'direct'],
    [{}, 'direct'],
  ])('%o is %s', (visit, source) => {
    expect(trafficSource(visit)).toBe(source);
  });

  test.each([
    'https://shop.example/?utm_source=ada%40example.com',
    'https://shop.example/?utm_source=customer-1234567',
  ])('what could name a person is hidden: %s', (page) => {
    expect(trafficSource({ page })).toBe('hidden');
  });

  test('what somebody makes up is cut, and has no character that the database or our own stroke could mind', () => {
    const page = `https://shop.example/?utm_source=${'x'.repeat(100)}&utm_medium=a/b%00%0Ac`;

    expect(trafficSource({ page })).toBe(`${'x'.repeat(40)} / a b c`);
  });
});

describe('what looks like a machine', () => {
  test.each([
    [
      'a crawler',
      { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', ...language },
    ],
    ['a scanner of links in mails', { 'user-agent': 'Mozilla/5.0 Barracuda Sentinel', ...language }],
    ['a link preview', { 'user-agent': 'WhatsApp/2.24', ...language }],
    ['a script', { 'user-agent': 'curl/8.5.0', ...language }],
    ['no name', { ...language }],
    ['no language', { 'user-agent': FIREFOX }],
    [
      'a page fetched before anybody looks',
      { 'user-agent': FIREFOX, ...language, 'sec-purpose': 'prefetch;prerender' },
    ],
  ])('%s', (_who, headers) => {
    expect(looksLikeMachine(headers)).toBe(true);
  });

  test.each([
    ['a browser', FIREFOX],
    [
      'a phone by Cubot',
      'Mozilla/5.0 (Linux; Android 14; CUBOT X70) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
    ],
  ])('but not %s', (_who, agent) => {
    expect(looksLikeMachine({ 'user-agent': agent, ...language })).toBe(false);
  });

  test('nobody views a gate 120 times in ten seconds', () => {
    const pace = new ViewPace();
    const views = Array.from({ length: 121 }, () => pace.isAbsurd('campaign', 'who', 50_000));

    expect([views.indexOf(true), pace.isAbsurd('campaign', 'another', 50_000)]).toEqual([120, false]);
    expect(pace.isAbsurd('campaign', 'who', 60_000)).toBe(false);
  });
});

test.each([
  ['phone', { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile/15E148' }],
  ['phone', { 'user-agent': 'Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140.0 Mobile Safari/537.36' }],
  ['tablet', { 'user-agent': 'Mozilla/5.0 (Linux; Android 15; SM-X910) Chrome/140.0 Safari/537.36' }],
  ['tablet', { 'user-agent': 'Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) Mobile/15E148' }],
  ['desktop', { 'user-agent': FIREFOX }],
  ['phone', { 'user-agent': 'Mozilla/5.0 (X11) Chrome/140.0', 'sec-ch-ua-mobile': '?1' }],
])('a %s is known for one', (device, headers) => {
  expect(visitorTraits({ headers: { ...headers, ...language }, ips: [] }, null).device).toBe(device);
});

test.each([
  ['a trusted proxy’s word', 'at', ['127.0.0.1', '192.0.2.1'], 'cf-ipcountry', 'AT'],
  ['what anybody wrote', 'AT', ['192.0.2.1'], 'cf-ipcountry', null],
  ['no country', 'XX', ['127.0.0.1', '192.0.2.1'], 'cf-ipcountry', null],
  ['nonsense', 'Austria', ['127.0.0.1', '192.0.2.1'], 'cf-ipcountry', null],
  ['a header that nobody set up', 'AT', ['127.0.0.1', '192.0.2.1'], null, null],
])('%s', (_what, told, ips, header, country) => {
  expect(visitorTraits({ headers: { 'cf-ipcountry': told, ...language }, ips }, header).country).toBe(country);
});
