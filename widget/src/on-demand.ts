import type { LaterScreens, Shelves } from './later-screens.ts';
import { languages } from './later-screens.ts';
import type { Messages } from './messages.ts';

const pauseMs = 3_000;

/** Fetches the later screens and another language once, when they are wanted, and says when something has come. */
export class OnDemand {
  later: LaterScreens | null = null;
  readonly #shelves: Shelves;
  readonly #changed: () => void;
  readonly #texts = new Map<string, Messages | null | undefined>();
  #asked: Promise<LaterScreens> | null = null;
  #isWanted = false;

  constructor(shelves: Shelves, changed: () => void) {
    this.#shelves = shelves;
    this.#changed = changed;
  }

  /** The later screens, asked for once; throws where they cannot be reached, and then they are asked for anew. */
  readonly screens = (): Promise<LaterScreens> => {
    this.#asked ??= this.#shelves.screens().then(
      (screens) => {
        this.later = screens;
        this.#changed();
        return screens;
      },
      (cause: unknown) => {
        this.#asked = null;
        throw cause;
      },
    );
    return this.#asked;
  };

  /** Has the later screens come by themselves, as soon as they can be reached. */
  wantScreens(): void {
    if (this.later || this.#isWanted) return;
    this.#isWanted = true;
    this.screens().catch(() => {
      // The visitor keeps the screen that stands there meanwhile.
      setTimeout(() => {
        this.#isWanted = false;
        this.wantScreens();
      }, pauseMs);
    });
  }

  /** The texts of a BCP 47 language; undefined while they are on their way, null where English stands in. */
  texts(language: string): Messages | null | undefined {
    const code = language.split('-')[0] ?? '';
    if (!languages.includes(code)) return null;
    if (!this.#texts.has(code)) void this.#fetch(code);
    return this.#texts.get(code);
  }

  async #fetch(code: string): Promise<void> {
    this.#texts.set(code, undefined);
    try {
      this.#texts.set(code, await this.#shelves.language(code));
    } catch {
      // English is better than nothing.
      this.#texts.set(code, null);
    }
    this.#changed();
  }
}
