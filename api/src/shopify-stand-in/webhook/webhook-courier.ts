import { randomUUID } from 'node:crypto';
import type { StandInClock } from '../../stand-in/stand-in-clock.ts';
import type { StandInApp } from '../world/stand-in-app.ts';
import { type SendOptions, sendWebhook, type WebhookAnswer } from './send-webhook.ts';
import type { StandInEvent } from './stand-in-event.ts';

/** An event on its way to the app. */
export interface WebhookDelivery {
  readonly event: StandInEvent;
  readonly webhookId: string;
  readonly answers: WebhookAnswer[];
  state: 'WAITING' | 'DELIVERED' | 'GIVEN_UP';
  /** When it is tried next, by the stand-in's clock. */
  dueAt: number;
}

/** Whom events are brought to, and by which time. */
interface CourierSetting {
  readonly app: StandInApp;
  readonly clock: StandInClock;
}

const MINUTE_MS = 60_000;

/** How long after each failure it is tried again: eight times within four hours. */
const RETRY_MS = [0.2, 1, 3, 10, 20, 40, 60, 100].map((minutes) => minutes * MINUTE_MS);

/** How many deliveries that came to an end are remembered. */
const KEPT = 2000;

/** Brings events to the app: at once, then again until it answers 2xx. */
export class WebhookCourier {
  /** Every event so far with its attempts, the newest last. */
  deliveries: WebhookDelivery[] = [];
  /** While true, events wait: a test sends them itself, in an order of its own. */
  isPaused = false;
  private readonly underway = new Set<Promise<void>>();
  private readonly setting: CourierSetting;

  constructor(setting: CourierSetting) {
    this.setting = setting;
  }

  /** Takes an event, and sends it off at once. */
  take(event: StandInEvent): void {
    const dueAt = this.setting.clock.now();
    this.deliveries.push({ event, webhookId: randomUUID(), answers: [], state: 'WAITING', dueAt });
    if (this.deliveries.length > KEPT) this.deliveries = this.deliveries.filter(({ state }) => state === 'WAITING');
    this.attemptDue();
  }

  /** Tries everything that is due by the stand-in's clock, and waits until nothing is underway. */
  async settle(): Promise<void> {
    this.attemptDue();
    while (this.underway.size > 0) await Promise.all(this.underway);
  }

  /** Sends one delivery of an event, however it is wished for, and answers what came back. It is tried once. */
  send(event: StandInEvent, options: SendOptions = {}): Promise<WebhookAnswer> {
    return sendWebhook(this.setting.app, event, options);
  }

  async close(): Promise<void> {
    this.isPaused = true;
    await Promise.all(this.underway);
  }

  private attemptDue(): void {
    if (this.isPaused || this.setting.app.url === null) return;
    const now = this.setting.clock.now();
    for (const delivery of this.deliveries) {
      if (delivery.state !== 'WAITING' || delivery.dueAt > now) continue;
      delivery.dueAt = Number.POSITIVE_INFINITY;
      const attempt = this.attempt(delivery).finally(() => this.underway.delete(attempt));
      this.underway.add(attempt);
    }
  }

  private async attempt(delivery: WebhookDelivery): Promise<void> {
    const answer = await sendWebhook(this.setting.app, delivery.event, { webhookId: delivery.webhookId });
    const wait = RETRY_MS[delivery.answers.length];
    delivery.answers.push(answer);
    if (answer.status >= 200 && answer.status < 300) delivery.state = 'DELIVERED';
    else if (wait === undefined) delivery.state = 'GIVEN_UP';
    else delivery.dueAt = this.setting.clock.now() + wait;
  }
}
