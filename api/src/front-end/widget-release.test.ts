import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readWidgetRelease } from './widget-release.ts';

async function aBuild(current: string, released: readonly string[]): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'widget-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const places = [directory, ...released.map((version) => join(directory, 'releases', version))];
  for (const [at, version] of [current, ...released].entries()) {
    const place = places[at] ?? directory;
    await mkdir(place, { recursive: true });
    await writeFile(join(place, 'vip-gate.json'), JSON.stringify({ version, integrity: 'sha384-abc=' }));
  }
  return directory;
}

test('pages pin the newest release, not a build that goes with the next start', async () => {
  const directory = await aBuild('1.10.0-0123456789', ['1.9.0', '1.10.0', '1.2.0']);

  expect(readWidgetRelease(directory)?.version).toBe('1.10.0');
});

test('without a release there is nothing to pin', async () => {
  expect(readWidgetRelease(await aBuild('0.1.0-0123456789', []))).toBeNull();
  expect(readWidgetRelease(join(tmpdir(), 'nothing-was-built-here'))).toBeNull();
});
