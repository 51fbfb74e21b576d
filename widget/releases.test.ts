import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { integrityOf, SCRIPT } from './bundle.ts';
import { keepRelease, ReleaseTakenError, readRelease, releasedVersions, versionFor } from './releases.ts';

const here = import.meta.dirname;

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'releases-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

function aBundle(script: string, part = 'export default {};') {
  return new Map([
    [SCRIPT, Buffer.from(script)],
    ['later.js', Buffer.from(part)],
  ]);
}

test('what was released is found again, byte for byte, also when it is released twice', async () => {
  const folder = await aFolder();

  await keepRelease(aBundle('one'), '1.0.0', folder);
  await keepRelease(aBundle('one'), '1.0.0', folder);

  expect(await readRelease(folder, '1.0.0')).toEqual(aBundle('one'));
  expect(await releasedVersions(folder)).toEqual(['1.0.0']);
});

test.each([
  ['script', aBundle('two')],
  ['later file', aBundle('one', 'export default { other: true };')],
])('another %s under a released version is refused, and the release stays as it is', async (_, changed) => {
  const folder = await aFolder();
  await keepRelease(aBundle('one'), '1.0.0', folder);

  await expect(keepRelease(changed, '1.0.0', folder)).rejects.toBeInstanceOf(ReleaseTakenError);

  expect(await readRelease(folder, '1.0.0')).toEqual(aBundle('one'));
});

test('only what was released may call itself by the version alone', async () => {
  const folder = await aFolder();
  const before = await versionFor(aBundle('one'), '1.0.0', folder);
  await keepRelease(aBundle('one'), '1.0.0', folder);

  const same = await versionFor(aBundle('one'), '1.0.0', folder);
  const changed = await versionFor(aBundle('two'), '1.0.0', folder);

  expect(same).toBe('1.0.0');
  expect(changed).toMatch(/^1\.0\.0-[0-9a-f]{10}$/);
  expect(before).not.toBe(changed);
});

test('every release in the repository still has the bytes that pages pinned', async () => {
  const folder = join(here, 'releases');

  for (const version of await releasedVersions(folder)) {
    const card = JSON.parse(await readFile(join(folder, version, 'vip-gate.json'), 'utf8'));
    const files = await readRelease(folder, version);
    expect(integrityOf(files?.get(SCRIPT) ?? Buffer.of())).toBe(card.integrity);
    expect([...(files?.keys() ?? [])].sort()).toEqual([SCRIPT, ...Object.keys(card.parts)].sort());
  }
});

test('the README pins a release by the hash that it has', async () => {
  const readme = await readFile(join(here, '..', 'README.md'), 'utf8');
  const [, version = '', integrity] = /\/widget\/(\d[^/]*)\/vip-gate\.js"\s+integrity="([^"]+)"/.exec(readme) ?? [];

  const card = JSON.parse(await readFile(join(here, 'releases', version, 'vip-gate.json'), 'utf8'));

  expect(integrity).toBe(card.integrity);
});
