import type { HostedWords } from './hosted-words.ts';
import { arabic } from './words/arabic.ts';
import { dutch } from './words/dutch.ts';
import { english } from './words/english.ts';
import { french } from './words/french.ts';
import { german } from './words/german.ts';
import { italian } from './words/italian.ts';
import { japanese } from './words/japanese.ts';
import { portuguese } from './words/portuguese.ts';
import { spanish } from './words/spanish.ts';

/** The language in which one visitor reads our pages. */
export interface VisitorLanguage {
  /** BCP 47, with the visitor's own region, by which dates and prices are written. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly words: HostedWords;
}

/** Our words, by the first part of their language's tag. */
export const WORDS: ReadonlyMap<string, HostedWords> = new Map([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['it', italian],
  ['pt', portuguese],
  ['nl', dutch],
  ['ja', japanese],
  ['ar', arabic],
]);

const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/** No browser sends more; whoever does is not read to the end. */
const LONGEST_HEADER = 500;

/** The language that `Accept-Language` likes best among ours; English where it names none of them. */
export function visitorLanguage(acceptLanguage: string | undefined): VisitorLanguage {
  for (const tag of preferred(acceptLanguage ?? '')) {
    const words = WORDS.get(tag.split('-')[0] ?? '');
    if (words) return { tag, words, direction: tag.startsWith('ar') ? 'rtl' : 'ltr' };
  }
  return { tag: 'en', words: english, direction: 'ltr' };
}

function preferred(header: string): string[] {
  return header
    .slice(0, LONGEST_HEADER)
    .split(',')
    .map(wishOf)
    .filter(({ tag, weight }) => TAG.test(tag) && weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .flatMap(({ tag }) => canonical(tag));
}

function wishOf(part: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { tag, weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
}

function canonical(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    // It has the form of a tag and is none: the visitor's next wish counts.
    return [];
  }
}
