import { isIP } from 'node:net';
import { z } from 'zod';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const MINUTE = 60_000;

/** Every variable that the app reads, with its default. `.env.example` says the same in prose, and a test compares. */
export const settings = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: whole(1, 65_535).default(4000),
  PUBLIC_URL: address(['http:', 'https:']).optional(),
  DATA_DIR: z.string().default('.data'),
  NODE_ENV: z
    .enum(['development', 'production', 'test'], { error: 'must be development, production or test' })
    .default('development'),
  LOG_LEVEL: z.enum(LEVELS, { error: `must be one of ${LEVELS.join(', ')}` }).default('info'),
  WORKER: z.enum(['on', 'only', 'off'], { error: 'must be on, only or off' }).default('on'),
  API_PROCESSES: whole(1, 64).default(1),
  DATABASE_URL: address(['postgres:', 'postgresql:']).optional(),
  DATABASE_POOL_MAX: whole(1, 1000).default(10),
  DATABASE_ACQUIRE_TIMEOUT_MS: whole(1, MINUTE).default(3000),
  DATABASE_STATEMENT_TIMEOUT_MS: whole(1, 10 * MINUTE).default(5000),
  DATABASE_IDLE_TRANSACTION_TIMEOUT_MS: whole(1, 10 * MINUTE).default(10_000),
  SHOPIFY_API_KEY: z.string().optional(),
  SHOPIFY_API_SECRET: z.string().optional(),
  SHOPIFY_API_SECRET_PREVIOUS: z.string().optional(),
  SHOPIFY_STAND_IN_URL: z
    .string()
    .refine(isLoopbackHttp, 'must be an address that begins with http:// on a loopback address')
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  APP_KEY: z.string().refine(isKey, 'must be 32 bytes in base64').optional(),
  SMTP_URL: address(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.string().refine(isMailAddress, 'must be an e-mail address alone, such as early@example.com').optional(),
  KLAVIYO_URL: vendorAddress().optional(),
  OMNISEND_URL: vendorAddress().optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform(splitList)
    .refine((list) => list.every(isCidr), 'must be addresses or CIDRs, separated by commas')
    .prefault(''),
  COUNTRY_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/, 'must be the name of a header, such as cf-ipcountry')
    .transform((name) => name.toLowerCase())
    .optional(),
  PUBLIC_BODY_BYTES: whole(1024, 1_048_576).default(32_768),
  ADMIN_BODY_BYTES: whole(1024, 16_777_216).default(262_144),
  REQUEST_TIMEOUT_MS: whole(100, 10 * MINUTE).default(10_000),
  HEADERS_TIMEOUT_MS: whole(100, 10 * MINUTE).default(10_000),
  QUERY_TOKENS: whole(10, 100_000).default(1000),
  QUERY_DEPTH: whole(1, 100).default(10),
  QUERY_ALIASES: whole(0, 1000).default(15),
  PUBLIC_QUERY_COST: whole(1, 1_000_000).default(200),
  ADMIN_QUERY_COST: whole(1, 1_000_000).default(2000),
  WRONG_GUESSES: whole(1, 100_000).default(10),
  CAMPAIGN_WRONG_GUESSES: whole(1, 10_000_000).default(6000),
  WRONG_GUESS_WINDOW_MS: whole(1000, 24 * 60 * MINUTE).default(10 * MINUTE),
  RECIPIENT_MAILS: whole(1, 100_000).default(10),
  VISITOR_MAILS: whole(1, 10_000_000).default(600),
  CAMPAIGN_MAILS: whole(1, 10_000_000).default(20_000),
  SHUTDOWN_DELAY_MS: whole(0, 10 * MINUTE).default(0),
  SHUTDOWN_GRACE_MS: whole(0, 10 * MINUTE).default(10_000),
});

/** The settings as they were read: each of its type, defaults filled in. */
export type Settings = z.infer<typeof settings>;

/** Whether only this machine can reach `host`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function whole(least: number, most: number) {
  const problem = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d+$/, problem)
    .transform(Number)
    .refine((value) => value >= least && value <= most, problem);
}

function address(protocols: string[]) {
  const wanted = protocols.map((protocol) => `${protocol}//`).join(' or ');
  return z
    .string()
    .refine((value) => protocols.includes(protocolOf(value)), `must be an address that begins with ${wanted}`);
}

/** A key goes there, and people's addresses: never over a network in the clear. */
function vendorAddress() {
  return z
    .string()
    .refine(isSafeForKeys, 'must be an address that begins with https://, or with http:// on a loopback address')
    .transform((value) => value.replace(/\/+$/, ''));
}

function isSafeForKeys(value: string): boolean {
  const url = URL.parse(value);
  if (url === null || url.username !== '' || url.search !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || isLoopbackHttp(value);
}

function isLoopbackHttp(value: string): boolean {
  const url = URL.parse(value);
  return url?.protocol === 'http:' && isLoopback(url.hostname.replace(/^\[|\]$/g, ''));
}

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : '';
}

function isKey(value: string): boolean {
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(value) && Buffer.from(value, 'base64').length === 32;
}

/** A plain address: the name before it is the shop's. */
function isMailAddress(value: string): boolean {
  return value.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@([a-z0-9-]+\.)*[a-z0-9-]+$/i.test(value);
}

function splitList(value: string): string[] {
  return value.split(',').flatMap((part) => part.trim() || []);
}

function isCidr(value: string): boolean {
  const [ip = '', bits, ...rest] = value.split('/');
  const family = isIP(ip);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
