import type { Account, Delivery, Person } from './destination.ts';
import { VendorProblem } from './vendor-problem.ts';

/** What a vendor takes one after the other: a profile or contact, the job that carries it, the event, the subscription. */
export type Step = (typeof STEPS)[number];

const STEPS = ['CONTACT', 'JOB', 'EVENT', 'SUBSCRIPTION'] as const;

/** Longer than any wait after which the same people come again at once. Milliseconds. */
const KEPT_MS = 10 * 60_000;
const MOST = 50_000;

/**
 * What a vendor took of deliveries that it throttled afterwards, so that the next attempt goes on from there and costs no call
 * twice. It lives in memory: without it everything is sent again, which does no harm.
 */
export class TakenSteps {
  readonly #taken = new Map<string, { readonly value: string; readonly at: number }>();

  /** The steps of one delivery. */
  of(account: Account, delivery: Delivery): DeliverySteps {
    return new DeliverySteps(this, `${account.accountId} ${delivery.audience}`);
  }

  find(key: string): string | null {
    const known = this.#taken.get(key);
    return known && Date.now() - known.at < KEPT_MS ? known.value : null;
  }

  note(key: string, value: string): void {
    this.#taken.set(key, { value, at: Date.now() });
    const [oldest] = this.#taken.keys();
    if (this.#taken.size > MOST && oldest !== undefined) this.#taken.delete(oldest);
  }

  forget(key: string): void {
    this.#taken.delete(key);
  }
}

/** The steps of one delivery, for its people as they are: another consent is another step. */
export class DeliverySteps {
  readonly #memory: TakenSteps;
  readonly #scope: string;

  constructor(memory: TakenSteps, scope: string) {
    this.#memory = memory;
    this.#scope = scope;
  }

  /** Those for whom the vendor has not taken it yet. */
  without(step: Step, people: readonly Person[]): readonly Person[] {
    return people.filter((person) => this.valueOf(step, person) === null);
  }

  /** What the vendor gave for the step, such as an id; null: it was not taken yet. */
  valueOf(step: Step, person: Person): string | null {
    return this.#memory.find(this.#key(step, person));
  }

  /** The vendor took the step for these people. */
  note(step: Step, people: readonly Person[], value = ''): void {
    for (const person of people) this.#memory.note(this.#key(step, person), value);
  }

  /**
   * Runs a delivery. Its steps are kept only while the vendor throttles: when all is taken a later delivery is a new one,
   * and after any other failure nobody knows what was taken.
   */
  async during<T>(people: readonly Person[], work: () => Promise<T>): Promise<T> {
    let isToGoOn = false;
    try {
      return await work();
    } catch (fault) {
      isToGoOn = fault instanceof VendorProblem && fault.kind === 'THROTTLED';
      throw fault;
    } finally {
      if (!isToGoOn) this.#forget(people);
    }
  }

  #forget(people: readonly Person[]): void {
    for (const person of people) for (const step of STEPS) this.#memory.forget(this.#key(step, person));
  }

  #key(step: Step, { id, email, consent }: Person): string {
    return [this.#scope, step, id, email, consent?.givenAt.getTime() ?? '', consent?.isConfirmed ?? ''].join(' ');
  }
}
