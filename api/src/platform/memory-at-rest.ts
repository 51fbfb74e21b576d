/** What is known of a process's memory, and how it is given back. */
export interface ProcessMemory {
  /** Bytes that the process holds of the machine's memory. */
  held(): number;
  /** The share of the time since the last question in which the process was at work, from 0 to 1. */
  busy(): number;
  /** Gives back whatever nobody needs; nothing else is done meanwhile, for some 0.3 s. */
  giveBack(): void;
}

const LOOK_MS = 5_000;
/** Busy for less than this share of the time between two looks, a process rests, and a pause is felt by next to nobody. */
const AT_REST = 0.03;
/** It is worth a pause where so much more is held than what was left last time. */
const WORTH_IT = 1.1;

/**
 * After a rush Node.js keeps the memory that it took until it needs it again, which may be tomorrow. This gives it back as soon as the process rests, so that a
 * server takes by night what it took before the drop.
 */
export class MemoryAtRest {
  readonly #memory: ProcessMemory;
  #left = 0;

  constructor(memory: ProcessMemory) {
    this.#memory = memory;
  }

  /** Gives back at once, and looks again and again as long as the process lives, which it keeps nobody from ending. */
  start(): void {
    this.#giveBack();
    setInterval(() => this.look(), LOOK_MS).unref();
  }

  /** One look. */
  look(): void {
    if (this.#memory.busy() > AT_REST || this.#memory.held() < this.#left * WORTH_IT) return;
    this.#giveBack();
  }

  #giveBack(): void {
    this.#memory.giveBack();
    this.#left = this.#memory.held();
  }
}

/** The memory of this process; null where Node.js was not started with `--expose-gc`, as `pnpm start` does. */
export function ownMemory(): ProcessMemory | null {
  const { gc } = globalThis;
  if (!gc) return null;
  let before = performance.eventLoopUtilization();
  return {
    held: () => process.memoryUsage.rss(),
    busy() {
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, before);
      before = now;
      return utilization;
    },
    giveBack: () => void gc({ type: 'major', execution: 'sync', flavor: 'last-resort' }),
  };
}
