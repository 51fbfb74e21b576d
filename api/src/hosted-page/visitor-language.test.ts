import { expect, test } from 'vitest';
import { visitorLanguage, WORDS } from './visitor-language.ts';

test('the best wish that we speak wins, with its region', () => {
  expect(visitorLanguage('pt-BR,pt;q=0.9,en;q=0.8').tag).toBe('pt-BR');
  expect(visitorLanguage('xx, en;q=0.1, ja;q=0.7').tag).toBe('ja');
  expect(visitorLanguage('de;q=0, fr').tag).toBe('fr');
});

test('whatever else is sent is answered in English', () => {
  for (const header of [undefined, '', '*', 'fi', 'en_US"><script>', ';;;,,q=', 'de-a', 'a'.repeat(10_000)]) {
    expect(visitorLanguage(header).tag.slice(0, 2)).toBe('en');
  }
});

test.each([...WORDS])('%s fills in what English fills in, and leaves no sentence empty', (_tag, words) => {
  const holes = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([hole]) => hole).toSorted();
  for (const [name, sentence] of Object.entries(WORDS.get('en') ?? {})) {
    const own = Object.entries(words).find(([other]) => other === name)?.[1] ?? '';
    expect([name, holes(own)]).toEqual([name, holes(sentence)]);
    expect(own.trim()).not.toBe('');
  }
});
