import { isUnavailable } from './unavailable.ts';

/** Takes an item and answers when the statement that it shared with others has committed. */
export type GroupCommit<Item, Result> = (item: Item) => Promise<Result>;

export interface GroupCommitSettings {
  /** The most items that one statement may carry. */
  readonly largestGroup: number;
  /** How many statements may be in flight at once. */
  readonly inFlight: number;
}

interface Waiting<Item, Result> {
  readonly item: Item;
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
  { largestGroup, inFlight }: GroupCommitSettings,
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

  async function commitGroup(group: Waiting<Item, Result>[]): Promise<void> {
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
      queue.push({ item, resolve, reject });
      // Not at once: requests that were read from their sockets in the same turn belong together.
      if (queue.length === 1) setImmediate(startNext);
      else if (queue.length >= largestGroup) startNext();
    });
}
