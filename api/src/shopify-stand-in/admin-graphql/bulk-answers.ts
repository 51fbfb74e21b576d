import { type BulkOperation, isUnderway } from '../world/bulk-operation.ts';
import { gid } from '../world/gid.ts';
import { type AdminCall, answers } from './admin-call.ts';
import { dateTime } from './answer-parts.ts';
import { isBulkQuery } from './bulk-lines.ts';
import { bulkAddress, startBulkQuery } from './bulk-query.ts';

/** `BulkOperation` of the Admin API. */
export const bulkOperationAnswers = answers<BulkOperation>({
  id: ({ id }) => gid('BulkOperation', id),
  type: () => 'QUERY',
  createdAt: ({ createdAt }) => dateTime(createdAt),
  completedAt: ({ completedAt }) => dateTime(completedAt),
  objectCount: ({ objectCount }) => String(objectCount),
  rootObjectCount: ({ rootObjectCount }) => String(rootObjectCount),
  fileSize: ({ fileSize, completedAt }) => (completedAt === null ? null : String(fileSize)),
  url: (operation, _args, { world }) =>
    operation.status === 'COMPLETED' && operation.objectCount > 0 ? bulkAddress(world, operation) : null,
  partialDataUrl: (operation, _args, { world }) =>
    operation.status === 'FAILED' && operation.fileSize > 0 ? bulkAddress(world, operation) : null,
});

/** The mutations about bulk operations. */
export const bulkMutations = answers<unknown>({
  bulkOperationRunQuery: (_root, { query, groupObjects }: { query: string; groupObjects: boolean }, call) => {
    const refused = refusalOf(query, call);
    if (refused !== null) return { bulkOperation: null, userErrors: [refused] };
    return { bulkOperation: startBulkQuery(query, groupObjects, call), userErrors: [] };
  },
  bulkOperationCancel: (_root, { id }: { id: string }, { shop, world }) => {
    const operation = shop.bulkOperations.find((one) => gid('BulkOperation', one.id) === id);
    if (operation === undefined || !isUnderway(operation))
      return { bulkOperation: operation ?? null, userErrors: [{ field: ['id'], message: 'Nothing to cancel.' }] };
    Object.assign(operation, { status: 'CANCELED', completedAt: world.clock.now() });
    return { bulkOperation: operation, userErrors: [] };
  },
});

/** One query of a shop runs at a time. Shopify allows more since 2026-01; whoever gets along with one gets along with five. */
function refusalOf(query: string, { engine, shop }: AdminCall) {
  const read = engine.read(query);
  const refusal = (code: string, message: string) => ({ field: ['query'], code, message });
  if ('errors' in read) return refusal('INVALID', `Invalid bulk query: ${read.errors[0]?.message}`);
  if (!isBulkQuery(read.document, engine.schema))
    return refusal('INVALID', 'Bulk queries must contain at least one connection.');
  if (!shop.bulkOperations.some(isUnderway)) return null;
  return refusal('OPERATION_IN_PROGRESS', 'A bulk query operation for this app and shop is already in progress.');
}
