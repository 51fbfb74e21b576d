/**
 * One allowance at a vendor: `perMinute` is the sustained rate, `burst` what may go at once on top of it.
 * Together they stay within 80 % of the vendor's window, wherever its minute begins.
 */
export interface Bucket {
  /** Destination and the vendor's account id. */
  readonly account: string;
  readonly name: string;
  readonly perMinute: number;
  readonly burst: number;
}

/** Our budget in front of the vendor's, shared by every process. */
export interface VendorBudget {
  /** Takes one call; 0: go, else nothing was taken and the caller waits so many milliseconds before it asks again. */
  take(bucket: Bucket): Promise<number>;
  /** The vendor said so: nobody goes in this bucket before `waitMs` milliseconds are over. */
  notBefore(account: string, name: string, waitMs: number): Promise<void>;
}
