import type { FastifyPluginAsync } from 'fastify';
import type { AccessPassService } from './access-pass.service.ts';
import { JWKS_MAX_AGE_SECONDS } from './signing-key.store.ts';

/** `/.well-known/jwks.json`: the keys with which anybody verifies access passes. */
export function jwksRoutes(passes: AccessPassService): FastifyPluginAsync {
  return async (http) => {
    http.get('/.well-known/jwks.json', async (_request, reply) => {
      reply
        .header('cache-control', `public, max-age=${JWKS_MAX_AGE_SECONDS}`)
        .header('access-control-allow-origin', '*')
        .header('cross-origin-resource-policy', 'cross-origin');
      return passes.jwks();
    });
  };
}
