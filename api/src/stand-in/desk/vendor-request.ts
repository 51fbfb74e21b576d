import type { FastifyRequest } from 'fastify';
import type { Vendor } from '../observations.ts';
import type { StandInWorld } from '../stand-in-world.ts';
import type { Endpoint } from './endpoint.ts';
import { missingScope, type VendorAccount, type VendorAccounts } from './vendor-account.ts';
import { type VendorManner, VendorRefusal } from './vendor-answer.ts';

/** One vendor, as far as its requests are judged alike. */
export interface VendorDesk<Account extends VendorAccount<unknown>> {
  readonly name: Vendor;
  readonly manner: VendorManner;
  readonly accounts: VendorAccounts<Account>;
  readonly endpoints: readonly Endpoint<Account>[];
}

const VIOLATION = { isViolation: true };

/** Whose key a request carries. */
export function admit<Account extends VendorAccount<unknown>>(
  desk: VendorDesk<Account>,
  endpoint: Endpoint<Account>,
  request: FastifyRequest,
): Account {
  const [scheme, key, ...rest] = (request.headers.authorization ?? '').split(' ');
  if (scheme !== desk.manner.authorizationScheme || !key || rest.length > 0)
    throw new VendorRefusal(401, 'Missing or invalid authorization scheme.', {
      code: 'not_authenticated',
      ...VIOLATION,
    });
  const opened = desk.accounts.open(key);
  if (!opened) throw new VendorRefusal(401, 'Incorrect authentication credentials.', { code: 'authentication_failed' });
  const missing = missingScope(opened.scopes, endpoint.scopes);
  if (missing) throw new VendorRefusal(403, `This key lacks the scope ${missing}.`, { code: 'permission_denied' });
  return opened.account;
}

/** Counts the call in the account's windows; headers for the answer, or the refusal. */
export function keepWithinLimits<Account extends VendorAccount<unknown>>(
  world: StandInWorld,
  { name, account, endpoint }: { name: Vendor; account: Account; endpoint: Endpoint<Account> },
): Record<string, string> {
  const standing = world.windows.take(`${name} ${account.id}`, endpoint.limit, world.clock.now());
  const { perSecond, perMinute } = endpoint.limit;
  if (!standing.isAllowed) {
    const message = `Request was throttled. Expected available in ${standing.resetSeconds} second(s).`;
    const retryAfter = { seconds: standing.resetSeconds, form: 'SECONDS' as const };
    throw new VendorRefusal(429, message, { code: 'throttled', retryAfter });
  }
  if (name === 'omnisend') return {};
  const burst = perSecond === undefined ? '' : `${perSecond}, ${perSecond};w=1, `;
  return {
    'ratelimit-limit': `${burst}${perMinute};w=60`,
    'ratelimit-remaining': String(standing.remaining),
    'ratelimit-reset': String(standing.resetSeconds),
  };
}

/** The request's body as JSON, after its headers and size were found right. */
export function readBody(manner: VendorManner, endpoint: Endpoint<never>, request: FastifyRequest): unknown {
  refuseWrongVersion(manner, request);
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (!endpoint.hasBody) {
    if (bytes.length > 0) throw new VendorRefusal(400, 'This request has no body.', VIOLATION);
    return undefined;
  }
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!manner.reads.includes(type))
    throw new VendorRefusal(415, `Unsupported media type '${type}' in request.`, {
      code: 'unsupported_media_type',
      ...VIOLATION,
    });
  if (bytes.length > (endpoint.bodyBytes ?? 0))
    throw new VendorRefusal(413, `The body has ${bytes.length} bytes, which is too many.`, {
      code: 'too_large',
      ...VIOLATION,
    });
  return parseJson(bytes);
}

function refuseWrongVersion(manner: VendorManner, { headers }: FastifyRequest): void {
  const version = headers[manner.versionHeader];
  if (version === manner.version) return;
  const message = `The header ${manner.versionHeader} must be ${manner.version}.`;
  throw new VendorRefusal(400, message, {
    ...VIOLATION,
    issues: [{ in: 'HEADER', path: [manner.versionHeader], message }],
  });
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    throw new VendorRefusal(400, 'The body is no JSON.', VIOLATION);
  }
}
