import { setTimeout as pause } from 'node:timers/promises';
import { CatalogChangeStore } from '../src/catalog-sync/catalog-change.store.ts';
import { CatalogRunStore } from '../src/catalog-sync/catalog-run.store.ts';
import { LeaseLost } from '../src/catalog-sync/catalog-run.ts';
import { CatalogRunner } from '../src/catalog-sync/catalog-runner.ts';
import { ExportWriter } from '../src/catalog-sync/export-writer.ts';
import { createLogger } from '../src/platform/logger.ts';
import type { StandInShop } from '../src/shopify-stand-in/world/stand-in-shop.ts';
import type { CatalogStage } from './catalog-stage.ts';

const PAUSE_MS = 5;

/**
 * Runs a shop's run in a process that dies before it notes its next step, after so many that it noted: what it had begun in the database
 * is undone, and it says nothing any more. Gives how many steps it noted in all, where it came to the end alive.
 */
export async function runUntilDeath(stage: CatalogStage, { domain }: StandInShop, steps: number): Promise<number> {
  const { prisma } = stage.database;
  const adminApi = stage.app.services.shopify?.adminApi;
  if (!adminApi) throw new Error('This app is not Shopify’s.');
  const life = { left: steps, noted: 0 };
  const runs = mortal(new CatalogRunStore(prisma), life);
  const writer = new ExportWriter({ prisma, runs, changes: new CatalogChangeStore(prisma) });
  const runner = new CatalogRunner({ prisma, runs, writer, adminApi, logger: createLogger('silent') });
  const isRunning = async () => !['DONE', 'FAILED'].includes((await stage.stateOf(domain)).state);
  while (life.left >= 0 && (await isRunning())) {
    await stage.hurry(domain);
    await runner.runDue(new AbortController().signal);
    await pause(PAUSE_MS);
  }
  return life.left < 0 ? steps + 1 : life.noted;
}

/** A store of a process that has only so many steps to live. Claims do not count: they are how a step begins. */
function mortal(store: CatalogRunStore, life: { left: number; noted: number }): CatalogRunStore {
  return new Proxy(store, {
    get(target, name) {
      const method = Reflect.get(target, name, target);
      if (typeof method !== 'function') return method;
      if (name === 'claim') return () => (life.left < 0 ? null : target.claim());
      if (name === 'greetInstalled') return () => target.greetInstalled();
      return async (...args: unknown[]) => {
        life.left -= 1;
        if (life.left < 0) throw new LeaseLost('This process is no more.');
        life.noted += 1;
        return method.apply(target, args);
      };
    },
  });
}

/** The process that had it is no more, and its lease has run out. */
export async function leaseRunsOut(stage: CatalogStage, { domain }: StandInShop): Promise<void> {
  await stage.database.prisma.$executeRaw`
    UPDATE "CatalogSync" SET "leasedUntil" = statement_timestamp() - interval '1 second',
                             "dueAt" = statement_timestamp() - interval '1 second'
     WHERE shop = ${domain} AND lease IS NOT NULL`;
}
