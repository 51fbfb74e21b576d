import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { codeOf } from './error-code.ts';
import { StartError } from './start-error.ts';

const KEY_BYTES = 32;

/**
 * The key that seals secrets in the database: `APP_KEY`, or in standalone mode `app.key` in the data folder, which is
 * made at the first start, readable by this user alone. Throws `StartError` when that file is damaged or unwritable.
 */
export async function loadAppKey(config: Config): Promise<Uint8Array> {
  if (config.appKey) return config.appKey;
  const path = join(config.dataDir, 'app.key');
  try {
    return decode((await readKey(path)) ?? (await createKey(config.dataDir, path)), path);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const sentence = `The key ${path} could not be read or written (${codeOf(error)}): set DATA_DIR to a folder of this user.`;
    throw new StartError(sentence, { cause: error });
  }
}

async function readKey(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Of several processes that start at once, the first to link its file wins, and all of them read that one. */
async function createKey(dataDir: string, path: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(path, 'utf8');
}

function decode(text: string, path: string): Uint8Array {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === KEY_BYTES) return new Uint8Array(key);
  throw new StartError(`${path} is damaged: it must hold ${KEY_BYTES} bytes in base64.`);
}
