import type { CallLimit } from '../desk/call-windows.ts';

/** Omnisend counts calls of a brand within any minute, those without a limit of their own together. */
export function omnisendLimit(bucket = 'default', perMinute = 400): CallLimit {
  return { bucket, perMinute, window: 'SLIDING' };
}
