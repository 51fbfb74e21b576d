import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './freshness.ts';

const LOCK = join(ROOT, 'node_modules', '.vip-build.lock');
const PAUSE_MS = 100;

/**
 * Waits until no other process builds in this folder, then keeps others waiting until this process ends: two that start
 * at once would write over each other's files. The lock of a process that was killed counts for nothing.
 */
export async function waitForTurn(): Promise<void> {
  const mine = `${LOCK}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  process.once('exit', () => rmSync(mine, { force: true }));
  while (!tryLink(mine)) {
    if (isAbandoned()) rmSync(LOCK, { force: true });
    await pause(PAUSE_MS);
  }
  process.once('exit', () => rmSync(LOCK, { force: true }));
}

function tryLink(mine: string): boolean {
  try {
    linkSync(mine, LOCK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAbandoned(): boolean {
  try {
    process.kill(Number(readFileSync(LOCK, 'utf8')), 0);
    return false;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'ESRCH';
  }
}
