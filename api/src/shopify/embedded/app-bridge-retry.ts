import type { FastifyInstance } from 'fastify';

/** App Bridge's `fetch` gets a fresh ID token and asks once more when an answer of 401 carries it. */
const RETRY_HEADER = 'X-Shopify-Retry-Invalid-Session-Request';

/** Lets App Bridge try again what was refused for a stale ID token: GraphQL and uploads of the admin. To be called before their routes. */
export function tellAppBridge(http: FastifyInstance): void {
  http.addHook('onSend', async (request, reply) => {
    if (reply.statusCode === 401 && request.url.startsWith('/admin/')) reply.header(RETRY_HEADER, '1');
  });
}
