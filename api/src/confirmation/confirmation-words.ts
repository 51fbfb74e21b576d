import type { Language } from './confirmation-language.ts';
import { arabic } from './words/ar.ts';
import { german } from './words/de.ts';
import { english } from './words/en.ts';
import { spanish } from './words/es.ts';
import { french } from './words/fr.ts';
import { italian } from './words/it.ts';
import { japanese } from './words/ja.ts';
import { dutch } from './words/nl.ts';
import { portuguese } from './words/pt.ts';
import type { Words } from './words/words.ts';

/** What a confirmation's mail and page say, in every language that we speak. */
export const WORDS: Readonly<Record<Language, Words>> = {
  ...{ en: english, de: german, fr: french, es: spanish, it: italian },
  ...{ pt: portuguese, nl: dutch, ja: japanese, ar: arabic },
};
