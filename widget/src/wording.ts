import type { GateCampaign } from './gate-api.ts';
import type { Messages } from './messages.ts';

/** Names one of the gate's texts. */
export type TextName = keyof Messages;

/** What the texts of one drawing are taken from. */
export interface WordingSource {
  /** BCP 47: what the page is written in. */
  language: string;
  /** The texts in the language nearest to it, as far as they have come. */
  texts: Partial<Messages>;
  /** What the page's author or the merchant says instead of a text; null for our own. */
  replaced(name: TextName): string | null;
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

/** The texts of one page. */
export class Wording {
  readonly #source: WordingSource;

  constructor(source: WordingSource) {
    this.#source = source;
  }

  /** What the texts are written in. Dates inside them follow it, in the page's own manner (`en-GB`) where that is the same. */
  get language(): string {
    const { language, texts } = this.#source;
    const own = texts.language ?? 'en';
    return language.split('-')[0] === own ? language : own;
  }

  /** What prices are written in: as the page does, also where the texts do not speak its language. */
  get pageLanguage(): string {
    return this.#source.language;
  }

  /** `rtl` where the texts run from right to left. */
  get direction(): 'rtl' | 'ltr' {
    return this.language.startsWith('ar') ? 'rtl' : 'ltr';
  }

  /** One text, with what belongs in its gap. */
  text(name: TextName, filling = ''): string {
    const text = this.#source.replaced(name) ?? this.#source.texts[name] ?? '';
    return text.replace(/\{\w+\}/, () => filling);
  }

  /** The words beside the box for marketing: the page's, else the merchant's, else ours. */
  consent({ consentText, shopName }: GateCampaign): string {
    return this.#source.replaced('consent') ?? consentText ?? this.text('consent', shopName);
  }
}
