import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadAppKey } from './app-key.ts';
import { readConfig } from './config.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vip-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the key that is set is the key', async () => {
  const config = readConfig({ APP_KEY: Buffer.alloc(32, 9).toString('base64'), DATA_DIR: folder });
  expect(await loadAppKey(config)).toEqual(new Uint8Array(32).fill(9));
  expect(await readdir(folder)).toEqual([]);
});

test('without one, several that start at once make one key, for this user alone, and keep it', async () => {
  const config = readConfig({ DATA_DIR: join(folder, 'data') });
  const keys = await Promise.all(Array.from({ length: 5 }, () => loadAppKey(config)));
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
  expect(await loadAppKey(config)).toEqual(keys[0]);
  expect(keys[0]).toHaveLength(32);
  expect(await readdir(config.dataDir)).toEqual(['app.key']);
  expect((await stat(join(config.dataDir, 'app.key'))).mode & 0o777).toBe(0o600);
});

test('a damaged key is refused, and is not replaced by another that would open nothing', async () => {
  await writeFile(join(folder, 'app.key'), 'short');
  await expect(loadAppKey(readConfig({ DATA_DIR: folder }))).rejects.toThrow(/app\.key is damaged/);
});

test('a data folder that cannot be used is refused by the name of its setting', async () => {
  await writeFile(join(folder, 'file'), '');
  const config = readConfig({ DATA_DIR: join(folder, 'file', 'data') });
  await expect(loadAppKey(config)).rejects.toThrow(/could not be read .*: set DATA_DIR/);
});
