import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEnvFile } from '../env-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vip-env-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string) {
  const path = join(folder, '.env');
  await writeFile(path, text);
  return readEnvFile(path);
}

test('without a file there are no settings', () => {
  expect(readEnvFile(join(folder, 'nowhere'))).toEqual({});
});

test('comments, blank lines, exports and quotes over several lines are understood', async () => {
  const settings = await read('# a note\n\nPORT=4001\nexport HOST="127.0.0.1"\r\nNOTE="one\ntwo"\nLOG_LEVEL = warn\n');
  expect(settings).toEqual({ PORT: '4001', HOST: '127.0.0.1', NOTE: 'one\ntwo', LOG_LEVEL: 'warn' });
});

test('a line that is no setting is named by its number and not repeated', async () => {
  await expect(read('PORT=4001\nhunter2 is my password\n')).rejects.toThrow(/line 2 is not NAME=value\.$/);
});

test('a quote that is never closed is named by its line', async () => {
  await expect(read('PORT=4001\nAPP_KEY="abc\nHOST=::1\n')).rejects.toThrow(/quote in line 2 is never closed/);
});
