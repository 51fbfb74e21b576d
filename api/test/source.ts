import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** A file of the source, as the rules of the house see it. */
export interface SourceFile {
  /** Below the root, such as `api/src/gate/gate.service.ts`. */
  path: string;
  text: string;
  /** Relative imports as paths below the root, those of types included. */
  imports: readonly string[];
}

/** Every TypeScript file below `folder`, generated ones excluded. */
export function readSource(folder: string): SourceFile[] {
  return listFiles(join(ROOT, folder)).map((path) => toSourceFile(relative(ROOT, path), readFileSync(path, 'utf8')));
}

/** `text` as the file at `path` would be seen. */
export function toSourceFile(path: string, text: string): SourceFile {
  const code = withoutComments(text);
  const specifiers = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
  return { path, text: code, imports: specifiers.map((specifier) => join(dirname(path), specifier)) };
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

const SKIPPED = ['node_modules', 'dist', 'gql', 'client'];

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.includes(entry.name) ? [] : listFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
