import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';
import { settings } from './config-settings.ts';

const appKey = Buffer.alloc(32, 7).toString('base64');
const shopify = { SHOPIFY_API_KEY: 'key', SHOPIFY_API_SECRET: 'secret', APP_KEY: appKey };

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('without a single setting it is a standalone app on the loopback address with a database of its own', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ host: '127.0.0.1', port: 4000, publicUrl: 'http://127.0.0.1:4000', shopify: null });
  expect(config.database.kind).toBe('embedded');
  expect(config.dataDir.startsWith('/')).toBe(true);
});

test('every wrong setting is named at once', () => {
  const problems = problemsOf({
    PORT: '70000',
    LOG_LEVEL: 'loud',
    DATABASE_URL: 'mysql://x',
    TRUSTED_PROXIES: '10.0.0.0/33',
  });
  expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([
    'DATABASE_URL',
    'LOG_LEVEL',
    'PORT',
    'TRUSTED_PROXIES',
  ]);
});

test('a problem never repeats the value of a secret', () => {
  const problems = problemsOf({ APP_KEY: 'hunter2', DATABASE_URL: 'hunter2', SHOPIFY_API_SECRET: 'hunter2' });
  expect(problems).toHaveLength(3);
  expect(problems.join()).not.toContain('hunter2');
});

test('production without Shopify credentials is refused and says what is missing', () => {
  const problems = problemsOf({ NODE_ENV: 'production' }).join('; ');
  expect(problems).toContain('SHOPIFY_API_KEY');
  expect(problems).toContain('SHOPIFY_API_SECRET');
  expect(problems).toContain('APP_KEY');
});

test('production with Shopify credentials may listen to everybody', () => {
  const config = readConfig({
    ...shopify,
    NODE_ENV: 'production',
    HOST: '0.0.0.0',
    PUBLIC_URL: 'https://vip.example/',
  });
  expect(config).toMatchObject({ production: true, host: '0.0.0.0', publicUrl: 'https://vip.example' });
  expect(config.appKey).toHaveLength(32);
});

test('a standalone app refuses to listen to other machines', () => {
  expect(problemsOf({ HOST: '0.0.0.0' }).join()).toContain('HOST must be a loopback address');
  expect(problemsOf({ HOST: '::1' })).toEqual([]);
});

test('half of the Shopify credentials is refused', () => {
  expect(problemsOf({ SHOPIFY_API_KEY: 'key', APP_KEY: appKey }).join()).toContain('SHOPIFY_API_SECRET is missing');
});

test('a mail server without a sender is refused, and so is a sender that could smuggle in a header', () => {
  expect(problemsOf({ SMTP_URL: 'smtp://localhost' }).join()).toContain('MAIL_FROM is missing');
  expect(problemsOf({ MAIL_FROM: 'early@shop.example' }).join()).toContain('SMTP_URL is missing');
  const problems = problemsOf({ SMTP_URL: 'https://localhost', MAIL_FROM: 'early@shop.example\r\nBcc: a@b.example' });
  expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual(['MAIL_FROM', 'SMTP_URL']);
});

test('keys go to the vendors themselves, and in standalone mode to the stand-in on this machine', () => {
  const own = { KLAVIYO: 'https://a.klaviyo.com', OMNISEND: 'https://api.omnisend.com/api' };
  expect(readConfig(shopify).vendors).toEqual(own);
  expect(readConfig({ PORT: '4100', PUBLIC_URL: 'https://vip.example' }).vendors).toEqual({
    KLAVIYO: 'http://127.0.0.1:4100/demo/vendors/klaviyo',
    OMNISEND: 'http://127.0.0.1:4100/demo/vendors/omnisend',
  });
  expect(readConfig({ KLAVIYO_URL: 'https://a.klaviyo.com/' }).vendors.KLAVIYO).toBe(own.KLAVIYO);
});

test.each([
  'http://a.klaviyo.com',
  'https://user:word@a.klaviyo.com',
  'http://127.0.0.1.evil.example',
  'a.klaviyo.com',
])('a key is not sent to %s', (address) => {
  expect(problemsOf({ KLAVIYO_URL: address, OMNISEND_URL: address })).toHaveLength(2);
});

test('an empty variable counts as missing', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' }).port).toBe(4000);
});

test('a list of proxies is read with its spaces', () => {
  expect(readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, ::1' }).trustedProxies).toEqual(['10.0.0.0/8', '::1']);
});

test('.env.example names exactly the settings there are, with their defaults', () => {
  const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
  const lines = [...example.matchAll(/^#?([A-Z][A-Z_]+)=(.*)$/gm)];
  expect(lines.map(([, name]) => name).sort()).toEqual(Object.keys(settings.shape).sort());
  const written = Object.fromEntries(lines.map(([, name, value]) => [name, value]));
  expect(readConfig(written)).toEqual(readConfig({}));
});
