/**
 * What can go wrong at Shopify's doors:
 * STATUS answers with `status` (and `Retry-After`, where `retryAfterSeconds` says so) before anything took effect;
 * HANG never answers; SLOW answers after `delayMs`;
 * LOST lets the call take effect and cuts the connection instead of answering;
 * THROTTLED (Admin API) says so in a 200; REVOKED (Admin API) takes the shop's access tokens back and answers 401;
 * BULK_FAILS and BULK_CUT let a bulk operation fail half-way, without and with a file of what was read until then;
 * BULK_SLOW makes it wait `delayMs` before each page of a hundred objects.
 */
export type FaultKind =
  | 'STATUS'
  | 'HANG'
  | 'SLOW'
  | 'LOST'
  | 'THROTTLED'
  | 'REVOKED'
  | 'BULK_FAILS'
  | 'BULK_CUT'
  | 'BULK_SLOW';

/** Where calls come in: the token endpoint, the Admin API, results of bulk operations, and bulk operations at work. */
export type FaultDoor = 'TOKEN' | 'ADMIN' | 'FILE' | 'BULK';

/** A fault that is switched on. */
export interface ShopifyFault {
  readonly kind: FaultKind;
  /** Only at this door, for this shop, for Admin operations of this name or with this root field; null: any. */
  readonly door: FaultDoor | null;
  readonly shop: string | null;
  readonly operation: string | null;
  /** How often it strikes before it is over; null: until it is switched off. */
  readonly times: number | null;
  readonly status: number;
  readonly retryAfterSeconds: number | null;
  readonly delayMs: number;
}

/** A call that a fault may strike, with the names that its operation goes by. */
export interface FaultTarget {
  readonly door: FaultDoor;
  readonly shop: string;
  readonly operations: readonly string[];
}

const EVERY_CALL = {
  ...{ door: null, shop: null, operation: null, times: null },
  ...{ status: 503, retryAfterSeconds: null, delayMs: 200 },
};

/** Kinds that strike only at one door, whatever the wish says. */
const DOORS: Partial<Record<FaultKind, FaultDoor>> = {
  ...{ THROTTLED: 'ADMIN', REVOKED: 'ADMIN', BULK_FAILS: 'BULK', BULK_CUT: 'BULK', BULK_SLOW: 'BULK' },
};

/** Which faults are switched on. */
export class ShopifyFaults {
  private faults: { readonly fault: ShopifyFault; struck: number }[] = [];

  /** Switches one on: its kind, and what differs from "every call, until cleared". */
  add(wish: Pick<ShopifyFault, 'kind'> & Partial<ShopifyFault>): void {
    const door = DOORS[wish.kind] ?? wish.door ?? null;
    this.faults.push({ fault: { ...EVERY_CALL, ...wish, door }, struck: 0 });
  }

  clear(): void {
    this.faults = [];
  }

  list(): readonly ShopifyFault[] {
    return this.faults.filter(isOn).map(({ fault }) => fault);
  }

  /** The fault that strikes this call; null: none. */
  draw(target: FaultTarget): ShopifyFault | null {
    const entry = this.faults.find((one) => isOn(one) && strikes(one.fault, target));
    if (entry === undefined) return null;
    entry.struck += 1;
    return entry.fault;
  }
}

function isOn({ fault, struck }: { fault: ShopifyFault; struck: number }): boolean {
  return fault.times === null || struck < fault.times;
}

function strikes(fault: ShopifyFault, { door, shop, operations }: FaultTarget): boolean {
  if (fault.door !== null && fault.door !== door) return false;
  if (fault.door === null && door === 'BULK') return false;
  if (fault.shop !== null && fault.shop !== shop) return false;
  return fault.operation === null || operations.includes(fault.operation);
}
