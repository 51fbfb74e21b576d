import type { Destination, Outcome } from '../../integrations/destination.ts';
import { VendorProblem } from '../../integrations/vendor-problem.ts';
import type { AttemptEnd, AttemptStore, Batch, LeasedReceipt, ReceiptResult } from '../receipts/receipt.ts';
import { type HeldUp, heldUp, isAnswer } from './held-up.ts';
import { judge, mustBeRead } from './judge.ts';
import { sampleSize } from './read-back.ts';
import { accepted, onList, type PlaceInBatch, refused, skipped } from './sent-result.ts';
import { orProblem, type Reading, readBeforeSending } from './standing-reader.ts';
import { keepableWords } from './words.ts';

/** What a batch is worked on with. */
export interface AttemptParts {
  readonly destination: Destination;
  readonly batch: Batch;
  /** 0 to 1, the same for the whole batch. */
  readonly chance: number;
}

/** Brings one batch to its destination: reads first who might have left, sends the others, and says what came of each. */
export class Sending {
  readonly #parts: AttemptParts;

  constructor(parts: AttemptParts) {
    this.#parts = parts;
  }

  async run(store: AttemptStore): Promise<AttemptEnd> {
    const { destination, batch } = this.#parts;
    const toRead = batch.receipts.filter((receipt) => this.#isWanted(receipt) && mustBeRead(receipt));
    const reading = await readBeforeSending(destination, batch, toRead);
    const held = reading.problem && this.#failed(reading.problem, false);
    const ends = batch.receipts.map((receipt) => this.#unsent(receipt, reading, held));
    const toSend = batch.receipts.filter((_receipt, place) => ends[place] === null);
    const isHeld = toSend.length === 0 || (await store.markAttempted(toSend.map(({ signupId }) => signupId)));
    if (!isHeld) return { results: [], health: 'GOOD' };
    const sent = toSend.length > 0 ? await this.#deliver(toSend) : { results: [], problem: null };
    const problem = [sent.problem, reading.problem].find((candidate) => candidate && !isAnswer(candidate));
    return { results: [...ends.filter((end) => end !== null), ...sent.results], health: problem ?? 'GOOD' };
  }

  #isWanted({ person }: LeasedReceipt): boolean {
    return person.consent !== null || this.#parts.batch.connection.sendsWithoutConsent;
  }

  /** The end of a receipt that is not to be sent; null: it is. */
  #unsent(
    receipt: LeasedReceipt,
    { standings, refused: refusals }: Reading,
    held: HeldUp | null,
  ): ReceiptResult | null {
    const { signupId } = receipt;
    if (!this.#isWanted(receipt)) return skipped(receipt, 'NO_CONSENT', null);
    const refusal = refusals.get(signupId);
    if (refusal !== undefined) return refused(receipt, 'ADDRESS_REFUSED', this.#keepable(refusal));
    const isUnread = mustBeRead(receipt) && !standings.has(signupId);
    // A throttled reading says nothing against sending those who were read; everything else does.
    if (held && (isUnread || held.problem.kind !== 'THROTTLED')) return heldUp(receipt, held);
    if (isUnread) throw new Error('A receipt that must be read first was not.');
    const verdict = judge(receipt, standings.get(signupId) ?? null, this.#parts.batch.connection.sendsEvent);
    if (verdict.kind === 'SEND') return null;
    if (verdict.kind === 'ON_LIST') return onList(receipt, verdict.contactId);
    return skipped(receipt, verdict.reason, verdict.contactId);
  }

  async #deliver(receipts: readonly LeasedReceipt[]) {
    const { destination, batch, chance } = this.#parts;
    const { account, sendsEvent, sendsWelcomeMessage } = batch.connection;
    const delivery = {
      ...{ audience: receipts[0]?.audience ?? '', source: receipts[0]?.campaignName ?? '' },
      ...{ people: receipts.map(({ person }) => person), sendsEvent, sendsWelcomeMessage },
    };
    const outcomes = await orProblem(destination.deliver(account, delivery));
    if (outcomes instanceof VendorProblem) {
      const held = this.#failed(outcomes, true);
      return { results: receipts.map((receipt) => heldUp(receipt, held)), problem: outcomes };
    }
    const sample = sampleSize(destination.readSize);
    const results = receipts.map((receipt, place) => ({
      ...this.#sent(receipt, outcomes.get(receipt.person.id), { isInSample: place < sample, chance }),
      countsAsAttempt: true,
    }));
    return { results, problem: null };
  }

  #sent(receipt: LeasedReceipt, outcome: Outcome | undefined, place: PlaceInBatch): ReceiptResult {
    if (!outcome) throw new Error('A destination left somebody out of its answer.');
    if (outcome.kind === 'ON_LIST') return onList(receipt, outcome.contactId);
    if (outcome.kind === 'REFUSED') return refused(receipt, outcome.reason, this.#keepable(outcome.detail));
    return accepted(receipt, outcome, place);
  }

  #failed(problem: VendorProblem, wasSending: boolean): HeldUp {
    return { problem, detail: this.#keepable(problem.detail), wasSending, chance: this.#parts.chance };
  }

  #keepable(words: string): string | null {
    const { connection, receipts } = this.#parts.batch;
    return keepableWords(words, { key: connection.account.key, emails: receipts.map(({ person }) => person.email) });
  }
}
