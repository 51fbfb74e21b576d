import type { GateCampaign } from './gate-api.ts';
import type { Refusal } from './gate-step.ts';
import type { Messages } from './messages.ts';

/** An amount of money as the API writes it. */
export interface Money {
  amount: string;
  currencyCode: string;
}

/** The language that an element's page declares around it, or else the browser's. Always one that `Intl` knows. */
export function languageAround(element: Element): string {
  const declared = closestLanguage(element);
  try {
    return Intl.getCanonicalLocales(declared)[0] ?? navigator.language;
  } catch {
    // A page may declare anything; the browser's own language is always valid.
    return navigator.language;
  }
}

function closestLanguage(element: Element): string {
  const declaring = element.closest('[lang]');
  if (declaring) return declaring.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? closestLanguage(root.host) : '';
}

/** The price in its own currency, written as the page's language does. */
export function priceIn(language: string, { amount, currencyCode }: Money): string {
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency: currencyCode }).format(Number(amount));
  } catch {
    // `Intl` refuses a currency code that is not three letters.
    return `${amount} ${currencyCode}`;
  }
}

/** A date and time of the visitor's own zone: with its day unless that is today, with its year unless that is this one. */
export function timeIn(language: string, instant: string, withDay = false): string {
  const then = new Date(instant);
  const now = new Date();
  const options: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
  const isToday = then.toDateString() === now.toDateString();
  if (withDay || !isToday) Object.assign(options, { weekday: 'long', day: 'numeric', month: 'long' });
  if (then.getFullYear() !== now.getFullYear()) options.year = 'numeric';
  return new Intl.DateTimeFormat(language, options).format(then);
}

/** The texts and the way to write numbers and dates on one page. */
export class Wording {
  readonly texts: Messages;
  readonly #language: string;

  constructor(texts: Messages, language: string) {
    this.texts = texts;
    this.#language = language;
  }

  price(money: Money): string {
    return priceIn(this.#language, money);
  }

  /** Dates stand inside our sentences, so they follow the language of the sentences. */
  time(instant: string, withDay = false): string {
    const { language } = this.texts;
    const speaksIt = this.#language.split('-')[0] === language;
    return timeIn(speaksIt ? this.#language : language, instant, withDay);
  }

  /** Why the last try did not open the gate, in words. */
  refusal(refusal: Refusal): string {
    const { texts } = this;
    switch (refusal.reason) {
      case 'too-many-attempts':
        return texts.tooMany(this.time(refusal.retryAt));
      case 'unreachable':
        return refusal.way === 'link' ? texts.unreachable : texts.entryKept;
      case 'empty':
      case 'invalid':
        return this.#unusable(refusal);
      case 'denied':
        return refusal.way === 'link' ? texts.linkDenied : texts.denied;
    }
  }

  /** Why a campaign that is not live does not open. */
  notOpen({ status, startsAt }: GateCampaign): string {
    const { texts } = this;
    if (status === 'ENDED') return texts.ended;
    if (status !== 'SCHEDULED') return texts.paused;
    return startsAt === null ? texts.notOpenYet : texts.opens(this.time(startsAt, true));
  }

  #unusable({ reason, way }: Refusal): string {
    if (way === 'email') return this.texts.invalidEmail;
    return reason === 'empty' ? this.texts.emptyPassword : this.texts.denied;
  }
}
