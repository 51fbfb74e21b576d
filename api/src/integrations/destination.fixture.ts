import type { Delivery, Person } from './destination.ts';
import type { Bucket, VendorBudget } from './vendor-budget.ts';
import { VendorProblem } from './vendor-problem.ts';

/** A budget that always has room, unless waits are put into it, and that remembers what it was asked. */
export class OpenBudget implements VendorBudget {
  readonly taken: Bucket[] = [];
  readonly held: { account: string; name: string; waitMs: number }[] = [];
  /** What the next calls of `take` answer, instead of 0. */
  readonly waits: number[] = [];

  async take(bucket: Bucket): Promise<number> {
    const waitMs = this.waits.shift() ?? 0;
    if (waitMs === 0) this.taken.push(bucket);
    return waitMs;
  }

  async notBefore(account: string, name: string, waitMs: number): Promise<void> {
    this.held.push({ account, name, waitMs });
  }
}

/** The sign-up of somebody who consented a minute ago. */
export function person(id: string, differing: Partial<Person> = {}): Person {
  const givenAt = new Date(Date.now() - 60_000);
  return {
    id,
    email: `${id}@example.com`,
    firstName: 'Ada',
    lastName: null,
    campaignId: '0190a000-0000-7000-8000-000000000001',
    signedUpAt: givenAt,
    consent: { givenAt, text: 'Yes, write to me.', isConfirmed: false },
    ...differing,
  };
}

/** `count` people: `guest-0` and so on. */
export function people(count: number, differing: Partial<Person> = {}): Person[] {
  return Array.from({ length: count }, (_none, place) => person(`guest-${place}`, differing));
}

/** A delivery of these people with neither event nor welcome. */
export function delivery(audience: string, of: readonly Person[], differing: Partial<Delivery> = {}): Delivery {
  return { audience, source: 'Summer drop', people: of, sendsEvent: false, sendsWelcomeMessage: false, ...differing };
}

/** The problem that a call ends with; it fails when the call does not, or fails otherwise. */
export async function problemOf(call: Promise<unknown>): Promise<VendorProblem> {
  const fault = await call.then(() => null).catch((thrown: unknown) => thrown);
  if (fault instanceof VendorProblem) return fault;
  throw new Error('It did not end with a problem of the vendor.', { cause: fault });
}
