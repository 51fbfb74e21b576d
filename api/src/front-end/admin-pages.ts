import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { codeOf } from '../platform/error-code.ts';
import { type BuiltFile, readBuiltFile } from '../platform/http/built-file.ts';

/** The documents of the admin's build. */
export interface AdminPages {
  readonly all: readonly BuiltFile[];
  /** The document for an address below `/admin/`. */
  at(url: string): BuiltFile;
}

/**
 * Reads the documents of the admin's build: one for each section that people enter by, which shows its heading before any script runs and has
 * its own scripts fetched at once, and one for every other address. Null where nothing is built.
 */
export async function readAdminPages(directory: string): Promise<AdminPages | null> {
  const ordinary = await readBuiltFile(join(directory, 'index.html'));
  if (!ordinary) return null;
  const names = await namesIn(join(directory, 'pages'));
  const read = names.map(
    async (name) => [name, await readBuiltFile(join(directory, 'pages', `${name}.html`))] as const,
  );
  const sections = new Map((await Promise.all(read)).flatMap(([name, page]) => (page ? [[name, page] as const] : [])));
  return { all: [ordinary, ...sections.values()], at: (url) => sections.get(nameOf(url)) ?? ordinary };
}

/** As the build names documents: by the first part of the address, with `-one` where an id follows and nothing more. */
function nameOf(url: string): string {
  const [path = ''] = url.split(/[?#]/);
  const [section = '', id, ...rest] = path
    .replace(/^\/admin\//, '')
    .split('/')
    .filter(Boolean);
  if (rest.length > 0) return '';
  return id === undefined ? section || 'home' : `${section}-one`;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.html')).map((name) => basename(name, '.html'));
  } catch (fault) {
    if (codeOf(fault) === 'ENOENT') return [];
    throw fault;
  }
}
