import type { DestinationName } from '../integrations/destination.ts';
import type { VendorProblem } from '../integrations/vendor-problem.ts';

/** What the merchant calls a destination. */
export const VENDOR_NAMES: Readonly<Record<DestinationName, string>> = { KLAVIYO: 'Klaviyo', OMNISEND: 'Omnisend' };

/** What went wrong at the vendor, as sentences for the merchant, with what can be done. The vendor's words hold neither key nor address. */
export function vendorSentence(destination: DestinationName, { kind, detail, retryAfterMs }: VendorProblem): string {
  const vendor = VENDOR_NAMES[destination];
  const words = detail === '' ? '' : ` ${vendor} says: “${detail}”`;
  switch (kind) {
    case 'KEY_REFUSED':
      return `${vendor} refuses this key. Copy it there once more, the whole of it.${words}`;
    case 'SCOPE_MISSING':
      return `This key may not do everything that is needed. Give it the missing permission, or make another key.${words}`;
    case 'VERSION_RETIRED':
      return `${vendor} no longer speaks with this version of the app: it has to be updated.${words}`;
    case 'THROTTLED':
      return `${vendor} is asked too often at the moment. Try again in ${waitInWords(retryAfterMs)}.`;
    case 'UNREACHABLE':
      return `${vendor} cannot be reached at the moment. Try again later.`;
    case 'BROKEN_ANSWER':
      return `${vendor} answers, but nothing that makes sense. Try again later.`;
    default:
      return `${vendor} refused the request.${words}`;
  }
}

function waitInWords(waitMs: number | null): string {
  if (waitMs === null || waitMs > 55_000) return waitMs === null ? 'a minute' : `${Math.ceil(waitMs / 60_000)} minutes`;
  return `${Math.ceil(waitMs / 1_000)} seconds`;
}
