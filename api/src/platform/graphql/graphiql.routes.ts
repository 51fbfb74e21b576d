import serveFiles from '@fastify/static';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { GRAPHIQL_FILES } from './graphiql.page.ts';

const CACHE_MS = 3_600_000;

/** Serves what `buildGraphiql` has put into `directory` (absolute), with its compressed neighbours. */
export function graphiqlRoutes(directory: string): FastifyPluginAsync {
  return async (http: FastifyInstance) => {
    await http.register(serveFiles, {
      root: directory,
      prefix: `${GRAPHIQL_FILES}/`,
      index: false,
      decorateReply: false,
      preCompressed: true,
      maxAge: CACHE_MS,
    });
  };
}
