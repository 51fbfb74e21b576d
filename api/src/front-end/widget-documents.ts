import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Documents = z.record(z.string().regex(/^[\w-]{16}$/), z.string());

/**
 * What the widget asks the public API, and every widget before it: texts of documents by their identifiers, as `pnpm codegen` keeps them.
 * None is ever taken away, since a page may pin a release for good. Read once, when the process starts.
 */
export function readWidgetDocuments(file: string): Readonly<Record<string, string>> {
  return Documents.parse(JSON.parse(readFileSync(file, 'utf8')));
}
