import type { Vendor } from './observations.ts';

/** What can go wrong. Those named APPLIED, and a damaged answer, come after the request took effect; the others before. */
export const FAULT_KINDS = [
  'NEVER_APPLIED',
  'THROTTLED',
  'STATUS',
  'REDIRECT',
  'HANG',
  'SLOW',
  'CUT',
  'EMPTY',
  'MALFORMED',
  'APPLIED_THEN_HANG',
  'APPLIED_THEN_RESET',
] as const;

/** One of `FAULT_KINDS`. */
export type FaultKind = (typeof FAULT_KINDS)[number];

/** A fault that is switched on. */
export interface Fault {
  readonly kind: FaultKind;
  /** Only for calls to this vendor, of this account, of this endpoint (`POST /contacts`); null: of all. */
  readonly vendor: Vendor | null;
  readonly accountId: string | null;
  readonly endpoint: string | null;
  /** Which part of the calls it strikes, 0 to 1. */
  readonly share: number;
  /** How often it strikes before it is over; null: until it is switched off. */
  readonly times: number | null;
  /** For STATUS: which one. */
  readonly status: number;
  /** For THROTTLED: how the time to wait is said, and how long it is, in seconds. */
  readonly retryAfter: 'NONE' | 'SECONDS' | 'DATE';
  readonly seconds: number;
}

/** A call that a fault may strike. */
export interface FaultTarget {
  readonly vendor: Vendor;
  readonly accountId: string | null;
  readonly endpoint: string;
}

/** A fault as it is asked for: its kind, and what differs from "every call, for ever". */
export type FaultWish = Pick<Fault, 'kind'> & Partial<Fault>;

const EVERY_CALL = {
  ...{ vendor: null, accountId: null, endpoint: null, share: 1, times: null },
  ...{ status: 500, retryAfter: 'SECONDS' as const, seconds: 1 },
};

/** Which faults are switched on. The same seed strikes the same calls. */
export class FaultPlan {
  private faults: { readonly fault: Fault; struck: number }[] = [];
  private seed: number;

  constructor(seed: number) {
    this.seed = seed;
  }

  add(wish: FaultWish): void {
    this.faults.push({ fault: { ...EVERY_CALL, ...wish }, struck: 0 });
  }

  clear(): void {
    this.faults = [];
  }

  list(): readonly Fault[] {
    return this.faults.filter(isOn).map(({ fault }) => fault);
  }

  /** The fault that strikes this call; null: none. */
  draw(target: FaultTarget): Fault | null {
    for (const entry of this.faults) {
      if (!isOn(entry) || !strikes(entry.fault, target) || this.random() >= entry.fault.share) continue;
      entry.struck += 1;
      return entry.fault;
    }
    return null;
  }

  /** Mulberry32: small, and the same everywhere. */
  private random(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

function isOn({ fault, struck }: { fault: Fault; struck: number }): boolean {
  return fault.times === null || struck < fault.times;
}

function strikes(fault: Fault, { vendor, accountId, endpoint }: FaultTarget): boolean {
  if (fault.vendor !== null && fault.vendor !== vendor) return false;
  if (fault.accountId !== null && fault.accountId !== accountId) return false;
  return fault.endpoint === null || fault.endpoint === endpoint;
}
