import type { CallLimit } from '../desk/call-windows.ts';

/** Klaviyo counts each operation by itself, in fixed windows of a second and a minute. */
export function klaviyoLimit(bucket: string, tier: 'XS' | 'S' | 'M' | 'L' | 'XL'): CallLimit {
  return { bucket, window: 'FIXED', ...TIERS[tier] };
}

const TIERS = {
  XS: { perSecond: 1, perMinute: 15 },
  S: { perSecond: 3, perMinute: 60 },
  M: { perSecond: 10, perMinute: 150 },
  L: { perSecond: 75, perMinute: 750 },
  XL: { perSecond: 350, perMinute: 3500 },
} as const;
