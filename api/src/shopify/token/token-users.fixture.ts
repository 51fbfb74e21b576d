import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { type ShopifyStage, shopifySettings } from '../../../test/shopify.ts';

/** A process of the app that needs tokens. */
export interface TokenUser {
  /** Asks for the shop's token so many times at once. */
  ask(shop: string, times: number): Promise<string[]>;
  /** Ends it at once (SIGKILL). */
  kill(): Promise<void>;
}

const SCRIPT = join(import.meta.dirname, 'token-user.fixture.ts');

/** Starts one, over the stage's database and with its stand-in; comes back when it waits for its task. It ends with the test. */
export async function aTokenUser(stage: ShopifyStage): Promise<TokenUser> {
  const settings = { ...shopifySettings(stage.shopify), DATABASE_URL: stage.database.url };
  const child = spawn(process.execPath, [SCRIPT, JSON.stringify(settings)]);
  const complaints: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`The process ended: ${complaints.join('')}`);
    return value;
  };
  onTestFinished(() => end(child));
  await nextLine();
  return {
    async ask(shop, times) {
      child.stdin.write(`${JSON.stringify({ shop, times })}\n`);
      return JSON.parse(await nextLine());
    },
    kill: () => end(child),
  };
}

async function end(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
