import { type Refused, type Rejection, refusalFor, sendAroundRefusals } from '../around-refusals.ts';
import type { Account, Delivery, Outcome, Person } from '../destination.ts';
import type { DeliverySteps, TakenSteps } from '../taken-steps.ts';
import type { VendorCall, VendorCalls } from '../vendor-calls.ts';
import type { VendorAnswer } from '../vendor-http.ts';
import { readAnswer } from '../vendor-json.ts';
import { VendorProblem } from '../vendor-problem.ts';
import { importedJob, importedProfile } from './klaviyo-answers.ts';
import { bulkImportOf, membersOf, profileOf, subscriptionOf } from './klaviyo-bodies.ts';
import { FEW, KLAVIYO } from './klaviyo-calls.ts';
import { rejectionOf } from './klaviyo-errors.ts';
import { sendEvents } from './klaviyo-events.ts';

/**
 * One delivery to Klaviyo: names and properties, then events, then consent. Consent comes last because everything before
 * it can be sent again without harm, whereas a subscription sent twice may undo a departure in between.
 */
export class KlaviyoDelivery {
  readonly #parts: { calls: VendorCalls; taken: TakenSteps };
  readonly #account: Account;
  readonly #delivery: Delivery;
  readonly #refused = new Map<string, Refused>();
  readonly #steps: DeliverySteps;

  constructor(parts: { calls: VendorCalls; taken: TakenSteps }, account: Account, delivery: Delivery) {
    this.#parts = parts;
    this.#account = account;
    this.#delivery = delivery;
    this.#steps = parts.taken.of(account, delivery);
  }

  /** What came of every person, by `Person.id`. */
  send(): Promise<ReadonlyMap<string, Outcome>> {
    return this.#steps.during(this.#delivery.people, () => this.#sendAll());
  }

  async #sendAll(): Promise<ReadonlyMap<string, Outcome>> {
    const { people, sendsEvent } = this.#delivery;
    const willing = people.filter((person) => person.consent !== null);
    await this.#import(willing, false);
    await this.#addWithoutConsent(people.filter((person) => person.consent === null));
    if (sendsEvent)
      await sendEvents(this.#parts, this.#account, { delivery: this.#delivery, people: this.#stillIn(willing) });
    await this.#subscribe(willing);
    return new Map(people.map((person) => [person.id, this.#outcomeOf(person)]));
  }

  async #addWithoutConsent(people: readonly Person[]): Promise<void> {
    const list = this.#delivery.audience;
    await this.#import(people, true);
    // A job puts its people on the list itself.
    const alone = this.#stillIn(people).filter((person) => this.#steps.valueOf('JOB', person) === null);
    await this.#around(alone, (part) => ({
      method: 'POST',
      path: `/api/lists/${encodeURIComponent(list)}/relationships/profiles`,
      body: membersOf(part.map((person) => this.#steps.valueOf('CONTACT', person) ?? '')),
      allowance: KLAVIYO.addToList,
    }));
  }

  async #import(people: readonly Person[], joins: boolean): Promise<void> {
    const open = this.#steps.without('JOB', this.#steps.without('CONTACT', people));
    if (open.length > FEW) return this.#importInOneJob(open, joins);
    for (const person of open) {
      const body = { data: profileOf(person, this.#delivery) };
      const answer = await this.#post({ path: '/api/profile-import', body, allowance: KLAVIYO.import });
      if (answer.status >= 300) this.#refuseProfile(person, answer);
      else this.#steps.note('CONTACT', [person], readAnswer(importedProfile, answer, { writes: true }).data.id);
    }
  }

  /** A profile that clashes with another keeps its names; who consented is found by address all the same. */
  #refuseProfile(person: Person, answer: VendorAnswer): void {
    const isClash = answer.status === 404 || answer.status === 409;
    if (isClash && person.consent) return;
    const rejection = rejectionOf(answer, this.#account.key);
    const place = JSON.stringify(answer.body ?? '').includes('/attributes/email') ? 'email' : '';
    this.#refused.set(person.id, refusalFor({ words: rejection?.words ?? '', place }));
  }

  async #importInOneJob(people: readonly Person[], joins: boolean): Promise<void> {
    await this.#around(
      people,
      (part) => ({
        method: 'POST',
        path: '/api/profile-bulk-import-jobs',
        body: bulkImportOf(part, this.#delivery, joins),
        allowance: KLAVIYO.bulkImport,
      }),
      (part, answer) => this.#steps.note('JOB', part, readAnswer(importedJob, answer, { writes: true }).data.id),
    );
  }

  async #subscribe(willing: readonly Person[]): Promise<void> {
    const open = this.#steps.without('SUBSCRIPTION', this.#stillIn(willing));
    let isAnySent = open.length < this.#stillIn(willing).length;
    for (const isOnRecord of [false, true]) {
      const people = open.filter((person) => person.consent?.isConfirmed === isOnRecord);
      const callFor = (part: readonly Person[]) => ({
        method: 'POST' as const,
        path: '/api/profile-subscription-bulk-create-jobs',
        body: subscriptionOf(part, this.#delivery, isOnRecord),
        allowance: KLAVIYO.subscribe,
      });
      try {
        await this.#around(people, callFor, (part) => this.#steps.note('SUBSCRIPTION', part));
      } catch (fault) {
        throw isAnySent && fault instanceof VendorProblem ? fault.afterOthersWereTaken() : fault;
      }
      isAnySent ||= people.length > 0;
    }
  }

  async #around(
    people: readonly Person[],
    callFor: (part: readonly Person[]) => VendorCall,
    whenTaken?: (part: readonly Person[], answer: VendorAnswer) => void,
  ): Promise<void> {
    const refused = await sendAroundRefusals(people, async (part) => {
      const answer = await this.#parts.calls.send(this.#account, callFor(part));
      const rejection = this.#rejectionOf(answer);
      if (!rejection) whenTaken?.(part, answer);
      return rejection;
    });
    for (const [id, refusal] of refused) this.#refused.set(id, refusal);
  }

  #rejectionOf(answer: VendorAnswer): Rejection | null {
    const rejection = rejectionOf(answer, this.#account.key);
    // Nothing but the list is named in such a request's path or relationships, so it is the list that is not found.
    if (rejection && answer.status === 404) throw new VendorProblem('AUDIENCE_GONE', { detail: rejection.words });
    return rejection;
  }

  #post(call: Omit<VendorCall, 'method'>): Promise<VendorAnswer> {
    return this.#parts.calls.send(this.#account, { ...call, method: 'POST' });
  }

  #stillIn(people: readonly Person[]): readonly Person[] {
    return people.filter((person) => !this.#refused.has(person.id));
  }

  #outcomeOf(person: Person): Outcome {
    const contactId = this.#steps.valueOf('CONTACT', person);
    const job = this.#steps.valueOf('JOB', person);
    return this.#refused.get(person.id) ?? { kind: 'ACCEPTED', contactId, job };
  }
}
