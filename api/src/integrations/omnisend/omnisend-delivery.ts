import { setTimeout as sleep } from 'node:timers/promises';
import { type Refused, sendAroundRefusals } from '../around-refusals.ts';
import type { Account, Delivery, Outcome, Person } from '../destination.ts';
import type { DeliverySteps, TakenSteps } from '../taken-steps.ts';
import type { VendorCall, VendorCalls } from '../vendor-calls.ts';
import type { VendorAnswer } from '../vendor-http.ts';
import { readAnswer } from '../vendor-json.ts';
import { VendorProblem } from '../vendor-problem.ts';
import { batch, batchItems, createdBatch, upserted } from './omnisend-answers.ts';
import { batchOf, contactOf, omnisendAddress, tagsOf } from './omnisend-bodies.ts';
import { OMNISEND } from './omnisend-calls.ts';
import { refusalIn, rejected, rejectionOf } from './omnisend-errors.ts';

/** So many people go one by one, which tells their ids at once; more go in batches. */
const FEW = 5;
const BATCH_SIZE = 100;
/** When a batch is looked at, in milliseconds after the look before; then it is left to itself. */
const LOOKS_MS = [300, 700, 1500, 2500, 4000];

/**
 * One delivery to Omnisend: contacts, then their tag. The tag comes last because Omnisend passes over addresses that it
 * does not know yet, so batches are waited for.
 */
export class OmnisendDelivery {
  readonly #calls: VendorCalls;
  readonly #account: Account;
  readonly #delivery: Delivery;
  readonly #refused = new Map<string, Refused>();
  readonly #steps: DeliverySteps;

  constructor(parts: { calls: VendorCalls; taken: TakenSteps }, account: Account, delivery: Delivery) {
    this.#calls = parts.calls;
    this.#account = account;
    this.#delivery = delivery;
    this.#steps = parts.taken.of(account, delivery);
  }

  /** What came of every person, by `Person.id`. */
  send(): Promise<ReadonlyMap<string, Outcome>> {
    return this.#steps.during(this.#delivery.people, () => this.#sendAll());
  }

  async #sendAll(): Promise<ReadonlyMap<string, Outcome>> {
    const { people } = this.#delivery;
    // Tags are scarce: people who are in without their tag would have to be read one by one.
    await this.#calls.reserve(this.#account, OMNISEND.tag);
    const open = this.#steps.without('JOB', this.#steps.without('CONTACT', people));
    if (open.length > FEW) await this.#sendInBatches(open);
    else await this.#sendOneByOne(open);
    const jobs = new Set(people.map((person) => this.#steps.valueOf('JOB', person)));
    for (const job of jobs) if (job !== null) await this.#afterContacts(() => this.#follow(job));
    await this.#afterContacts(() => this.#tag(people.filter(({ id }) => !this.#refused.has(id))));
    return new Map(people.map((person) => [person.id, this.#outcomeOf(person)]));
  }

  async #sendOneByOne(people: readonly Person[]): Promise<void> {
    for (const person of people) {
      const body = contactOf(person, this.#delivery);
      const answer = await this.#afterContacts(() =>
        this.#post({ path: '/contacts', body, allowance: OMNISEND.write }),
      );
      if (answer.status >= 300) this.#refused.set(person.id, refusalIn(answer.body, this.#account.key));
      else this.#steps.note('CONTACT', [person], readAnswer(upserted, answer, { writes: true }).id);
    }
  }

  async #sendInBatches(people: readonly Person[]): Promise<void> {
    for (let from = 0; from < people.length; from += BATCH_SIZE) {
      const part = people.slice(from, from + BATCH_SIZE);
      const refused = await this.#afterContacts(() => sendAroundRefusals(part, (some) => this.#sendBatch(some)));
      for (const [id, refusal] of refused) this.#refused.set(id, refusal);
    }
  }

  async #sendBatch(people: readonly Person[]) {
    const body = batchOf(people, this.#delivery);
    const answer = await this.#post({ path: '/batches', body, allowance: OMNISEND.write });
    const rejection = rejectionOf(answer, this.#account.key);
    if (rejection) return rejection;
    this.#steps.note('JOB', people, readAnswer(createdBatch, answer, { writes: true }).batchID);
    return null;
  }

  /** Waits for a batch and reads whom it refused. One that takes longer is tagged all the same, and read back later. */
  async #follow(job: string): Promise<void> {
    for (const waitMs of LOOKS_MS) {
      await sleep(waitMs);
      const { status, errorsCount } = readAnswer(batch, await this.#read(`/batches/${job}`), { writes: true });
      if (status === 'stopped') throw new VendorProblem('BROKEN_ANSWER', { detail: 'Omnisend stopped the batch.' });
      if (status !== 'finished') continue;
      if (errorsCount !== 0) await this.#readRefusals(job);
      return;
    }
  }

  async #readRefusals(job: string): Promise<void> {
    const failed = readAnswer(batchItems, await this.#read(`/batches/${job}/items`), { writes: true });
    const ids = new Map(this.#delivery.people.map(({ id, email }) => [omnisendAddress(email), id]));
    for (const item of failed) {
      const id = ids.get(omnisendAddress(item.request.identifiers[0]?.id ?? ''));
      if (id) this.#refused.set(id, refusalIn(item.response, this.#account.key));
    }
  }

  async #tag(people: readonly Person[]): Promise<void> {
    if (people.length === 0) return;
    const body = tagsOf(
      people.map(({ email }) => email),
      this.#delivery.audience,
    );
    const answer = await this.#post({ path: '/contacts/tags', body, allowance: OMNISEND.tag, isReserved: true });
    if (answer.status >= 300) throw rejected(answer, this.#account.key);
  }

  /** Runs a step; once contacts were taken, its failure says so. */
  async #afterContacts<T>(step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (fault) {
      const { people } = this.#delivery;
      const isAnyTaken = this.#steps.without('JOB', this.#steps.without('CONTACT', people)).length < people.length;
      throw isAnyTaken && fault instanceof VendorProblem ? fault.afterOthersWereTaken() : fault;
    }
  }

  async #read(path: string): Promise<VendorAnswer> {
    const answer = await this.#calls.send(this.#account, { method: 'GET', path, allowance: OMNISEND.read });
    if (answer.status >= 300) throw rejected(answer, this.#account.key);
    return answer;
  }

  #post(call: Omit<VendorCall, 'method'>): Promise<VendorAnswer> {
    return this.#calls.send(this.#account, { ...call, method: 'POST' });
  }

  #outcomeOf(person: Person): Outcome {
    const contactId = this.#steps.valueOf('CONTACT', person);
    const job = this.#steps.valueOf('JOB', person);
    return this.#refused.get(person.id) ?? { kind: 'ACCEPTED', contactId, job };
  }
}
