import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/** GraphQL documents by their identifiers. */
export type Documents = Readonly<Record<string, string>>;

/**
 * How the widget names a document: the first 96 bits of its SHA-256, a custom document identifier of GraphQL over HTTP, appendix A.
 * The 64 digits of the whole are noise to a compressor, and cost a visitor more than the text that they stand for.
 */
export function documentIdOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** The documents in a file; none where there is no file. */
export async function readDocuments(file: string): Promise<Documents> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw fault;
  }
}

/**
 * Adds the documents of `made` to those in `kept`, and takes none away: a browser may still run a script of long ago, and a page
 * may pin a release for good. The order is that of the identifiers, so that two branches seldom touch the same line.
 */
export async function keepDocuments(made: string, kept: string): Promise<void> {
  const all = { ...(await readDocuments(kept)), ...(await readDocuments(made)) };
  const inOrder = Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)));
  await writeFile(kept, `${JSON.stringify(inOrder, null, 2)}\n`);
}
