import type { FastifyPluginAsync } from 'fastify';
import { isFromElsewhere, isLoopbackName } from '../platform/http/own-machine.ts';
import type { MerchantSessions } from '../shop/merchant-session.ts';
import type { DemoShop } from './demo-shop.ts';

/** What signing the merchant in without a password needs. */
export interface MerchantSessionRoutesParts {
  readonly demoShop: Pick<DemoShop, 'get'>;
  readonly sessions: MerchantSessions;
}

/** Refuses who might be a page from elsewhere that asks in the merchant's name. */
class ForeignPageError extends Error {
  readonly statusCode = 403;
  readonly code = 'FORBIDDEN';

  constructor() {
    super('Only the admin on this machine may sign in here.');
  }
}

/**
 * `POST /admin/session`, in standalone mode only: signs the merchant of the demo shop in without a password. The server
 * listens on the loopback address; other pages in the merchant's browser are kept out by their origin, also those
 * that call themselves by a name which resolves to this machine.
 */
export function merchantSessionRoutes({ demoShop, sessions }: MerchantSessionRoutesParts): FastifyPluginAsync {
  return async (http) => {
    http.post('/admin/session', async (request, reply) => {
      if (!isLoopbackName(request.hostname) || isFromElsewhere(request)) throw new ForeignPageError();
      const { domain, name } = await demoShop.get();
      reply.header('cache-control', 'no-store');
      return { ...(await sessions.create(domain)), shop: { domain, name } };
    });
  };
}
