import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { Prisma, type PrismaClient } from '../../../../prisma/client/client.ts';
import type { DestinationName } from '../../integrations/destination.ts';
import { describeFault } from '../../platform/fault.ts';

/** Where a batch goes. */
export interface BatchPlace {
  readonly shop: string;
  readonly destination: DestinationName;
}

type Turn = BatchPlace & { readonly holder: string };

/**
 * Far shorter than a lease: of whoever is no more the receipts rest for a while, since nobody knows how far they came, and nothing else has to wait.
 * A holder that is late to renew does no harm either: then two batches go there at once.
 */
const TURN_END = Prisma.sql`statement_timestamp() + interval '4 seconds'`;
const RENEW_EVERY_MS = 1_000;

/**
 * One batch at a time for each connection, whatever the number of processes. More of them would bring nobody there sooner: they share the
 * vendor's limits, and ten that ask for room at once keep each other waiting until they give up, which looks like a vendor that fails. What
 * keeps receipts from being sent twice are their leases, and not this.
 */
export class BatchTurns {
  readonly #prisma: PrismaClient;
  readonly #logger: Logger;
  readonly #held = new Set<Turn>();

  constructor(prisma: PrismaClient, logger: Logger) {
    this.#prisma = prisma;
    this.#logger = logger;
  }

  /** Does `work` while nobody else's batch goes there; does nothing where one does. */
  async use({ shop, destination }: BatchPlace, work: () => Promise<void>): Promise<void> {
    const turn = { shop, destination, holder: randomUUID() };
    if (!(await this.#take(turn))) return;
    this.#held.add(turn);
    const renewal = setInterval(() => void this.#quietly(this.#renew(turn)), RENEW_EVERY_MS);
    try {
      await work();
    } finally {
      clearInterval(renewal);
      await this.#quietly(this.#end(turn));
    }
  }

  /** Others may go on: this process ends. */
  async endAll(): Promise<void> {
    await Promise.all([...this.#held].map((turn) => this.#end(turn)));
  }

  /** Raw: Prisma has no word for an update that a time of the database's own decides. */
  async #take({ shop, destination, holder }: Turn): Promise<boolean> {
    const taken = await this.#prisma.$executeRaw`
      INSERT INTO "BatchTurn" AS turn (shop, destination, holder, until)
      VALUES (${shop}, ${destination}::"Destination", ${holder}::uuid, ${TURN_END})
      ON CONFLICT (shop, destination) DO UPDATE SET holder = excluded.holder, until = excluded.until
       WHERE turn.until <= statement_timestamp()`;
    return taken === 1;
  }

  /** Does nothing where it ran out and is somebody else's by now. */
  async #renew({ shop, destination, holder }: Turn): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE "BatchTurn" SET until = ${TURN_END}
       WHERE shop = ${shop} AND destination = ${destination}::"Destination" AND holder = ${holder}::uuid`;
  }

  async #end(turn: Turn): Promise<void> {
    this.#held.delete(turn);
    await this.#prisma.batchTurn.deleteMany({ where: turn });
  }

  /** A turn that could be neither renewed nor ended runs out by itself. */
  async #quietly(write: Promise<void>): Promise<void> {
    await write.catch((err: unknown) => {
      this.#logger.warn({ err: describeFault(err) }, 'whose turn it is could not be written down');
    });
  }
}
