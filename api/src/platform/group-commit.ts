import { isUnavailable, OverloadError } from './unavailable.ts';

/** Takes an item and answers when the statement that it shared with others has committed. */
export type GroupCommit<Item, Result> = (item: Item) => Promise<Result>;

export interface GroupCommitSettings {
  /** The most items that one statement may carry. */
  readonly largestGroup: number;
  /** How many statements may be in flight at once. */
  readonly inFlight: number;
  /**
   * Milliseconds after which an item that still waits is not begun any more but fails with `OverloadError`: who waited for it may
   * have been told already that it failed.
   */
  readonly patienceMs?: number;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly since: number;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets concurrent requests share statements without giving up durability: while a statement is under way, what arrives
 * gathers and goes together in the next one. `commit` answers one result for each item, in their order. When it fails, its items
 * are tried one by one, so that a bad one fails alone; an unavailable database fails them all at once.
 */
export function createGroupCommit<Item, Result>(
  commit: (items: readonly Item[]) => Promise<readonly Result[]>,
  { largestGroup, inFlight, patienceMs = Number.POSITIVE_INFINITY }: GroupCommitSettings,
): GroupCommit<Item, Result> {
  const queue: Waiting<Item, Result>[] = [];
  let running = 0;

  function startNext(): void {
    if (running >= inFlight || queue.length === 0) return;
    running += 1;
    void commitGroup(queue.splice(0, largestGroup)).finally(() => {
      running -= 1;
      startNext();
    });
  }

  function isInTime({ since, reject }: Waiting<Item, Result>): boolean {
    const inTime = performance.now() - since < patienceMs;
    if (!inTime) reject(new OverloadError());
    return inTime;
  }

  async function commitGroup(asked: Waiting<Item, Result>[]): Promise<void> {
    const group = asked.filter(isInTime);
    if (group.length === 0) return;
    try {
      const results = await commit(group.map(({ item }) => item));
      for (const [place, { resolve }] of group.entries()) resolve(results[place] as Result);
    } catch (error) {
      const [only, another] = group;
      if (only && !another) return only.reject(error);
      // A database that is away or overrun is no fault of any item: each one by itself would only add to the load.
      if (isUnavailable(error)) return group.forEach(({ reject }) => void reject(error));
      for (const waiting of group) await commitGroup([waiting]);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, since: performance.now(), resolve, reject });
      // Not at once: requests that were read from their sockets in the same turn belong together.
      if (queue.length === 1) setImmediate(startNext);
      else if (queue.length >= largestGroup) startNext();
    });
}
