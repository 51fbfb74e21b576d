import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { codeOf } from '../../error-code.ts';
import { clusterPaths } from './cluster.ts';
import { ProgramError, runProgram } from './run-program.ts';

/** The port that `postmaster.pid` names, if the process it names is alive. */
export async function findRunningPort(directory: string): Promise<number | null> {
  const lines = await readPid(directory);
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 && isAlive(pid) ? port : null;
}

async function readPid(directory: string): Promise<string[]> {
  try {
    return (await readFile(clusterPaths(directory).pid, 'utf8')).split('\n');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * After a crash of the machine another program may have the number that `postmaster.pid` names, and PostgreSQL would
 * refuse to start. (A number that nobody has it recognises as stale by itself.)
 */
export async function removeForeignPid(directory: string): Promise<void> {
  const [pid = ''] = await readPid(directory);
  if (pid === '' || !isAlive(Number(pid)) || (await isPostgres(pid))) return;
  await rm(clusterPaths(directory).pid, { force: true });
}

async function isPostgres(pid: string): Promise<boolean> {
  try {
    if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes('postgres');
    return (await runProgram(['ps', '-p', pid, '-o', 'command='])).includes('postgres');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof ProgramError) return false;
    throw error;
  }
}

/** A port of the loopback address that nobody listened on a moment ago. */
export function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('no port'))));
    });
  });
}
