import type { RequestIssue, VendorAnswer, VendorManner, VendorRefusal } from '../desk/vendor-answer.ts';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Invalid input.',
  401: 'Authentication failed.',
  403: 'Permission denied.',
  404: 'Not found.',
  405: 'Method not allowed.',
  410: 'Gone.',
  413: 'Payload too large.',
  415: 'Unsupported media type.',
  429: 'Request was throttled.',
};

/** How Klaviyo speaks: JSON:API, its refusals as a list of errors. */
export const klaviyoManner: VendorManner = {
  authorizationScheme: 'Klaviyo-API-Key',
  versionHeader: 'revision',
  version: '2026-07-15',
  reads: ['application/vnd.api+json', 'application/json'],
  writes: 'application/vnd.api+json',
  refuse(refusal, now): VendorAnswer {
    const sources = refusal.issues.length > 0 ? refusal.issues : [null];
    const errors = sources.map((issue, index) => ({
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      code: refusal.code,
      title: TITLES[refusal.status] ?? 'Server error.',
      detail: issue?.message ?? refusal.message,
      ...(issue ? { source: sourceOf(issue) } : {}),
    }));
    return { status: refusal.status, body: { errors }, headers: retryHeader(refusal, now) };
  },
};

function sourceOf({ in: place, path }: RequestIssue): { pointer: string } | { parameter: string } {
  if (place === 'BODY') return { pointer: `/${path.map(String).join('/')}` };
  return { parameter: path.map(String).join('.') };
}

function retryHeader({ retryAfter }: VendorRefusal, now: number): Record<string, string> {
  if (!retryAfter) return {};
  const { form, seconds } = retryAfter;
  // A date says whole seconds only, so it names the one in which the wait is surely over.
  const date = new Date(Math.ceil(now / 1000 + seconds) * 1000).toUTCString();
  return { 'retry-after': form === 'SECONDS' ? String(seconds) : date };
}
