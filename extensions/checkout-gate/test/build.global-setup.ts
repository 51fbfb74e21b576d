import { execFileSync } from 'node:child_process';
import { CHECKOUT_GATE, isFresh, ROOT, refresh } from '../../../api/freshness.ts';

/** The tests run the function as it would be deployed: it is compiled first, unless nothing has changed since. */
export default async function prepare(): Promise<void> {
  if (isFresh(CHECKOUT_GATE)) return;
  await refresh(CHECKOUT_GATE, async () => {
    execFileSync(process.execPath, CHECKOUT_GATE.command, { cwd: ROOT, stdio: 'inherit' });
  });
}
