import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type BuiltFile, readBuiltFile, sendBuiltFile } from '../platform/http/built-file.ts';

/** Polaris sets styles on elements, hence `unsafe-inline` for styles alone; product pictures are hosted anywhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https: http:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The admin under `/admin/`: every address that is no file of its own is answered with its one page, where its router
 * takes over. `directory` is where the admin's build lies.
 */
export function adminRoutes({ directory }: { directory: string }): FastifyPluginAsync {
  return async (http) => {
    const page = await readBuiltFile(join(directory, 'index.html'));
    if (!page || !existsSync(join(directory, 'assets'))) {
      http.log.warn({ directory }, 'The admin is not built: its addresses answer 404');
      return;
    }
    await http.register(fastifyStatic, {
      root: join(directory, 'assets'),
      prefix: '/admin/assets/',
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
      index: false,
      decorateReply: false,
    });
    http.get('/admin', (_request, reply) => reply.redirect('/admin/', 308));
    http.get('/admin/*', (request, reply) => sendAdmin({ request, reply }, page));
  };
}

function sendAdmin(exchange: { request: FastifyRequest; reply: FastifyReply }, page: BuiltFile): FastifyReply {
  exchange.reply.header('content-security-policy', POLICY).header('referrer-policy', 'no-referrer');
  return sendBuiltFile(exchange, page, { contentType: 'text/html; charset=utf-8', cacheControl: 'no-cache' });
}
