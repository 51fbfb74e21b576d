import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AccessType } from '../../../api/src/campaign/access-type.ts';
import { GATE_TEXTS } from '../../../api/src/campaign/campaign-texts.ts';

const FOLDER = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(FOLDER, path), 'utf8');
const BLOCKS = ['vip-gate', 'vip-gate-embed'];
const KINDS = ['', '.schema'];

/** What the theme editor makes its form from. */
interface Schema {
  readonly name: string;
  readonly target: string;
  readonly javascript?: string;
  readonly stylesheet?: string;
  readonly settings: readonly Setting[];
}

interface Setting {
  readonly type: string;
  readonly id: string;
  readonly label: string;
  readonly info?: string;
  readonly default?: unknown;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

type Words = { readonly [key: string]: string | Words };

function schemaOf(block: string): Schema {
  const [, json = ''] = /\{% schema %\}([\s\S]+)\{% endschema %\}/.exec(read(`blocks/${block}.liquid`)) ?? [];
  return JSON.parse(json);
}

function wordAt(words: Words, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<string | Words | undefined>((at, key) => (typeof at === 'object' ? at[key] : undefined), words);
  return typeof found === 'string' ? found : undefined;
}

function pathsOf(words: Words, before = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${before}${key}`] : pathsOf(value, `${before}${key}.`),
  );
}

const localeFiles = readdirSync(join(FOLDER, 'locales'));

describe.each(BLOCKS)('the block %s', (block) => {
  const schema = schemaOf(block);
  const source = read(`blocks/${block}.liquid`);

  test('has settings that Shopify takes: each id once, at most 25, the kinds that it knows', () => {
    const ids = schema.settings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeLessThanOrEqual(25);
    for (const { type, id } of schema.settings) {
      expect(['text', 'select', 'color', 'checkbox']).toContain(type);
      expect(id).toMatch(/^[a-z_]+$/);
    }
    expect(['section', 'body']).toContain(schema.target);
  });

  test('chooses by default what can be chosen', () => {
    for (const { options, default: first } of schema.settings) {
      if (options) expect(options.map(({ value }) => value)).toContain(first);
    }
  });

  test('uses each of its settings, and no other', () => {
    const used = [...source.matchAll(/block\.settings\.([a-z_]+)/g)].map(([, id]) => id);
    expect(new Set(used)).toEqual(new Set(schema.settings.map(({ id }) => id)));
  });

  test.each(localeFiles.filter((name) => name.endsWith('.schema.json')))(
    'has all its labels in %s, the name within 25 characters',
    (file) => {
      const words: Words = JSON.parse(read(`locales/${file}`));
      const labels = [
        schema.name,
        ...schema.settings.flatMap(({ label, info, options = [] }) => [
          label,
          ...(info ? [info] : []),
          ...options.map((option) => option.label),
        ]),
      ];
      for (const label of labels) expect(wordAt(words, label.replace(/^t:/, '')), label).toBeTruthy();
      expect(wordAt(words, schema.name.replace(/^t:/, ''))?.length).toBeLessThanOrEqual(25);
    },
  );

  test('names only files that are there', () => {
    for (const file of [schema.javascript, schema.stylesheet]) {
      if (file) expect(existsSync(join(FOLDER, 'assets', file))).toBe(true);
    }
    for (const [, snippet] of source.matchAll(/render '([a-z-]+)'/g))
      expect(existsSync(join(FOLDER, `snippets/${snippet}.liquid`))).toBe(true);
  });
});

test('the gate asks for what campaigns ask for', () => {
  const { options } = schemaOf('vip-gate').settings.find(({ id }) => id === 'access_type') ?? {};
  expect(options?.map(({ value }) => value).toSorted()).toEqual(['', ...Object.values(AccessType)].toSorted());
});

test('the texts that a merchant replaces are texts of the gate', () => {
  const names = [...read('snippets/vip-gate.liquid').matchAll(/\btext-([a-z-]+)=/g)].map(([, name = '']) =>
    name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  );
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(GATE_TEXTS).toContain(name);
});

test('whatever a merchant types stands in the page as text', () => {
  const printed = [...read('snippets/vip-gate.liquid').matchAll(/="\{\{ ([^}]+) \}\}"/g)].map(([, value]) => value);
  expect(printed.length).toBeGreaterThan(3);
  for (const value of printed) expect(value).toMatch(/\| escape\s*$/);
});

test('nothing is loaded from anywhere but Shopify', () => {
  for (const block of BLOCKS) expect(read(`blocks/${block}.liquid`)).not.toMatch(/https?:\/\//);
  expect(read('assets/vip-gate-embed.js')).not.toMatch(/https?:\/\//);
});

test.each(KINDS)('all nine languages have the same words (%s)', (kind) => {
  const files = localeFiles.filter((name) => name.endsWith('.schema.json') === (kind === '.schema'));
  const [first, ...others] = files.map((name) => pathsOf(JSON.parse(read(`locales/${name}`))));
  expect(files).toHaveLength(9);
  expect(files).toContain(`en.default${kind}.json`);
  for (const paths of others) expect(paths).toEqual(first);
});

test('it stays within 100 kB of Liquid', () => {
  const sizes = ['blocks', 'snippets'].flatMap((folder) =>
    readdirSync(join(FOLDER, folder)).map((name) => statSync(join(FOLDER, folder, name)).size),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
});
