import type { FastifyPluginAsync } from 'fastify';
import { sendProblem } from '../platform/http/http-error.ts';
import { noteForLog } from '../platform/http/request-log.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { Authenticate } from '../shop/authentication.ts';
import { requireScope } from '../shop/authorization.ts';
import { type DataRequestStore, downloadPathOf } from './data-request.store.ts';

const NOT_FOUND = { status: 404, code: 'NOT_FOUND', message: 'There is no such file, or it is gone.' };

/**
 * `GET /admin/data-requests/<id>`: the file of a data request, JSON, as a download. Needs the scope `read_signups`. Refuses with 401, 403
 * or 404.
 */
export function dataRequestRoutes(parts: {
  readonly requests: DataRequestStore;
  readonly authenticate: Authenticate;
}): FastifyPluginAsync {
  return async (http) => {
    http.get<{ Params: { id: string } }>(downloadPathOf(':id'), async (request, reply) => {
      const principal = await parts.authenticate(request);
      requireScope(principal, ApiTokenScope.read_signups);
      noteForLog(request, { shop: principal.shop });
      const file = await parts.requests.file(principal.shop, request.params.id);
      if (file === null) return sendProblem(reply, NOT_FOUND);
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', 'attachment; filename="personal-data.json"')
        .header('cache-control', 'no-store')
        .send(file);
    });
  };
}
