import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PROCESS = join(import.meta.dirname, '../api/src/shopify-stand-in/shopify-stand-in.process.ts');

/** Shopify's stand-in as a process of its own, with its two shops. */
export interface ShopifyStandIn {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts it for an app at this address. */
export async function startShopifyStandIn(appUrl: string): Promise<ShopifyStandIn> {
  const child = spawn(process.execPath, [PROCESS, '--app', appUrl], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const [url] = await once(createInterface(child.stdout), 'line');
  return {
    url: String(url),
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
