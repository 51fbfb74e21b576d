import { resolve } from 'node:path';
import type { z } from 'zod';
import { type DatabasePoolLimits, poolLimits, type RequestLimits, requestLimits } from './config-limits.ts';
import { isLoopback, type Settings, settings } from './config-settings.ts';
import { StartError } from './start-error.ts';

/** Everything that an operator can set, parsed once at the start. `.env.example` names the variables. */
export interface Config {
  /** The address that the server listens on. */
  host: string;
  /** The port that the server listens on. */
  port: number;
  /** Where people from outside reach this server; without a slash at the end. */
  publicUrl: string;
  /** The folder of everything that must survive a restart; absolute. */
  dataDir: string;
  /** True with `NODE_ENV=production`. */
  production: boolean;
  /** The least important kind of log line that is still written. */
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Whether this process brings sign-ups to their destinations: besides serving, instead of it, or not at all. */
  worker: 'on' | 'only' | 'off';
  /** How many processes listen at the same port, besides the one that keeps them running; 1: this one alone. */
  processes: number;
  /** A PostgreSQL of our own in the data folder, or somebody's. */
  database: { kind: 'embedded'; directory: string } | { kind: 'url'; url: string };
  /** Bounds of one process's connections to PostgreSQL. */
  databasePool: DatabasePoolLimits;
  /** Credentials of the Shopify app; null means standalone mode. */
  shopify: ShopifyCredentials | null;
  /** 32 bytes from `APP_KEY`; null only in standalone mode, which keeps one in the data folder. */
  appKey: Uint8Array | null;
  /** The SMTP server that mails go through, and the address they come from; null: none is set. */
  smtp: { url: string; from: string } | null;
  /** Where the destinations' vendors are, without a slash at the end: in standalone mode by default our own stand-in for them. */
  vendors: { KLAVIYO: string; OMNISEND: string };
  /** CIDRs of the proxies whose `X-Forwarded-For` is believed. */
  trustedProxies: string[];
  /** The header in which those proxies tell a visitor's country, in lower case; null: none does. */
  countryHeader: string | null;
  /** What one request may cost. */
  limits: RequestLimits;
  /** How long the server goes on serving once it was asked to stop, so that a balancer notices, in milliseconds. */
  shutdownDelayMs: number;
  /** How long requests in flight may take to finish after that, in milliseconds. */
  shutdownGraceMs: number;
}

/** What makes this the Shopify app that it is. */
export interface ShopifyCredentials {
  /** The app's client id. */
  readonly apiKey: string;
  /** The app's client secret. */
  readonly apiSecret: string;
  /** The secret before it was rotated: what Shopify signed with it is good for a while. */
  readonly previousApiSecret: string | null;
  /** Where our stand-in for Shopify is, instead of Shopify itself; never in production. */
  readonly standInUrl: string | null;
}

/** The settings are wrong: the message names every variable at fault, and no value of a secret. */
export class ConfigError extends StartError {
  /** One sentence per problem, each beginning with its variable. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The settings are not usable: ${problems.join('; ')}.`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Reads the settings; a variable that is empty counts as missing. Throws `ConfigError` with every problem at once. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = settings.safeParse(present);
  const problems = [...(parsed.error?.issues ?? []).map(describeIssue), ...combinationProblems(present)];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return toConfig(parsed.data);
}

function describeIssue(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')} ${issue.message}`;
}

function combinationProblems(env: Record<string, string | undefined>): string[] {
  const { SHOPIFY_API_KEY: key, SHOPIFY_API_SECRET: secret, NODE_ENV: mode, HOST: host = '127.0.0.1' } = env;
  const problems: string[] = [];
  const needsShopify = mode === 'production' || key !== undefined || secret !== undefined;
  const why = mode === 'production' ? 'is missing, and NODE_ENV=production needs it' : 'is missing beside its twin';
  if (needsShopify && key === undefined) problems.push(`SHOPIFY_API_KEY ${why}`);
  if (needsShopify && secret === undefined) problems.push(`SHOPIFY_API_SECRET ${why}`);
  if (needsShopify && env.APP_KEY === undefined) problems.push('APP_KEY is missing, and Shopify shops need it');
  problems.push(...mailProblems(env));
  if (env.COUNTRY_HEADER !== undefined && env.TRUSTED_PROXIES === undefined) {
    problems.push('COUNTRY_HEADER needs TRUSTED_PROXIES: anybody could write that header');
  }
  if (mode === 'production' && env.SHOPIFY_STAND_IN_URL !== undefined) {
    problems.push('SHOPIFY_STAND_IN_URL must not be set with NODE_ENV=production: it takes the place of Shopify');
  }
  if (!needsShopify && !isLoopback(host)) {
    problems.push(
      'HOST must be a loopback address without Shopify credentials, for the merchant needs no password then',
    );
  }
  return problems;
}

function mailProblems({ SMTP_URL: url, MAIL_FROM: from }: Record<string, string | undefined>): string[] {
  if ((url === undefined) === (from === undefined)) return [];
  return [`${url === undefined ? 'SMTP_URL' : 'MAIL_FROM'} is missing beside its twin`];
}

function toConfig(values: Settings): Config {
  const dataDir = resolve(values.DATA_DIR);
  return {
    host: values.HOST,
    port: values.PORT,
    publicUrl: (values.PUBLIC_URL ?? `http://${urlHost(values.HOST)}:${values.PORT}`).replace(/\/+$/, ''),
    dataDir,
    production: values.NODE_ENV === 'production',
    logLevel: values.LOG_LEVEL,
    worker: values.WORKER,
    processes: values.API_PROCESSES,
    database: values.DATABASE_URL
      ? { kind: 'url', url: values.DATABASE_URL }
      : { kind: 'embedded', directory: resolve(dataDir, 'postgres') },
    databasePool: poolLimits(values),
    shopify: shopifyCredentials(values),
    appKey: values.APP_KEY ? new Uint8Array(Buffer.from(values.APP_KEY, 'base64')) : null,
    smtp: values.SMTP_URL && values.MAIL_FROM ? { url: values.SMTP_URL, from: values.MAIL_FROM } : null,
    vendors: vendorUrls(values),
    trustedProxies: values.TRUSTED_PROXIES,
    countryHeader: values.COUNTRY_HEADER ?? null,
    limits: requestLimits(values),
    shutdownDelayMs: values.SHUTDOWN_DELAY_MS,
    shutdownGraceMs: values.SHUTDOWN_GRACE_MS,
  };
}

function shopifyCredentials(values: Settings): Config['shopify'] {
  if (!values.SHOPIFY_API_KEY || !values.SHOPIFY_API_SECRET) return null;
  return {
    apiKey: values.SHOPIFY_API_KEY,
    apiSecret: values.SHOPIFY_API_SECRET,
    previousApiSecret: values.SHOPIFY_API_SECRET_PREVIOUS ?? null,
    standInUrl: values.SHOPIFY_STAND_IN_URL ?? null,
  };
}

/** The stand-in is reached as this server listens, not as people from outside reach it. */
function vendorUrls(values: Settings): Config['vendors'] {
  const standIn = `http://${urlHost(values.HOST)}:${values.PORT}/demo/vendors`;
  const [klaviyo, omnisend] = shopifyCredentials(values)
    ? ['https://a.klaviyo.com', 'https://api.omnisend.com/api']
    : [`${standIn}/klaviyo`, `${standIn}/omnisend`];
  return { KLAVIYO: values.KLAVIYO_URL ?? klaviyo, OMNISEND: values.OMNISEND_URL ?? omnisend };
}

function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
