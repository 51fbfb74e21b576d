import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackChromium } from './chromium.ts';
import { BEGUN_VARIABLE, SCRATCH_VARIABLE, startProduct } from './product.ts';

/**
 * Once before all journeys: unpacks the browser and builds the product, both of which processes that start at the same
 * moment would do over each other. Afterwards the data of all journeys is removed.
 */
export default async function prepare(): Promise<() => Promise<void>> {
  const scratch = await mkdtemp(join(tmpdir(), 'vip-e2e-run-'));
  process.env[SCRATCH_VARIABLE] = scratch;
  if (process.platform === 'linux') await unpackChromium();
  const product = await startProduct();
  await product.stop();
  process.env[BEGUN_VARIABLE] = product.dataDir;
  return () => rm(scratch, { recursive: true, force: true });
}
