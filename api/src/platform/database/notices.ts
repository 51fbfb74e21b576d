import pg from 'pg';
import type { Logger } from 'pino';
import { describeFault } from '../fault.ts';

/** Somebody who wants to know what is told on a channel. */
export interface Ear {
  /** A notice came, with its payload. Must not throw. */
  readonly onNotice: (payload: string) => void;
  /** Listening begins, or begins again: what was told before may have been missed. Must not throw. */
  readonly onGap: () => void;
}

/** Where notices come from and who logs that they do not. */
export interface NoticesParts {
  /** The database's address, with its password. A connection pooler that changes servers between transactions loses notices. */
  readonly url: string;
  readonly logger: Logger;
}

const CONNECT_AGAIN_MS = 1_000;
const CONNECT_WITHIN_MS = 5_000;
/** How often it is made sure that the connection still hears, and how long that may take before it counts as broken. */
const BEAT_MS = 400;
const BEAT_WITHIN_MS = 5_000;

/**
 * What PostgreSQL's `NOTIFY` tells this process, over one connection of its own that is made again whenever it breaks. One listener, however
 * many ears.
 */
export class Notices {
  readonly #parts: NoticesParts;
  readonly #ears = new Map<string, Ear[]>();
  #client: pg.Client | null = null;
  #heardUntil = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #starting: Promise<void> | null = null;
  #catchingUp: Promise<void> | null = null;
  #catchingUpNext: Promise<void> | null = null;
  #lastSaid: Promise<unknown> = Promise.resolve();

  constructor(parts: NoticesParts) {
    this.#parts = parts;
  }

  /** Passes on what is told on the channel from now on. */
  hear(channel: string, ear: Ear): void {
    this.#ears.set(channel, [...(this.#ears.get(channel) ?? []), ear]);
    const client = this.#client;
    if (client === null || this.#isCutOff) return;
    this.#say(client, listenTo(channel)).then(ear.onGap, (err) => this.#startAgain(client, err));
  }

  /**
   * The moment (of `performance.now()`) up to which nothing was missed: every notice that was committed before it has been passed on.
   * Minus infinity while the listener is cut off.
   */
  get heardUntil(): number {
    return this.#heardUntil;
  }

  /** Begins, once; comes back when it listens, or when the first try failed and others follow. */
  start(): Promise<void> {
    this.#starting ??= this.#connect();
    return this.#starting;
  }

  /** Listens no more. */
  async stop(): Promise<void> {
    const client = this.#client;
    this.#silence();
    await client?.end();
  }

  /**
   * Comes back when every notice that was committed before has been passed on; at once while the listener is cut off. Who asks while
   * a question is under way shares the next one.
   */
  catchUp(): Promise<void> {
    if (this.#catchingUp === null) {
      this.#catchingUp = this.#askForAll().finally(() => {
        this.#catchingUp = null;
      });
      return this.#catchingUp;
    }
    this.#catchingUpNext ??= this.#catchingUp.then(() => {
      this.#catchingUpNext = null;
      return this.catchUp();
    });
    return this.#catchingUpNext;
  }

  async #askForAll(): Promise<void> {
    const client = this.#client;
    if (client === null || this.#isCutOff) return;
    const asked = performance.now();
    try {
      // PostgreSQL gives a connection its pending notices before it says that a statement has ended.
      await this.#say(client, 'SELECT 1');
    } catch (err) {
      return this.#startAgain(client, err);
    }
    if (this.#client === client) this.#heardUntil = Math.max(this.#heardUntil, asked);
  }

  /** One statement at a time. */
  #say(client: pg.Client, statement: string): Promise<unknown> {
    const said = this.#lastSaid.then(() => client.query(statement));
    this.#lastSaid = said.catch(() => null);
    return said;
  }

  get #isCutOff(): boolean {
    return this.#heardUntil === Number.NEGATIVE_INFINITY;
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#parts.url,
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      query_timeout: BEAT_WITHIN_MS,
      keepAlive: true,
      application_name: 'vip-early-access-pass listener',
    });
    this.#client = client;
    client.on('notification', ({ channel, payload = '' }) => {
      for (const ear of this.#ears.get(channel) ?? []) ear.onNotice(payload);
    });
    client.on('error', (err) => this.#startAgain(client, err));
    client.on('end', () => this.#startAgain(client));
    try {
      await client.connect();
      for (const channel of this.#ears.keys()) await this.#say(client, listenTo(channel));
    } catch (err) {
      return this.#startAgain(client, err);
    }
    if (this.#client === client) this.#begin();
  }

  #begin(): void {
    const now = performance.now();
    for (const ears of this.#ears.values()) for (const ear of ears) ear.onGap();
    this.#heardUntil = now;
    this.#timer = setInterval(() => void this.catchUp(), BEAT_MS).unref();
  }

  #silence(): void {
    this.#client = null;
    this.#heardUntil = Number.NEGATIVE_INFINITY;
    this.#lastSaid = Promise.resolve();
    clearInterval(this.#timer);
  }

  /** Once for each connection that breaks. */
  #startAgain(client: pg.Client, err?: unknown): void {
    if (this.#client !== client) return;
    this.#silence();
    if (err)
      this.#parts.logger.warn({ err: describeFault(err) }, 'the listening connection broke; another one is made');
    client.connection.stream.destroy();
    this.#timer = setTimeout(() => void this.#connect(), CONNECT_AGAIN_MS).unref();
  }
}

function listenTo(channel: string): string {
  return `LISTEN ${pg.escapeIdentifier(channel)}`;
}
