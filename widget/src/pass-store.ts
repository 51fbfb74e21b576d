/** What a browser keeps for a page; `localStorage` or something that behaves like it. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface Remembered {
  pass: string;
  /** ISO 8601. */
  expiresAt: string;
}

const key = 'vip-gate.passes';

/**
 * Remembers one text for each campaign until it expires, its access pass above all, under one key. A browser may refuse storage (private windows, embedded
 * pages, policies): then nothing is remembered and everything else goes on.
 */
export class PassStore {
  readonly #shelf: () => Shelf;

  /** @param shelf asked each time, because merely reading `localStorage` may throw */
  constructor(shelf: () => Shelf) {
    this.#shelf = shelf;
  }

  /** The campaign's pass, or an empty text when there is none, it has expired, or storage is refused. */
  recall(campaignId: string): string {
    const remembered = this.#read()[campaignId];
    if (!remembered || !(Date.parse(remembered.expiresAt) > Date.now())) return '';
    return remembered.pass;
  }

  remember(campaignId: string, pass: string, expiresAt: string): void {
    this.#write({ ...this.#read(), [campaignId]: { pass, expiresAt } });
  }

  forget(campaignId: string): void {
    const { [campaignId]: _, ...others } = this.#read();
    this.#write(others);
  }

  #read(): Record<string, Remembered> {
    try {
      const kept: unknown = JSON.parse(this.#shelf().getItem(key) ?? '{}');
      if (typeof kept !== 'object' || kept === null) return {};
      return Object.fromEntries(Object.entries(kept).filter(([, value]) => isRemembered(value)));
    } catch {
      // Refused or damaged storage: the visitor passes the gate once more.
      return {};
    }
  }

  #write(passes: Record<string, Remembered>): void {
    try {
      if (Object.keys(passes).length > 0) this.#shelf().setItem(key, JSON.stringify(passes));
      else this.#shelf().removeItem(key);
    } catch {
      // Refused or full storage: the pass lasts as long as the page.
      return;
    }
  }
}

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'pass' in value && typeof value.pass === 'string' && 'expiresAt' in value && typeof value.expiresAt === 'string'
  );
}
