import type { Fault } from '../fault-plan.ts';
import { type VendorAnswer, type VendorManner, VendorRefusal } from './vendor-answer.ts';

const CODES: Readonly<Record<number, string>> = {
  401: 'authentication_failed',
  403: 'permission_denied',
  404: 'not_found',
  410: 'gone',
};
/** These come from what stands in front of a vendor, which does not speak the vendor's way. */
const GATEWAY = [502, 503, 504];

/** Where a fault strikes. */
export interface FaultPlace {
  readonly manner: VendorManner;
  readonly now: number;
  /** Where a redirect points. */
  readonly elsewhere: string;
}

/** What a fault answers in the request's stead, so that nothing of it takes effect; null: it does take effect. */
export function faultAnswer(fault: Fault, { manner, now, elsewhere }: FaultPlace): VendorAnswer | null {
  switch (fault.kind) {
    case 'THROTTLED': {
      const retryAfter = fault.retryAfter === 'NONE' ? null : { seconds: fault.seconds, form: fault.retryAfter };
      return manner.refuse(new VendorRefusal(429, 'Request was throttled.', { code: 'throttled', retryAfter }), now);
    }
    case 'STATUS':
      if (GATEWAY.includes(fault.status)) return { status: fault.status, body: '<html><h1>Bad gateway</h1></html>' };
      return manner.refuse(
        new VendorRefusal(fault.status, 'A fault that was asked for.', { code: CODES[fault.status] ?? 'error' }),
        now,
      );
    case 'REDIRECT':
      return { status: 302, headers: { location: elsewhere } };
    case 'HANG':
      return { status: 0 };
    default:
      return null;
  }
}
