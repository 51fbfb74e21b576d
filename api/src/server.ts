import { createServices } from './app.ts';
import { createApp } from './doors.ts';
import { loadAppKey } from './platform/app-key.ts';
import { type Config, readConfig } from './platform/config.ts';
import { openDatabase } from './platform/database/database.ts';
import { requireFreePort } from './platform/free-port.ts';
import { closeOnSignals } from './platform/http/close-gracefully.ts';
import { listen } from './platform/http/listen.ts';
import { createLogger } from './platform/logger.ts';
import { canMail } from './platform/mail/mailer.ts';
import { runOrExplain } from './platform/run-or-explain.ts';

await runOrExplain(serve);

async function serve(): Promise<void> {
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  await requireFreePort(config);
  const appKey = await loadAppKey(config);
  const database = await openDatabase(config);
  try {
    const parts = { config, database, appKey, logger };
    const services = createServices(parts);
    if (services.sessions) await services.demoShop.seed();
    const http = await createApp(parts, services);
    closeOnSignals(http, { graceMs: config.shutdownGraceMs, after: () => database.close() });
    await listen(http, config);
  } catch (error) {
    await database.close();
    throw error;
  }
  announce(config);
  if (!canMail(config)) {
    logger.warn(
      'SMTP_URL and MAIL_FROM are not set: no campaign that confirms addresses can be saved, and none can mail',
    );
  }
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
