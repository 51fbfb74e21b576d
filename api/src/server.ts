import { type AppParts, createServices } from './app.ts';
import { createApp } from './doors.ts';
import { loadAppKey } from './platform/app-key.ts';
import { type Config, readConfig } from './platform/config.ts';
import { openDatabase } from './platform/database/database.ts';
import { describeFault } from './platform/fault.ts';
import { requireFreePort } from './platform/free-port.ts';
import { closeOnSignals } from './platform/http/close-gracefully.ts';
import { listen } from './platform/http/listen.ts';
import { createLogger } from './platform/logger.ts';
import { canMail } from './platform/mail/mailer.ts';
import { runOrExplain } from './platform/run-or-explain.ts';
import { createWorker, createWorkerHttp } from './worker.ts';

await runOrExplain(serve);

async function serve(): Promise<void> {
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  await requireFreePort(config);
  const appKey = await loadAppKey(config);
  const database = await openDatabase(config);
  try {
    await open({ config, database, appKey, logger });
  } catch (error) {
    await database.close();
    throw error;
  }
  if (config.worker === 'only') logger.info('this process brings sign-ups to their destinations, and serves nothing');
  else announce(config);
  if (!canMail(config)) {
    logger.warn(
      'SMTP_URL and MAIL_FROM are not set: no campaign that confirms addresses can be saved, and none can mail',
    );
  }
}

async function open(parts: AppParts): Promise<void> {
  const { config, database } = parts;
  const services = createServices(parts);
  if (services.sessions && config.worker !== 'only') await services.demoShop.seed();
  const http = config.worker === 'only' ? await createWorkerHttp(parts, services) : await createApp(parts, services);
  const worker = config.worker === 'off' ? null : createWorker(parts, services);
  const stopWorker = async () => worker?.stop(config.shutdownGraceMs);
  // Both end at the same time: neither waits for the other's grace.
  http.addHook('preClose', async () => {
    stopWorker().catch((err: unknown) =>
      parts.logger.error({ err: describeFault(err) }, 'the worker did not stop well'),
    );
  });
  const after = () => stopWorker().finally(() => database.close());
  closeOnSignals(http, { graceMs: config.shutdownGraceMs, after });
  await listen(http, config);
  await worker?.start();
}

function announce({ publicUrl, shopify }: Config): void {
  const addresses = [
    [shopify ? 'Install page' : 'Start page', '/'],
    ['Admin', '/admin/'],
    ...(shopify ? [] : [['Demo page', '/demo/']]),
    ['Admin GraphQL', '/admin/graphql'],
    ['Public GraphQL', '/public/graphql'],
  ] as const;
  const lines = addresses.map(([name, path]) => `  ${name.padEnd(16)}${publicUrl}${path}`);
  process.stdout.write(`\nVIP Early Access Pass is ready.\n\n${lines.join('\n')}\n\nCtrl-C stops it.\n`);
}
