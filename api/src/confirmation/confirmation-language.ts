/** The languages that mails and pages about a confirmation speak; BCP 47. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ja', 'ar'] as const;

/** One of them. */
export type Language = (typeof LANGUAGES)[number];

/** No browser sends a longer one; what is longer is not read. */
const LONGEST_HEADER = 500;

/** The language of a tag such as `de-AT`; English for one that we do not speak. */
export function languageOf(tag: string | null): Language {
  return spoken(tag ?? '') ?? 'en';
}

/** The language that an `Accept-Language` header likes best among ours. */
export function languageOfHeader(header: string | undefined): Language {
  const wishes = (header ?? '').slice(0, LONGEST_HEADER).split(',').map(readWish);
  const liked = wishes.filter(({ weight }) => weight > 0).toSorted((one, other) => other.weight - one.weight);
  return liked.map(({ tag }) => spoken(tag)).find((language) => language !== undefined) ?? 'en';
}

/** Which way its lines run. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

function spoken(tag: string): Language | undefined {
  const primary = tag.trim().toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary);
}

function readWish(wish: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = wish.split(';');
  const quality = parameters.map((parameter) => /^\s*q\s*=\s*([\d.]+)\s*$/i.exec(parameter)?.[1]).find(Boolean);
  return { tag, weight: quality === undefined ? 1 : Number(quality) || 0 };
}
