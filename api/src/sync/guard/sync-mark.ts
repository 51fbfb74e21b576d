import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../../platform/error-code.ts';

/**
 * A number in a file beside the embedded database, raised with a twin inside of it, the file first: a database folder that was
 * brought back from a backup is behind its file.
 */
export class SyncMark {
  readonly #path: string;

  /** `path`: a file of the data folder, outside of the database's own. */
  constructor(path: string) {
    this.#path = path;
  }

  /** Null: there is none, or it holds no number. */
  async read(): Promise<number | null> {
    try {
      const text = (await readFile(this.#path, 'utf8')).trim();
      return /^\d{1,15}$/.test(text) ? Number(text) : null;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** Whole or not at all, and on the disk when it returns. */
  async write(mark: number): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true, mode: 0o711 });
    const draft = `${this.#path}.draft`;
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(`${mark}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, this.#path);
  }
}
