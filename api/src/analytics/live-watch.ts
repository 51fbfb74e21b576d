import type { LiveCampaign, LiveNumbers } from './live-numbers.ts';

/** Somebody who watches a campaign. */
export interface Watcher {
  /** The campaign's numbers, once a second. */
  show(numbers: LiveNumbers): void;
  /** The numbers cannot be read for the moment. */
  wait(): void;
  /** Nothing more will come: the campaign is gone, or this process is about to stop. */
  end(why: 'gone' | 'stopping'): void;
}

/** How often a campaign's numbers are read while somebody watches. */
const EVERY_MS = 1_000;

/** The most who may watch a shop's campaigns at once in one process. */
export const MOST_WATCHERS = 20;

interface Watched {
  readonly campaign: LiveCampaign;
  readonly watchers: Set<Watcher>;
  timer: NodeJS.Timeout | undefined;
  /** Whether the last look failed: that is logged once, and not every second. */
  isBroken: boolean;
}

/** What the watch is made from. */
export interface LiveWatchParts {
  readonly read: (campaign: LiveCampaign) => Promise<LiveNumbers | null>;
  readonly onFault: (fault: unknown) => void;
}

/** Reads the numbers of watched campaigns: once a second for each campaign and process, however many watch. */
export class LiveWatch {
  readonly #parts: LiveWatchParts;
  #isStopped = false;
  readonly #watched = new Map<string, Watched>();

  constructor(parts: LiveWatchParts) {
    this.#parts = parts;
  }

  /** Whether one more may watch in this shop. */
  hasRoom(shop: string): boolean {
    if (this.#isStopped) return false;
    const watched = [...this.#watched.values()].filter(({ campaign }) => campaign.shop === shop);
    return watched.reduce((sum, { watchers }) => sum + watchers.size, 0) < MOST_WATCHERS;
  }

  /** Begins at once; the function that it gives ends it. */
  watch(campaign: LiveCampaign, watcher: Watcher): () => void {
    const key = `${campaign.shop} ${campaign.campaignId}`;
    const watched = this.#watched.get(key) ?? {
      campaign,
      watchers: new Set<Watcher>(),
      timer: undefined,
      isBroken: false,
    };
    watched.watchers.add(watcher);
    if (!this.#watched.has(key)) {
      this.#watched.set(key, watched);
      void this.#look(key, watched);
    }
    return () => this.#leave(key, watched, watcher);
  }

  /** Ends every watch: the process is about to stop. */
  stop(): void {
    this.#isStopped = true;
    for (const [key, watched] of this.#watched) this.#end(key, watched, 'stopping');
  }

  async #look(key: string, watched: Watched): Promise<void> {
    const numbers = await this.#parts.read(watched.campaign).catch((fault: unknown) => this.#note(watched, fault));
    if (this.#watched.get(key) !== watched) return;
    if (numbers === null) return this.#end(key, watched, 'gone');
    for (const watcher of watched.watchers) {
      if (numbers === undefined) watcher.wait();
      else watcher.show(numbers);
    }
    watched.isBroken = numbers === undefined;
    watched.timer = setTimeout(() => void this.#look(key, watched), EVERY_MS);
  }

  #note({ isBroken }: Watched, fault: unknown): undefined {
    if (!isBroken) this.#parts.onFault(fault);
  }

  #end(key: string, watched: Watched, why: 'gone' | 'stopping'): void {
    clearTimeout(watched.timer);
    this.#watched.delete(key);
    for (const watcher of watched.watchers) watcher.end(why);
  }

  #leave(key: string, watched: Watched, watcher: Watcher): void {
    watched.watchers.delete(watcher);
    if (watched.watchers.size > 0 || this.#watched.get(key) !== watched) return;
    clearTimeout(watched.timer);
    this.#watched.delete(key);
  }
}
