import { chown, readFile } from 'node:fs/promises';
import { StartError } from '../../start-error.ts';
import { runProgram } from './run-program.ts';

/**
 * Who runs PostgreSQL, which refuses to run as root. Anybody else runs it himself; root runs it as the system's user
 * `postgres`, who is made if he is missing.
 */
export interface ServerUser {
  /** The command that runs `command` as this user. */
  command(command: readonly string[]): readonly string[];
  /** Gives a file or folder to this user. */
  own(path: string): Promise<void>;
}

const OURSELVES: ServerUser = { command: (command) => command, own: async () => {} };

/** `needed`: paths that the user must be able to reach. Throws `StartError` where root finds no such user. */
export async function findServerUser(needed: readonly string[]): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return OURSELVES;
  const { uid, gid } = await findOrAddUser();
  const plain = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const reaching = [
    ...plain,
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  const prefix = (await reachesAll(plain, needed)) ? plain : reaching;
  if (prefix === reaching && !(await reachesAll(reaching, needed))) throw new StartError(NO_WAY);
  return { command: (command) => [...prefix, ...command], own: (path) => chown(path, uid, gid) };
}

const NO_WAY =
  'PostgreSQL refuses to run as root, and its own user cannot reach the data folder: start as another user, ' +
  'or set DATABASE_URL.';

/**
 * A clone below a folder that is root's alone is out of the user's reach: he then needs the capability to pass, and
 * `no_setuid_fixup`, without which `access(2)`, by which PostgreSQL looks for its own files, would not heed it.
 */
async function reachesAll(prefix: readonly string[], needed: readonly string[]): Promise<boolean> {
  const tests = needed.map((path) => runProgram([...prefix, 'test', '-x', path]));
  const results = await Promise.allSettled(tests);
  return results.every(({ status }) => status === 'fulfilled');
}

async function findOrAddUser(): Promise<{ uid: number; gid: number }> {
  const known = await findUser();
  if (known) return known;
  try {
    await runProgram(['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres']);
  } catch (error) {
    // Another process that started at the same time may have added him.
    const added = await findUser();
    if (added) return added;
    throw new StartError(NO_USER, { cause: error });
  }
  const added = await findUser();
  if (!added) throw new StartError(NO_USER);
  return added;
}

const NO_USER =
  'PostgreSQL refuses to run as root, and the user postgres could not be added: start as another user, ' +
  'or set DATABASE_URL.';

async function findUser(): Promise<{ uid: number; gid: number } | null> {
  const users = await readFile('/etc/passwd', 'utf8');
  const fields = /^postgres:[^:]*:(\d+):(\d+):/m.exec(users);
  return fields ? { uid: Number(fields[1]), gid: Number(fields[2]) } : null;
}
