import { texts } from '../../texts/texts.ts';

/** In normal form, as the gate compares codes: without white space, in lower case. */
const normal = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');

/** From this many characters on nobody guesses a word by trying. */
const enough = 8;

/**
 * What to think of before a code is saved that the API would take, but that strangers may come upon; undefined for one that
 * says nothing about itself. `shownNames` stand on the gate.
 */
export function codeAdvice(code: string, shownNames: readonly string[]): string | undefined {
  const typed = normal(code);
  if (typed === '') return undefined;
  const names = shownNames.map(normal);
  if (names.some((name) => name.length > 3 && typed.includes(name))) return texts.codes.adviceName;
  if ([...typed].length < enough) return texts.codes.adviceShort;
  return new Set(typed).size < 4 ? texts.codes.adviceSame : undefined;
}
