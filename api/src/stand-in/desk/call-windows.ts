/** How many calls a vendor allows. */
export interface CallLimit {
  /** Calls with the same name share their windows within an account. */
  readonly bucket: string;
  readonly perMinute: number;
  /** Absent: the vendor has no window of a second. */
  readonly perSecond?: number;
  /** FIXED: counted anew with every second and minute of the clock. SLIDING: within any minute. */
  readonly window: 'FIXED' | 'SLIDING';
}

/** What the windows say about one call. */
export interface CallStanding {
  readonly isAllowed: boolean;
  /** Calls left in the fuller window. */
  readonly remaining: number;
  /** Seconds until that window is empty again, rounded up. */
  readonly resetSeconds: number;
}

const SECOND = 1000;
const MINUTE = 60_000;

/** The vendors' limits: a call beyond them is refused and, as at the vendors, counts nothing. */
export class CallWindows {
  private readonly calls = new Map<string, number[]>();
  private readonly peaks = new Map<string, number>();

  take(accountId: string, limit: CallLimit, now: number): CallStanding {
    const key = `${accountId} ${limit.bucket}`;
    const recent = (this.calls.get(key) ?? []).filter((at) => at > now - MINUTE || at >= startOf(now, MINUTE));
    const windows = windowsOf(limit, now).map((window) => ({
      ...window,
      used: recent.filter((at) => at >= window.from).length,
    }));
    const full = windows.find(({ used, size }) => used >= size);
    if (!full) recent.push(now);
    this.calls.set(key, recent);
    const tightest = full ?? windows.reduce((a, b) => (a.size - a.used <= b.size - b.used ? a : b));
    this.notePeak(accountId, windows, full !== undefined);
    const oldest = recent.find((at) => at >= tightest.from) ?? now;
    const resetAt = limit.window === 'FIXED' ? tightest.from + tightest.ms : oldest + tightest.ms;
    const remaining = Math.max(0, tightest.size - tightest.used - 1);
    return { isAllowed: !full, remaining, resetSeconds: Math.max(1, Math.ceil((resetAt - now) / SECOND)) };
  }

  /** The fullest that any window of the account ever was: 1 is the vendor's limit, more than 1 a refused call. */
  peak(accountId: string): number {
    return this.peaks.get(accountId) ?? 0;
  }

  private notePeak(accountId: string, windows: readonly { used: number; size: number }[], isRefused: boolean): void {
    const share = Math.max(...windows.map(({ used, size }) => (used + 1) / size));
    this.peaks.set(accountId, Math.max(this.peak(accountId), isRefused ? Math.max(share, 1.01) : share));
  }
}

function windowsOf({ perSecond, perMinute, window }: CallLimit, now: number) {
  const from = (ms: number) => (window === 'FIXED' ? startOf(now, ms) : now - ms + 1);
  const minute = { size: perMinute, ms: MINUTE, from: from(MINUTE) };
  return perSecond === undefined ? [minute] : [{ size: perSecond, ms: SECOND, from: from(SECOND) }, minute];
}

function startOf(now: number, ms: number): number {
  return now - (now % ms);
}
