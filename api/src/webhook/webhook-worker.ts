import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { describeFault } from '../platform/fault.ts';
import type { Round } from '../platform/rounds.ts';
import type { LeasedEvent, WebhookEventStore } from './webhook-event.store.ts';
import {
  WEBHOOK_TOPICS,
  type WebhookEvent,
  type WebhookHandler,
  type WebhookHandlers,
  type WebhookTopic,
} from './webhook-event.ts';
import { readPayload, UnreadablePayloadError } from './webhook-payload.ts';
import { nextAttemptIn } from './webhook-schedule.ts';

/** What working events off needs. */
export interface WebhookWorkerParts {
  readonly events: WebhookEventStore;
  readonly handlers: WebhookHandlers;
  /** Whether the shop has the app installed now. */
  readonly isInstalled: (shop: string) => Promise<boolean>;
  readonly logger: Logger;
}

/** Events under way at once: in this process, and of one shop. Well below the database's pool: what Shopify delivers meanwhile must be kept. */
const AT_ONCE = 6;
const AT_ONCE_PER_SHOP = 3;
/** While something is under way, others that become due are looked for this often; milliseconds. */
const LOOK_AGAIN_MS = 250;
const LOOK_EVERY_MS = 1_000;
/** A handler that takes longer counts as failed; shorter than the lease. */
const HANDLER_MS = 60_000;
const SWEEP_EVERY_MS = 3_600_000;

/** What a shop that left still has to say: everything else it said before is no longer of use. */
const AFTER_LEAVING: readonly WebhookTopic[] = [
  'app/uninstalled',
  'customers/data_request',
  'customers/redact',
  'shop/redact',
];

/** Works events off, each shop's beside the others', in any number of processes. */
export class WebhookWorker implements Round {
  readonly name = 'webhooks';
  readonly everyMs = LOOK_EVERY_MS;
  readonly #parts: WebhookWorkerParts;
  readonly #underWay = new Map<Promise<void>, string>();
  #look: () => void = () => {};
  #nextSweep = 0;

  constructor(parts: WebhookWorkerParts) {
    this.#parts = parts;
  }

  /** Who hears of it when there is something to do. */
  onWake(look: () => void): void {
    this.#look = look;
  }

  /** There is something to do now. */
  wake(): void {
    this.#look();
  }

  /** Works off what is due until nothing is; begins nothing more once the process is to end. */
  async run(stopping: AbortSignal = new AbortController().signal): Promise<void> {
    await this.#sweep();
    let isMore = true;
    while (isMore) {
      const wasBusy = this.#underWay.size > 0;
      const begun = stopping.aborted ? 0 : await this.#begin();
      if (this.#underWay.size > 0) await Promise.race([...this.#underWay.keys(), pause(LOOK_AGAIN_MS)]);
      // A look beside others leaves out busy shops: only one that began with nothing under way and found nothing is the last.
      isMore = stopping.aborted ? this.#underWay.size > 0 : wasBusy || begun > 0;
    }
  }

  /** How many it began. */
  async #begin(): Promise<number> {
    const most = AT_ONCE - this.#underWay.size;
    if (most <= 0) return 0;
    const perShop = AT_ONCE_PER_SHOP;
    const leased = await this.#parts.events.claim({ most, perShop, without: this.#busyShops() });
    for (const event of leased) {
      const end = this.#workOff(event).finally(() => this.#underWay.delete(end));
      this.#underWay.set(end, event.shop);
    }
    return leased.length;
  }

  #busyShops(): string[] {
    const byShop = Map.groupBy(this.#underWay.values(), (shop) => shop);
    return [...byShop].filter(([, events]) => events.length >= AT_ONCE_PER_SHOP).map(([shop]) => shop);
  }

  /** Never throws: what cannot even be written down is left to the end of its lease. */
  async #workOff(leased: LeasedEvent): Promise<void> {
    const { events, logger } = this.#parts;
    const { shop, topic, eventId } = leased;
    try {
      await this.#handle(leased);
      await events.done(leased);
    } catch (fault) {
      const dueInMs = fault instanceof UnreadablePayloadError ? null : nextAttemptIn(leased);
      const line = { err: describeFault(fault), shop, topic, eventId };
      if (dueInMs === null) logger.error(line, 'a webhook is given up, and parked for a month');
      else logger.warn({ ...line, dueInMs }, 'a webhook could not be worked off; it is tried again');
      await events.failed(leased, dueInMs).catch((err: unknown) => {
        logger.warn({ err: describeFault(err), shop, topic, eventId }, 'a webhook waits for the end of its lease');
      });
    }
  }

  async #handle(leased: LeasedEvent): Promise<void> {
    const topic = WEBHOOK_TOPICS.find((known) => known === leased.topic);
    if (topic === undefined) return;
    const { handlers, events, isInstalled } = this.#parts;
    const { shop, eventId, triggeredAt } = leased;
    if (!AFTER_LEAVING.includes(topic) && !(await isInstalled(shop))) return;
    const event = { shop, topic, eventId, triggeredAt, payload: readPayload(events.open(leased)) };
    await withinTime(callAll(handlers[topic] ?? [], event), event);
  }

  async #sweep(): Promise<void> {
    if (performance.now() < this.#nextSweep) return;
    await this.#parts.events.sweep();
    this.#nextSweep = performance.now() + SWEEP_EVERY_MS;
  }
}

/** Each is called, whatever comes of the others; then the first one's fault is thrown. */
async function callAll(handlers: readonly WebhookHandler[], event: WebhookEvent): Promise<void> {
  const ends = await Promise.allSettled(handlers.map(async (handle) => handle(event)));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

/** A handler that hangs keeps its shop's place for a while, not for ever. */
async function withinTime(work: Promise<unknown>, { topic }: Pick<WebhookEvent, 'topic'>): Promise<void> {
  const timeOut = new AbortController();
  const late = pause(HANDLER_MS, undefined, { signal: timeOut.signal, ref: false }).then(() => {
    throw new Error(`A handler of ${topic} took longer than ${HANDLER_MS} ms.`);
  });
  late.catch(() => {});
  try {
    await Promise.race([work, late]);
  } finally {
    timeOut.abort();
  }
}
