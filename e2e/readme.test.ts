import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const PAGES = ['README.md', 'CONTRIBUTING.md'];

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function manifest(path: string): { scripts?: Record<string, string>; dependencies?: Record<string, string> } {
  return JSON.parse(read(path));
}

test.each(['api', 'admin', 'widget'])('the README says what each runtime dependency of %s is for', (name) => {
  const dependencies = Object.keys(manifest(`${name}/package.json`).dependencies ?? {});
  const readme = read('README.md');

  expect(dependencies.length).toBeGreaterThan(0);
  expect(dependencies.filter((dependency) => !readme.includes(`\`${dependency}\``))).toEqual([]);
});

test.each(PAGES)('every file that %s leads to is there', (page) => {
  const targets = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target = '']) => target);

  expect(targets.length).toBeGreaterThan(0);
  expect(targets.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
});

test.each(PAGES)('every command in %s exists', (page) => {
  const builtIn = ['vitest'];
  const scripts = [...Object.keys(manifest('package.json').scripts ?? {}), ...builtIn];
  const named = [...read(page).matchAll(/pnpm(?:@[\d.]+)? ([a-z][a-z:]+)/g)].map(([, script = '']) => script);

  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((script) => !scripts.includes(script))).toEqual([]);
});
