import cluster from 'node:cluster';
import { type Config, readConfig } from './platform/config.ts';
import { requireFreePort } from './platform/free-port.ts';
import { createLogger } from './platform/logger.ts';
import { canMail } from './platform/mail/mailer.ts';
import { runOrExplain } from './platform/run-or-explain.ts';

await runOrExplain(start);

/** One process serves by itself; of several, this one keeps the others running, and they come here too. What is not needed is not loaded. */
async function start(): Promise<void> {
  const config = readConfig();
  const isOneOfSeveral = config.processes > 1;
  const logger = createLogger(config.logLevel).child(isOneOfSeveral ? { process: process.pid } : {});
  if (cluster.isWorker) return (await import('./serve.ts')).serve({ config, logger });
  await requireFreePort(config);
  if (isOneOfSeveral) await (await import('./lead.ts')).lead({ config, logger });
  else await (await import('./serve.ts')).serve({ config, logger });
  if (config.worker === 'only') logger.info('this brings sign-ups to their destinations, and serves nothing');
  else announce(config);
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
