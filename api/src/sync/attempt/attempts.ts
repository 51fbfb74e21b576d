import type { Destination, DestinationName } from '../../integrations/destination.ts';
import type { AttemptEnd, AttemptRunner, AttemptStore, Batch } from '../receipts/receipt.ts';
import { lookAt } from './look.ts';
import { lookSize } from './read-back.ts';
import { Sending } from './send.ts';

/** What happens to a claimed batch: it is sent, or looked for. */
export class Attempts implements AttemptRunner {
  readonly #destinations: Readonly<Record<DestinationName, Destination>>;
  readonly #random: () => number;

  /** `random` gives 0 to 1; it spreads looks and further tries. */
  constructor(destinations: Readonly<Record<DestinationName, Destination>>, random: () => number = Math.random) {
    this.#destinations = destinations;
    this.#random = random;
  }

  lookSize(destination: DestinationName): number {
    return lookSize(this.#destinations[destination].readSize);
  }

  /** Throws nothing that a vendor did: that is in the end's `health`. */
  run(batch: Batch, store: AttemptStore): Promise<AttemptEnd> {
    const destination = this.#destinations[batch.connection.destination];
    const parts = { destination, batch, chance: this.#random() };
    return batch.purpose === 'SEND' ? new Sending(parts).run(store) : lookAt(parts);
  }
}
