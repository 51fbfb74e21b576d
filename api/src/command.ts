import { createServices, type Services } from './app.ts';
import { loadAppKey } from './platform/app-key.ts';
import { readConfig } from './platform/config.ts';
import { openDatabase } from './platform/database/database.ts';
import { createLogger } from './platform/logger.ts';
import { StartError } from './platform/start-error.ts';

/** Runs a command of the terminal with the services of the house, beside a running server or without one. */
export async function runWithServices(command: (services: Services) => Promise<void>): Promise<void> {
  const config = readConfig();
  const appKey = await loadAppKey(config);
  const database = await openDatabase(config);
  try {
    const services = createServices({ config, database, appKey, logger: createLogger(config.logLevel) });
    if (services.sessions) await services.demoShop.seed();
    await command(services);
  } finally {
    await database.close();
  }
}

/** The shop that is named, or the only one there is. Throws `StartError` when that does not say which. */
export async function shopOf({ shops }: Services, domain: string | undefined): Promise<string> {
  if (domain === undefined) {
    const only = await shops.only();
    if (only) return only.domain;
    throw new StartError('Name the shop with --shop DOMAIN: there is not exactly one.');
  }
  if (await shops.find(domain)) return domain;
  throw new StartError(`There is no shop ${domain}.`);
}
