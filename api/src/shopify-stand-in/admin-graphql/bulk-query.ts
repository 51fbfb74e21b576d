import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DocumentNode } from 'graphql';
import { type BulkOperation, isUnderway } from '../world/bulk-operation.ts';
import type { FaultKind } from '../world/shopify-faults.ts';
import type { ShopifyWorld } from '../world/shopify-world.ts';
import type { AdminCall } from './admin-call.ts';
import { linesOf } from './bulk-lines.ts';

/** How many things of the outermost connection are read at a time, so that a large shop needs no large memory. */
const PAGE = 100;

/** Where the file of an operation is to be fetched. Shopify's are anybody's who knows the address, as this is. */
export function bulkAddress({ address }: ShopifyWorld, { id }: BulkOperation): string {
  return `${address}/bulk/${id}.jsonl`;
}

/** Starts a bulk query that was found right. It goes on by itself; its state is in what is given back. */
export function startBulkQuery(query: string, groupsObjects: boolean, call: AdminCall): BulkOperation {
  const { world, shop } = call;
  const id = world.ids.next();
  const operation: BulkOperation = {
    ...{ kind: 'BulkOperation', id, query, groupsObjects, status: 'CREATED', errorCode: null, completedAt: null },
    ...{ createdAt: world.clock.now(), objectCount: 0, rootObjectCount: 0, fileSize: 0 },
    path: join(world.folder, `${id}.jsonl`),
  };
  shop.bulkOperations.push(operation);
  void run(operation, call).catch(() => end(operation, 'INTERNAL_SERVER_ERROR', world));
  return operation;
}

async function run(operation: BulkOperation, call: AdminCall): Promise<void> {
  const read = call.engine.read(operation.query);
  if ('errors' in read) return end(operation, 'INTERNAL_SERVER_ERROR', call.world);
  await writeFile(operation.path, '');
  for (let offset = 0; isUnderway(operation); offset += PAGE) {
    const fault = await strike(offset, call);
    if (fault === 'BULK_FAILS') operation.fileSize = 0;
    if (fault !== null && fault !== 'BULK_SLOW') return end(operation, 'INTERNAL_SERVER_ERROR', call.world);
    operation.status = 'RUNNING';
    const isLast = await readPage(operation, read.document, { ...call, window: { offset, limit: PAGE } });
    if (isLast) return end(operation, null, call.world);
  }
}

/** Failures come on the second page, so that something was read before; a shop of one page fails on the first. */
async function strike(offset: number, { world, shop }: AdminCall): Promise<FaultKind | null> {
  await wait(0);
  if (offset === 0 && shop.catalog.products.size > PAGE) return null;
  const fault = world.faults.draw({ door: 'BULK', shop: shop.domain, operations: [] });
  if (fault?.kind === 'BULK_SLOW') await wait(fault.delayMs);
  return fault?.kind ?? null;
}

/** Reads one part into the file; answers whether it was the last, or the end came otherwise. */
async function readPage(operation: BulkOperation, document: DocumentNode, call: AdminCall): Promise<boolean> {
  const { data, errors } = await call.engine.execute({ document, variables: {}, operationName: null }, call);
  if (errors !== undefined && errors.length > 0) {
    const isDenied = errors.some(({ extensions }) => extensions.code === 'ACCESS_DENIED');
    end(operation, isDenied ? 'ACCESS_DENIED' : 'INTERNAL_SERVER_ERROR', call.world);
    return false;
  }
  const lines = linesOf(data ?? {}, operation);
  const text = lines.map(({ line }) => `${JSON.stringify(line)}\n`).join('');
  await appendFile(operation.path, text);
  const roots = lines.filter(({ isRoot }) => isRoot).length;
  operation.objectCount += lines.length;
  operation.rootObjectCount += roots;
  operation.fileSize += Buffer.byteLength(text);
  return roots < PAGE;
}

function end(operation: BulkOperation, errorCode: BulkOperation['errorCode'], { clock }: ShopifyWorld): void {
  if (!isUnderway(operation)) return;
  Object.assign(operation, {
    status: errorCode === null ? 'COMPLETED' : 'FAILED',
    ...{ errorCode, completedAt: clock.now() },
  });
}
