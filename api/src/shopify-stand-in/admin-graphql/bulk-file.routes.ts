import { createReadStream } from 'node:fs';
import type { FastifyPluginAsync } from 'fastify';
import { Door } from '../door.ts';
import type { ShopifyWorld } from '../world/shopify-world.ts';

/** `GET /bulk/{id}.jsonl`: what a bulk operation has read. */
export function bulkFileRoutes(world: ShopifyWorld): FastifyPluginAsync {
  return async (http) => {
    new Door(world, 'FILE', () => []).guard(http);
    http.get<{ Params: { id: string } }>('/bulk/:id.jsonl', async ({ params }, reply) => {
      const operations = [...world.shops.values()].flatMap(({ bulkOperations }) => bulkOperations);
      const operation = operations.find(({ id, completedAt }) => id === params.id && completedAt !== null);
      if (operation === undefined) return reply.code(404).send({ error: 'Not Found' });
      return reply
        .type('application/jsonl')
        .header('content-length', operation.fileSize)
        .send(createReadStream(operation.path));
    });
  };
}
