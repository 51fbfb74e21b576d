import { isUnavailable, OverloadError } from './unavailable.ts';

/** Takes an item and answers when the statement that it shared with others has committed. */
export type GroupCommit<Item, Result> = (item: Item) => Promise<Result>;

export interface GroupCommitSettings<Item> {
  /** The most items that one statement may carry. */
  readonly largestGroup: number;
  /** How many statements may be in flight at once, each of another lane. */
  readonly inFlight: number;
  /** Items of one lane never wait for each other in the database: their statements go one after the other. Without it all share a lane. */
  readonly laneOf?: (item: Item) => string;
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

interface Lane<Item, Result> {
  readonly waiting: Waiting<Item, Result>[];
  isBusy: boolean;
}

/**
 * Lets concurrent requests share statements without giving up durability: while a statement is under way, what arrives
 * gathers and goes together in the next one. `commit` is given items of one lane and answers one result for each, in their order. When it
 * fails, either half is tried by itself, and so on, so that a bad item fails alone; an unavailable database fails them all at once.
 */
export function createGroupCommit<Item, Result>(
  commit: (items: readonly Item[]) => Promise<readonly Result[]>,
  settings: GroupCommitSettings<Item>,
): GroupCommit<Item, Result> {
  const { largestGroup, inFlight, patienceMs = Number.POSITIVE_INFINITY, laneOf = () => '' } = settings;
  /** Those where somebody waits or is served; whose turn is next is first. */
  const lanes = new Map<string, Lane<Item, Result>>();
  let running = 0;

  function startNext(): void {
    for (const [name, lane] of lanes) {
      if (running >= inFlight) return;
      if (!lane.isBusy) void run(name, lane);
    }
  }

  async function run(name: string, lane: Lane<Item, Result>): Promise<void> {
    running += 1;
    lane.isBusy = true;
    await commitGroup(lane.waiting.splice(0, largestGroup));
    running -= 1;
    lane.isBusy = false;
    lanes.delete(name);
    if (lane.waiting.length > 0) lanes.set(name, lane);
    startNext();
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
      // A database that is away or overrun is no fault of any item: to try again would only add to the load.
      if (isUnavailable(error)) return group.forEach(({ reject }) => void reject(error));
      const half = Math.ceil(group.length / 2);
      await commitGroup(group.slice(0, half));
      await commitGroup(group.slice(half));
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      const name = laneOf(item);
      const lane = lanes.get(name) ?? { waiting: [], isBusy: false };
      lanes.set(name, lane);
      lane.waiting.push({ item, since: performance.now(), resolve, reject });
      // Not at once: requests that were read from their sockets in the same turn belong together.
      if (lane.waiting.length === 1) setImmediate(startNext);
      else if (lane.waiting.length >= largestGroup) startNext();
    });
}
