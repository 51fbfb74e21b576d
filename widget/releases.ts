import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bundle, integrityOf, SCRIPT } from './bundle.ts';

/** What is written down beside the files of a build. */
export interface BuildCard {
  version: string;
  /** Subresource integrity of the script. */
  integrity: string;
  /** The other files; the values are for people. */
  parts: Record<string, unknown>;
}

const CARD = 'vip-gate.json';

/** A release was asked for under a version that has other files already; pages pin those. */
export class ReleaseTakenError extends Error {}

/**
 * What a build may call itself: its version only when it is what was released under it. Anything else is named by its own
 * content besides, so that nothing but a release ever stands at a release's address.
 */
export async function versionFor(bundle: Bundle, version: string, folder: string): Promise<string> {
  const released = await readRelease(folder, version);
  if (released && isSame(released, bundle)) return version;
  const hash = createHash('sha256');
  for (const [name, content] of bundle) hash.update(name).update('\0').update(content);
  return `${version}-${hash.digest('hex').slice(0, 10)}`;
}

/** Keeps a build for good; throws `ReleaseTakenError` where the version has other files. Doing it twice does no harm. */
export async function keepRelease(bundle: Bundle, version: string, folder: string): Promise<BuildCard> {
  const released = await readRelease(folder, version);
  if (released && !isSame(released, bundle))
    throw new ReleaseTakenError(`${version} is released already, and this is not it: raise the version`);
  const script = bundle.get(SCRIPT);
  if (!script) throw new Error(`A release needs ${SCRIPT}`);
  const parts = Object.fromEntries([...bundle.keys()].filter((name) => name !== SCRIPT).map((name) => [name, {}]));
  const card = { version, integrity: integrityOf(script), parts };
  const place = join(folder, version);
  await mkdir(place, { recursive: true });
  for (const [name, content] of bundle) await writeFile(join(place, name), content);
  await writeFile(join(place, CARD), `${JSON.stringify(card, null, 2)}\n`);
  return card;
}

/** The versions that were released. */
export async function releasedVersions(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(emptyWhereMissing);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** The files of a release; null when there is none. */
export async function readRelease(folder: string, version: string): Promise<Bundle | null> {
  const names = await readdir(join(folder, version)).catch(emptyWhereMissing);
  if (names.length === 0) return null;
  const scripts = names.filter((name) => name.endsWith('.js'));
  return new Map(
    await Promise.all(scripts.map(async (name) => [name, await readFile(join(folder, version, name))] as const)),
  );
}

function isSame(one: Bundle, other: Bundle): boolean {
  return one.size === other.size && [...one].every(([name, content]) => other.get(name)?.equals(content));
}

function emptyWhereMissing(fault: NodeJS.ErrnoException): never[] {
  if (fault.code === 'ENOENT') return [];
  throw fault;
}
