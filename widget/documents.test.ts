import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bundleWidget } from './bundle.ts';
import { documentIdOf, keepDocuments, readDocuments } from './documents.ts';
import { readRelease, releasedVersions } from './releases.ts';

const here = import.meta.dirname;
const kept = join(here, 'documents.json');
const made = join(here, 'src', 'gql', 'persisted-documents.json');

test('every document is kept under the hash of its text, and all that the widget sends now are there', async () => {
  const documents = await readDocuments(kept);

  expect(documents).toMatchObject(await readDocuments(made));
  expect(Object.keys(documents)).toEqual(Object.values(documents).map(documentIdOf));
});

test('every document that a release sends is kept', async () => {
  const folder = join(here, 'releases');
  const documents = await readDocuments(kept);
  const sent: string[] = [];
  for (const version of await releasedVersions(folder)) {
    for (const script of (await readRelease(folder, version))?.values() ?? []) sent.push(...idsIn(script.toString()));
  }

  expect(sent.filter((id) => !(id in documents))).toEqual([]);
});

test('an identifier is recognised in a script as it is built', async () => {
  const built = [...(await bundleWidget('0.0.0')).values()].flatMap((script) => idsIn(script.toString()));

  expect(new Set(built)).toEqual(new Set(Object.keys(await readDocuments(made))));
});

test('what was asked once stays when the widget asks something else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'documents-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [ours, now] = [join(folder, 'documents.json'), join(folder, 'now.json')];
  await copyFile(kept, ours);
  await writeFile(now, JSON.stringify({ [documentIdOf('{ hello }')]: '{ hello }' }));

  await keepDocuments(now, ours);

  expect(JSON.parse(await readFile(ours, 'utf8'))).toEqual({
    ...(await readDocuments(kept)),
    [documentIdOf('{ hello }')]: '{ hello }',
  });
});

/** Texts of a script that look like identifiers of documents: sixteen characters of base64url that are no words. */
function idsIn(script: string): string[] {
  return [...script.matchAll(/["'`]([\w-]{16})["'`]/g)]
    .map(([, id = '']) => id)
    .filter((id) => /[A-Z].*[A-Z]/.test(id) && !/^[a-z]+([A-Z][a-z]+)*$/.test(id));
}
