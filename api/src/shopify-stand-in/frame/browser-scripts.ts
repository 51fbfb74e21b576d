import { join } from 'node:path';
import { build } from 'esbuild';

const SOURCES = join(import.meta.dirname, '../../../shopify-frame');

const built = new Map<string, Promise<string>>();

/** A script for browsers, made of its source when it is first asked for: the stand-in is never part of what is shipped. */
export function browserScript(name: 'app-bridge' | 'frame'): Promise<string> {
  const known = built.get(name) ?? bundle(name);
  built.set(name, known);
  return known;
}

async function bundle(name: string): Promise<string> {
  const entryPoints = [join(SOURCES, `${name}.ts`)];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'iife', target: 'es2023' });
  return outputFiles[0]?.text ?? '';
}
