import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { ROOT } from '../freshness.ts';

type Words = Readonly<Record<string, string>>;

/** What the hosted page says in its own way: its times come with their zone, and its question stands on a fold. */
const OWN = ['early', 'havePlace'];

const LANGUAGES = {
  de: 'german',
  fr: 'french',
  es: 'spanish',
  it: 'italian',
  pt: 'portuguese',
  nl: 'dutch',
  ja: 'japanese',
  ar: 'arabic',
} as const;

/** Packages know each other only through the schema; that they say the same is seen from outside. */
const load = (path: string) => import(/* @vite-ignore */ pathToFileURL(join(ROOT, path)).href);

async function widgetWords(language: string): Promise<Words> {
  if (language !== 'en') return (await load(`widget/src/languages/${language}.ts`)).default;
  const { english } = await load('widget/src/messages.ts');
  const { laterEnglish } = await load('widget/src/later-english.ts');
  return { ...english, ...laterEnglish };
}

test.each([['en', 'english'], ...Object.entries(LANGUAGES)])(
  'the hosted page and the element say the same things in the same words (%s)',
  async (language, name) => {
    const element = await widgetWords(language);
    const hosted: Words = (await load(`api/src/hosted-page/words/${name}.ts`))[name];
    const shared = Object.keys(hosted).filter((key) => key in element && !OWN.includes(key));

    expect(shared.length).toBeGreaterThan(20);
    expect(shared.filter((key) => hosted[key] !== element[key])).toEqual([]);
  },
);

test('the admin shows merchants the words that visitors read', async () => {
  const element = await widgetWords('en');
  const { gateTexts } = await load('admin/src/texts/gate-texts.ts');
  const texts: Readonly<Record<string, { own: string }>> = gateTexts.gateTexts;
  const names = Object.keys(texts).filter((name) => name !== 'heading' && name !== 'early');

  const differing = names.filter((name) => texts[name]?.own.replaceAll('’', "'") !== element[name]);

  expect(names.length).toBeGreaterThan(10);
  expect(differing).toEqual([]);
  expect(texts.early?.own).toMatch(filled(element.early));
  expect(gateTexts.email.consentDefault.replaceAll('’', "'")).toMatch(filled(element.consent));
});

/** A text with anything in its gaps. */
function filled(text = ''): RegExp {
  const escaped = text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\{\w+\}/g, '.+')}$`);
}
