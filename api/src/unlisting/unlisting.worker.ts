import type { ProductStatus } from '../../../prisma/client/client.ts';
import { AdminApiProblem } from '../shopify/admin-api.ts';
import type { ProductStatuses } from './product-statuses.ts';
import type { DueUnlisting, UnlistingChange, UnlistingStore } from './unlisting.store.ts';
import * as change from './unlisting-change.ts';
import { nextTryIn } from './unlisting-patience.ts';
import { nextStep } from './unlisting-step.ts';
import { TurnLost, type TurnWait, type UnlistingTurn, type UnlistingTurnStore } from './unlisting-turn.store.ts';

const SHOPS_AT_ONCE = 10;
/** Products whose statuses are read at once: few, so that what was read is seconds old when it is acted on. */
const READ_AT_ONCE = 20;
/** A turn begins nothing more after this, so that one shop's many products keep no other shop waiting. */
const TURN_MS = 10_000;
/** A shop without the app is looked for as often as after so many failures: it costs no call, and a new installation is soon seen. */
const FAILURES_WITHOUT_APP = 4;

export interface UnlistingWorkerParts {
  readonly statuses: ProductStatuses;
  readonly store: UnlistingStore;
  readonly turns: UnlistingTurnStore;
}

/** Hides and puts back the products of every shop where that is due, one process at a time in each shop. */
export class UnlistingWorker {
  readonly #statuses: ProductStatuses;
  readonly #store: UnlistingStore;
  readonly #turns: UnlistingTurnStore;

  constructor({ statuses, store, turns }: UnlistingWorkerParts) {
    this.#statuses = statuses;
    this.#store = store;
    this.#turns = turns;
  }

  /** One look. What is wrong with one shop stops no other; a fault of ours is thrown when all are done. */
  async run(): Promise<void> {
    const turns = await this.#turns.claim(SHOPS_AT_ONCE);
    const ends = await Promise.allSettled(turns.map((turn) => this.#take(turn)));
    const fault = ends.find((end) => end.status === 'rejected');
    if (fault) throw fault.reason;
  }

  async #take(turn: UnlistingTurn): Promise<void> {
    try {
      await this.#bringInOrder(turn);
      await this.#turns.end(turn);
    } catch (fault) {
      if (fault instanceof TurnLost) return;
      await this.#turns.breakOff(turn, waitAfter(fault, turn));
      if (!(fault instanceof AdminApiProblem)) throw fault;
    }
  }

  async #bringInOrder(turn: UnlistingTurn): Promise<void> {
    const endsAt = performance.now() + TURN_MS;
    await this.#store.plan(turn);
    for (;;) {
      const due = await this.#store.due(turn.shop, READ_AT_ONCE);
      if (due.length === 0) return;
      const found = await this.#statuses.read(turn.shop, due.filter(hasToBeSeen).map(idOf));
      for (const unlisting of due) {
        if (performance.now() > endsAt) return;
        await this.#settle(turn, unlisting, found.get(unlisting.productId) ?? null);
      }
    }
  }

  async #settle(turn: UnlistingTurn, unlisting: DueUnlisting, found: ProductStatus | null): Promise<void> {
    const write = (written: UnlistingChange) => this.#store.write(turn, unlisting, written);
    switch (nextStep({ ...unlisting, found })) {
      case 'HIDE':
        return this.#hide(turn, { ...unlisting, statusBefore: found }, change.aboutToHide(unlisting, found));
      case 'SHOW':
        return this.#show(turn, unlisting);
      case 'KEEP':
        return write(change.foundHidden(unlisting));
      case 'LEAVE':
        return write(change.leftAlone(unlisting, found));
      case 'LOOK_AGAIN':
        return write(change.lookedAtAgain(unlisting));
      case 'FORGET':
        return write(change.forgotten(unlisting, found));
    }
  }

  async #hide(turn: UnlistingTurn, unlisting: DueUnlisting, intent: UnlistingChange): Promise<void> {
    await this.#store.write(turn, unlisting, intent);
    const refusal = await this.#statuses.set(turn.shop, unlisting.productId, 'UNLISTED');
    const end = refusal === null ? change.hidden(unlisting) : change.failed(unlisting, 'HIDING', refusal);
    await this.#store.write(turn, unlisting, end);
  }

  async #show(turn: UnlistingTurn, unlisting: DueUnlisting): Promise<void> {
    if (unlisting.statusBefore === null) throw new Error(`Nobody knows what ${unlisting.productId} was before.`);
    await this.#store.write(turn, unlisting, change.aboutToShow(unlisting));
    const refusal = await this.#statuses.set(turn.shop, unlisting.productId, unlisting.statusBefore);
    const end = refusal === null ? change.shown(unlisting) : change.failed(unlisting, 'SHOWING', refusal);
    await this.#store.write(turn, unlisting, end);
  }
}

/** What was only planned, or is left alone, is forgotten without a look. */
function hasToBeSeen({ isWanted, phase, statusBefore }: DueUnlisting): boolean {
  return isWanted || (statusBefore !== null && phase !== 'LEFT_ALONE');
}

function idOf({ productId }: DueUnlisting): string {
  return productId;
}

function waitAfter(fault: unknown, { failures }: UnlistingTurn): TurnWait {
  if (!(fault instanceof AdminApiProblem)) return { problem: null, detail: null, forMs: nextTryIn(failures + 1) };
  const { kind: problem, message: detail } = fault;
  return { problem, detail, forMs: nextTryIn(problem === 'NOT_INSTALLED' ? FAILURES_WITHOUT_APP : failures + 1) };
}
