import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../../error-code.ts';
import type { PostgresBinaries } from './binaries.ts';
import { runProgram } from './run-program.ts';
import type { ServerUser } from './server-user.ts';

/** The only role of an embedded server. */
export const ROLE = 'vip';

/** Where the parts of an embedded server lie, below its folder. */
export function clusterPaths(directory: string) {
  return {
    data: join(directory, 'data'),
    pid: join(directory, 'data', 'postmaster.pid'),
    log: join(directory, 'server.log'),
    password: join(directory, 'password'),
  };
}

/**
 * Makes the folder of an embedded server, if it is missing. It is made elsewhere and moved into place whole: a start
 * that was interrupted leaves nothing half made, and of several that run at once one wins and the others use its folder.
 */
export async function ensureCluster(directory: string, binaries: PostgresBinaries, user: ServerUser): Promise<void> {
  if (await exists(clusterPaths(directory).data)) return;
  const draft = `${directory}.draft-${randomBytes(6).toString('hex')}`;
  try {
    await makeCluster(draft, binaries, user);
    await rename(draft, directory);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function makeCluster(directory: string, binaries: PostgresBinaries, user: ServerUser): Promise<void> {
  const paths = clusterPaths(directory);
  await mkdir(directory, { mode: 0o700 });
  await writeFile(paths.password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  await user.own(paths.password);
  await user.own(directory);
  const options = ['--username', ROLE, '--auth', 'scram-sha-256', '--pwfile', paths.password, '--encoding', 'UTF8'];
  // Sorting by code point is the same on every machine; an operating system's own order changes with its updates.
  const locale = ['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'];
  const zone = { timezone: 'UTC', log_timezone: 'UTC' };
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', ...zone };
  const sets = Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  await runProgram(user.command([binaries.initdb, '--pgdata', paths.data, ...options, ...locale, ...sets]));
  await chmod(directory, 0o700);
}

/** The password of an embedded server. */
export async function readPassword(directory: string): Promise<string> {
  return (await readFile(clusterPaths(directory).password, 'utf8')).trim();
}

/** Whether the folder that holds `directory` can be written; makes it when missing. */
export async function prepareParent(directory: string): Promise<void> {
  const parent = dirname(directory);
  await mkdir(parent, { recursive: true, mode: 0o711 });
  const probe = join(parent, `.probe-${randomBytes(6).toString('hex')}`);
  await writeFile(probe, '');
  await rm(probe);
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
