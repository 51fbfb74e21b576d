import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile, Plugin } from 'esbuild';

const polarisClass = /Polaris-[\w-]+/g;

/** Polaris' style sheet without the rules for components that no script of `metafile` has: two thirds of it. */
export function leanStyles(home: string, metafile: Metafile): Plugin {
  return {
    name: 'lean-styles',
    setup(build) {
      build.onLoad({ filter: /polaris[\\/]build[\\/]esm[\\/]styles\.css$/ }, async ({ path }) => {
        const used = usedClasses(home, metafile);
        return { contents: rulesWith(await readFile(path, 'utf8'), used), loader: 'css' };
      });
    },
  };
}

/** The classes that the components of the scripts name; each component has them in a script beside it. */
function usedClasses(home: string, { outputs }: Metafile): ReadonlySet<string> {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const scripts = inputs.filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && /polaris.*\.js$/.test(path));
  const paths = new Set(scripts.map(([path]) => path));
  return new Set([...paths].flatMap((path) => readFileSync(join(home, path), 'utf8').match(polarisClass) ?? []));
}

/** A style sheet's rules and statements, whole and in order: what stands before a block, and what in it. */
function* rulesOf(css: string): Generator<{ prelude: string; body: string | null }> {
  let start = 0;
  for (let at = 0; at < css.length; at += 1) {
    const sign = css[at];
    if (sign === '"' || sign === "'") at = endOfString(css, at);
    else if (sign === '(') at = css.indexOf(')', at);
    else if (sign === ';') {
      yield { prelude: css.slice(start, at), body: null };
      start = at + 1;
    } else if (sign === '{') {
      const end = endOfBlock(css, at);
      yield { prelude: css.slice(start, at), body: css.slice(at + 1, end) };
      at = end;
      start = end + 1;
    }
  }
}

function endOfString(css: string, from: number): number {
  let at = from + 1;
  while (at < css.length && css[at] !== css[from]) at += css[at] === '\\' ? 2 : 1;
  return at;
}

function endOfBlock(css: string, from: number): number {
  let depth = 0;
  for (let at = from; at < css.length; at += 1) {
    const sign = css[at];
    if (sign === '"' || sign === "'") at = endOfString(css, at);
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error('A block of Polaris’ style sheet has no end');
}

/** The style sheet without rules for classes of Polaris' that are not among the used ones; all else stays in its order. */
export function rulesWith(css: string, used: ReadonlySet<string>): string {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...rulesOf(text)].map(({ prelude, body }) => ruleWith(prelude.trim(), body, used)).join('\n');
}

function ruleWith(prelude: string, body: string | null, used: ReadonlySet<string>): string {
  if (body === null) return `${prelude};`;
  if (/^@(media|supports)\b/.test(prelude)) {
    const rules = rulesWith(body, used).trim();
    return rules === '' ? '' : `${prelude}{${rules}}`;
  }
  const selectors = prelude.startsWith('@') ? [prelude] : selectorsOf(prelude).filter((one) => isUsed(one, used));
  return selectors.length === 0 ? '' : `${selectors.join(',')}{${body}}`;
}

/** The parts of a list of selectors; commas within brackets belong to one of them. */
function selectorsOf(prelude: string): string[] {
  return prelude.match(/(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|[^,()])+/g) ?? [];
}

/** What a selector excludes says nothing about whether it is needed. */
function isUsed(selector: string, used: ReadonlySet<string>): boolean {
  const named = selector.replace(/:not\([^()]*\)/g, '').match(polarisClass) ?? [];
  return named.every((name) => used.has(name));
}
