/** Whom the stand-in stands in for. */
export type Vendor = 'klaviyo' | 'omnisend';

/** One request and its answer, without the key. */
export interface Exchange {
  readonly vendor: Vendor;
  /** Milliseconds since 1970, by the stand-in's clock. */
  readonly at: number;
  readonly method: string;
  /** As the vendor's own documents write it: `/api/lists/{id}`. */
  readonly pattern: string;
  /** Path and query as they were asked for, below the vendor's base address. */
  readonly path: string;
  /** Request headers in lower case; the key in `authorization` is struck out. */
  readonly headers: Readonly<Record<string, string>>;
  readonly requestBody: unknown;
  /** 0: the fault gave no status at all. */
  readonly status: number;
  readonly answerHeaders: Readonly<Record<string, string>>;
  readonly answerBody: unknown;
  /** The kind of fault that was at work; null: none. */
  readonly fault: string | null;
}

/** A request that the vendor's documents do not allow. */
export interface Violation {
  readonly vendor: Vendor;
  readonly endpoint: string;
  readonly problem: string;
}

/** Somebody who had unsubscribed, or was suppressed, and whom a call subscribed again. */
export interface Resubscription {
  readonly vendor: Vendor;
  readonly accountId: string;
  readonly email: string;
  /** When they had left, and when the call came; milliseconds since 1970. */
  readonly leftAt: number;
  readonly at: number;
}

/** A message that the vendor would have sent because of a call. */
export interface VendorMessage {
  readonly vendor: Vendor;
  readonly accountId: string;
  readonly email: string;
  readonly kind: 'CONFIRMATION' | 'WELCOME';
  /** Whether they are subscribed, or were asked to be: a welcome without it went to somebody who never agreed. */
  readonly hasConsent: boolean;
}

/** Calls of one endpoint. */
export interface CallCount {
  readonly vendor: Vendor;
  readonly endpoint: string;
  readonly isWriting: boolean;
  calls: number;
  /** Of these, answered 429, by a limit or by a fault. */
  throttled: number;
}

/** What the stand-in remembers for whoever watches: tests, the bench, the page. */
export class Observations {
  readonly violations: Violation[] = [];
  readonly exchanges: Exchange[] = [];
  readonly resubscribed: Resubscription[] = [];
  /** Addresses at Omnisend that were subscribed until a call said `nonSubscribed`. */
  readonly downgraded: string[] = [];
  readonly messages: VendorMessage[] = [];
  /** Requests for where a redirect had pointed. */
  followedRedirects = 0;
  private readonly keptExchanges: number;
  private readonly counts = new Map<string, CallCount>();

  /** @param keptExchanges - How many exchanges are remembered; older ones are forgotten. */
  constructor(keptExchanges: number) {
    this.keptExchanges = keptExchanges;
  }

  remember(exchange: Exchange): void {
    this.exchanges.push(exchange);
    if (this.exchanges.length > this.keptExchanges) this.exchanges.shift();
  }

  count(call: { vendor: Vendor; endpoint: string; isWriting: boolean }, isThrottled: boolean): void {
    const key = `${call.vendor} ${call.endpoint}`;
    const count = this.counts.get(key) ?? { ...call, calls: 0, throttled: 0 };
    count.calls += 1;
    if (isThrottled) count.throttled += 1;
    this.counts.set(key, count);
  }

  /** Calls by endpoint since the start, or since `forget`. */
  calls(): readonly CallCount[] {
    return [...this.counts.values()];
  }

  /** How many calls a vendor got, of those that write or of all. */
  total(vendor: Vendor, kind: 'WRITING' | 'ALL' = 'ALL'): number {
    const counted = this.calls().filter((count) => count.vendor === vendor && (kind === 'ALL' || count.isWriting));
    return counted.reduce((sum, { calls }) => sum + calls, 0);
  }

  /** Starts anew; what the vendors know of people stays. */
  forget(): void {
    for (const list of [this.violations, this.exchanges, this.resubscribed, this.downgraded, this.messages])
      list.length = 0;
    this.counts.clear();
    this.followedRedirects = 0;
  }
}
