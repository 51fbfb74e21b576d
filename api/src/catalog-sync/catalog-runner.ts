import type { Logger } from 'pino';
import type { PrismaClient } from '../../../prisma/client/client.ts';
import { forgetOldDeletions, removeUnseen } from '../catalog/synced/synced-deletions.ts';
import { describeFault } from '../platform/fault.ts';
import type { AdminApi } from '../shopify/admin-api.ts';
import type { CatalogRunStore } from './catalog-run.store.ts';
import { type CatalogRun, LeaseLost } from './catalog-run.ts';
import { inCatalogTurn } from './catalog-writer.ts';
import { EXPORT_BEGIN, EXPORT_STATE, type ExportAnswer } from './export.operation.ts';
import { ExportFileProblem } from './export-file.ts';
import type { ExportWriter } from './export-writer.ts';
import { COLLECTIONS_EXPORT, PRODUCTS_EXPORT } from './goods.operation.ts';
import { RunProblem, type Setback, setbackAfter } from './run-problem.ts';

/** What runs over catalogs are made with. */
export interface CatalogRunnerParts {
  readonly prisma: PrismaClient;
  readonly runs: CatalogRunStore;
  readonly writer: ExportWriter;
  readonly adminApi: AdminApi;
  readonly logger: Logger;
}

/** How soon Shopify is asked again for an export of which so many lines are there: large ones take longer. Seconds. */
const ASKED_AGAIN_S = { first: 2, most: 15, linesForOneMore: 5_000 };

/** Takes over whole catalogs: a shop's first fill, what the merchant asks for, and the nightly reconcile are all the same run. */
export class CatalogRunner {
  readonly #parts: CatalogRunnerParts;

  constructor(parts: CatalogRunnerParts) {
    this.#parts = parts;
  }

  /** Does the next step of each run that is due, until none is. Never throws for a run's sake: what went wrong stands with the run. */
  async runDue(stopping: AbortSignal): Promise<void> {
    await this.#parts.runs.greetInstalled();
    while (!stopping.aborted) {
      const run = await this.#parts.runs.claim();
      if (run === null) return;
      await this.#step(run, stopping);
    }
  }

  async #step(run: CatalogRun, stopping: AbortSignal): Promise<void> {
    try {
      await this.#goOn(run, stopping);
    } catch (error) {
      if (error instanceof LeaseLost) return;
      await this.#setBack(run, error);
    }
  }

  async #goOn(run: CatalogRun, stopping: AbortSignal): Promise<void> {
    const { runs } = this.#parts;
    if (run.state !== 'EXPORTING' && run.state !== 'WRITING') {
      await runs.begin(run);
      return this.#beginExport({ ...run, part: 'PRODUCTS' });
    }
    if (run.exportId === null || run.partAt === null) return this.#beginExport(run);
    const told = await this.#ask(run.shop, run.exportId);
    if (told.status !== 'COMPLETED') {
      const objects = Number(told.objectCount);
      return runs.exportGoesOn(run, { objects, dueInS: askedAgainIn(objects) });
    }
    await this.#write(run, { readAt: run.partAt, told, stopping });
  }

  async #beginExport(run: CatalogRun): Promise<void> {
    const { runs, adminApi } = this.#parts;
    await runs.exportIsAsked(run);
    const { document } = run.part === 'PRODUCTS' ? PRODUCTS_EXPORT : COLLECTIONS_EXPORT;
    const { bulkOperationRunQuery: answer } = await adminApi.request(run.shop, EXPORT_BEGIN, { query: document });
    const [refusal] = answer?.userErrors ?? [];
    if (refusal) throw RunProblem.ofRefusal(refusal);
    if (!answer?.bulkOperation) throw new RunProblem('EXPORT_FAILED', 'Shopify began no export.');
    await runs.exportIsBegun(run, answer.bulkOperation.id);
    await runs.exportGoesOn(run, { objects: 0, dueInS: ASKED_AGAIN_S.first });
  }

  async #ask(shop: string, id: string): Promise<ExportAnswer> {
    const { bulkOperation } = await this.#parts.adminApi.request(shop, EXPORT_STATE, { id });
    if (bulkOperation === null) throw new RunProblem('EXPORT_FAILED', 'Shopify does not know the export any more.');
    const { status, errorCode } = bulkOperation;
    if (errorCode === 'ACCESS_DENIED') throw new RunProblem('DENIED', 'Shopify does not let the app read products.');
    if (['CANCELED', 'CANCELING', 'EXPIRED', 'FAILED'].includes(status)) {
      // What a broken export has is right but not all: what it lacks would look deleted.
      throw new RunProblem(
        'EXPORT_FAILED',
        `Shopify's export ended as ${status}${errorCode ? ` (${errorCode})` : ''}.`,
      );
    }
    const hasNoFile = status === 'COMPLETED' && bulkOperation.url === null && bulkOperation.objectCount !== '0';
    if (hasNoFile) throw new RunProblem('EXPORT_FAILED', "Shopify's export has no file.");
    return bulkOperation;
  }

  async #write(
    run: CatalogRun,
    { readAt, told, stopping }: { readAt: Date; told: ExportAnswer; stopping: AbortSignal },
  ): Promise<void> {
    const { runs, writer } = this.#parts;
    await runs.fileIsThere(run, Number(told.objectCount));
    if (told.url !== null) {
      const at = run.state === 'WRITING' ? run : { ...run, bytes: 0 };
      const { bytes, isEnd } = await writer.write({ run: at, url: told.url, readAt }, stopping);
      if (!isEnd) return runs.giveWay(run);
      if (bytes < Number(told.fileSize))
        throw new ExportFileProblem(`The file ended at byte ${bytes} of ${told.fileSize}.`);
    }
    await this.#endPart(run, readAt);
  }

  /** What Shopify did not export it has no more, unless it was read since the export was asked for. */
  async #endPart(run: CatalogRun, since: Date): Promise<void> {
    const { prisma, runs } = this.#parts;
    await inCatalogTurn(prisma, run.shop, async (transaction) => {
      const table = run.part === 'PRODUCTS' ? 'product' : 'collection';
      const removed = await removeUnseen(transaction, run.shop, { table, since });
      if (run.part === 'PRODUCTS') return runs.goToCollections(transaction, run, removed);
      await forgetOldDeletions(transaction, run.shop);
      await runs.finish(transaction, run, removed);
    });
  }

  async #setBack(run: CatalogRun, error: unknown): Promise<void> {
    const { runs, logger } = this.#parts;
    const setback = setbackAfter(error, run.failures);
    const line = { err: describeFault(error), shop: run.shop, part: run.part, failures: run.failures };
    logger.warn(
      line,
      setback.isFinal ? 'a catalog waits for the night' : 'a catalog could not be read; it is tried again',
    );
    await note(runs, run, setback).catch((fault: unknown) => {
      logger.warn({ err: describeFault(fault), shop: run.shop }, 'a catalog waits for the end of its lease');
    });
  }
}

function note(runs: CatalogRunStore, run: CatalogRun, setback: Setback): Promise<void> {
  return setback.isFinal ? runs.giveUp(run, setback.problem) : runs.tryAgain(run, setback);
}

function askedAgainIn(lines: number): number {
  const { first, most, linesForOneMore } = ASKED_AGAIN_S;
  return Math.min(most, first + lines / linesForOneMore);
}
