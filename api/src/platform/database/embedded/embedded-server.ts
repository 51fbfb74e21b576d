import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { codeOf } from '../../error-code.ts';
import { StartError } from '../../start-error.ts';
import { findBinaries, type PostgresBinaries } from './binaries.ts';
import { clusterPaths, ensureCluster, prepareParent, ROLE, readPassword } from './cluster.ts';
import { ProgramError, runProgram } from './run-program.ts';
import { findFreePort, findRunningPort, removeForeignPid } from './running-server.ts';
import { findServerUser, type ServerUser } from './server-user.ts';

/** A PostgreSQL of our own that this process uses, perhaps together with other processes. */
export interface EmbeddedServer {
  /** Address of the database `name`, with its password. */
  urlOf(name: string): string;
  /** Leaves the server, and stops it when nobody else uses it. */
  leave(): Promise<void>;
}

/** Further settings of PostgreSQL, such as `{ fsync: 'off' }` for a server that lives as long as a test run. */
export type ServerSettings = Readonly<Record<string, string>>;

const ATTEMPTS = 40;
const ATTEMPT_PAUSE_MS = 250;
/** Every process that uses the server shares this advisory lock; who can have it alone may stop the server. */
const PRESENCE_LOCK = 7_316_001;

/**
 * Starts the PostgreSQL whose folder is `directory`, or joins the one that already runs there: another process may use
 * it, or it outlived one that was killed. Throws `StartError` when neither works.
 */
export async function joinEmbeddedServer(directory: string, settings: ServerSettings = {}): Promise<EmbeddedServer> {
  const cluster = await prepareCluster(directory);
  let lastFault: unknown;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      const port = (await findRunningPort(directory)) ?? (await startServer(cluster, settings));
      return await enter(cluster, port);
    } catch (error) {
      // Another process may be starting or stopping the very same server: what failed now may work in a moment.
      lastFault = error;
      await removeForeignPid(directory);
      await pause(ATTEMPT_PAUSE_MS);
    }
  }
  throw new StartError(`The embedded PostgreSQL in ${directory} does not start; its log is server.log there.`, {
    cause: lastFault,
  });
}

interface Cluster {
  directory: string;
  binaries: PostgresBinaries;
  user: ServerUser;
  password: string;
}

async function prepareCluster(directory: string): Promise<Cluster> {
  const binaries = findBinaries();
  try {
    await prepareParent(directory);
  } catch (error) {
    throw new StartError(`DATA_DIR cannot be written: ${dirname(directory)} (${codeOf(error)}).`, { cause: error });
  }
  try {
    const user = await findServerUser([binaries.pgCtl, dirname(directory)]);
    await ensureCluster(directory, binaries, user);
    return { directory, binaries, user, password: await readPassword(directory) };
  } catch (error) {
    if (error instanceof StartError) throw error;
    const why = error instanceof ProgramError ? error.output.split('\n').at(-1) : codeOf(error);
    throw new StartError(`The embedded PostgreSQL in ${directory} could not be made (${why}).`, { cause: error });
  }
}

async function startServer(cluster: Cluster, settings: ServerSettings): Promise<number> {
  const port = await findFreePort();
  const { data, log } = clusterPaths(cluster.directory);
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  // pg_ctl gives the server a session of its own: a Ctrl-C in our terminal is not for it, as we still have to drain.
  const start = [cluster.binaries.pgCtl, 'start', '--wait', '--silent', '--pgdata', data, '--log', log];
  await runProgram(cluster.user.command([...start, '--options', [`-p ${port}`, ...options].join(' ')]));
  return port;
}

async function enter(cluster: Cluster, port: number): Promise<EmbeddedServer> {
  const urlOf = (name: string) => `postgresql://${ROLE}:${cluster.password}@127.0.0.1:${port}/${name}`;
  const presence = await connect(urlOf('postgres'));
  await presence.query('SELECT pg_advisory_lock_shared($1)', [PRESENCE_LOCK]);
  return { urlOf, leave: () => leave(cluster, presence) };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, application_name: 'presence' });
  // Without a listener a server that goes away would end this process; queries notice by themselves.
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function leave(cluster: Cluster, presence: pg.Client): Promise<void> {
  if (await isAlone(presence)) await stopServer(cluster);
  await presence.end();
}

async function isAlone(presence: pg.Client): Promise<boolean> {
  try {
    await presence.query('SELECT pg_advisory_unlock_shared($1)', [PRESENCE_LOCK]);
    const { rows } = await presence.query('SELECT pg_try_advisory_lock($1) AS alone', [PRESENCE_LOCK]);
    return rows[0]?.alone === true;
  } catch {
    // The server is gone already, stopped or killed by somebody else: there is nothing left to stop.
    return false;
  }
}

async function stopServer(cluster: Cluster): Promise<void> {
  const { data } = clusterPaths(cluster.directory);
  const stop = [cluster.binaries.pgCtl, 'stop', '--wait', '--silent', '--mode', 'fast', '--pgdata', data];
  await runProgram(cluster.user.command(stop));
}
