import type { HostedWords } from './hosted-words.ts';
import { type VisitorLanguage, visitorLanguage } from './visitor-language.ts';

/** What is filled into a sentence. */
export type Filling = Readonly<Record<'shop' | 'time' | 'price', string>>;

/** What the wording of a campaign's pages is made from. */
export interface WordingFacts {
  readonly shopName: string;
  /** The shop's IANA zone: the server does not know the visitor's, so times are told in the shop's, by its name. */
  readonly timeZone: string;
  /** Texts that the merchant replaced, by their names. */
  readonly texts: ReadonlyMap<string, string>;
}

/** One visitor's words for one campaign: the merchant's where there are some, else ours in the visitor's language. */
export class HostedWording {
  readonly language: VisitorLanguage;
  readonly #facts: WordingFacts;

  constructor(acceptLanguage: string | undefined, facts: WordingFacts) {
    this.language = visitorLanguage(acceptLanguage);
    this.#facts = facts;
  }

  /** A sentence; the merchant's own is shown as it was written. */
  say(name: keyof HostedWords, filling: Partial<Filling> = {}): string {
    return this.replaced(name) ?? fill(this.language.words[name], { shop: this.#facts.shopName, ...filling });
  }

  /** The merchant's own text of this name, or null. */
  replaced(name: string): string | null {
    return this.#facts.texts.get(name) ?? null;
  }

  /** Day and time in the shop's zone, named. */
  moment(instant: Date): string {
    return this.#format(instant, {
      ...{ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
      ...(instant.getUTCFullYear() === new Date().getUTCFullYear() ? {} : { year: 'numeric' }),
      timeZoneName: 'longGeneric',
    });
  }

  /** Time of the day in the shop's zone, named. */
  timeOfDay(instant: Date): string {
    return this.#format(instant, { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' });
  }

  /** An amount in its own currency. */
  price({ amount, currencyCode }: { amount: string; currencyCode: string }): string {
    try {
      const format = new Intl.NumberFormat(this.language.tag, { style: 'currency', currency: currencyCode });
      return format.format(Number(amount));
    } catch {
      // `Intl` refuses a currency code that is not three letters.
      return `${amount} ${currencyCode}`;
    }
  }

  #format(instant: Date, options: Intl.DateTimeFormatOptions): string {
    const { timeZone } = this.#facts;
    return new Intl.DateTimeFormat(this.language.tag, { ...options, timeZone }).format(instant);
  }
}

function fill(sentence: string, filling: Partial<Filling>): string {
  return sentence.replace(/\{(shop|time|price)\}/g, (_, name: keyof Filling) => filling[name] ?? '');
}
