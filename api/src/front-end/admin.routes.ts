import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type BuiltFile, sendBuiltFile } from '../platform/http/built-file.ts';
import type { AdminFrame } from './admin-frame.ts';
import { type AdminPages, readAdminPages } from './admin-pages.ts';

/** Where the admin is, and who frames it: in standalone mode nobody. */
export interface AdminRoutesParts {
  /** Folder of the admin's build. */
  readonly directory: string;
  readonly frame: AdminFrame | null;
}

/** Where the built page leaves room for the frame's elements, first in its head. */
const FRAME_PLACE = '<!--app-bridge-->';
const HTML = 'text/html; charset=utf-8';

/**
 * The admin under `/admin/`: every address that is no file of its own is answered with a document of the one admin, where its
 * router takes over.
 */
export function adminRoutes({ directory, frame }: AdminRoutesParts): FastifyPluginAsync {
  return async (http) => {
    const pages = await readAdminPages(directory);
    if (!pages || !existsSync(join(directory, 'assets'))) {
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
    http.get('/admin', (request, reply) => reply.redirect(request.url.replace('/admin', '/admin/'), 308));
    const send = frame ? sendFramed(pages, frame) : sendAlone(pages);
    http.get('/admin/*', (request, reply) => send({ request, reply }));
  };
}

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

function sendAlone(pages: AdminPages) {
  const policy = policyOf({ script: [], connect: [], ancestors: ["'none'"] });
  return (exchange: Exchange) => {
    exchange.reply.header('content-security-policy', policy).header('referrer-policy', 'no-referrer');
    return sendBuiltFile(exchange, pages.at(exchange.request.url), { contentType: HTML, cacheControl: 'no-cache' });
  };
}

/** Never kept by a browser: its address has an ID token in it, and its policy names one shop. */
function sendFramed(pages: AdminPages, frame: AdminFrame) {
  const framed = (page: BuiltFile) => page.body.toString('utf8').replace(FRAME_PLACE, () => frame.head);
  const texts = new Map(pages.all.map((page) => [page, framed(page)]));
  return async ({ request, reply }: Exchange) => {
    const visit = await frame.visit(request.url);
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    if (visit.kind === 'ELSEWHERE') return reply.redirect(visit.address, 302);
    const policy = policyOf({ ...frame.sources, ancestors: visit.ancestors });
    return reply
      .header('content-security-policy', policy)
      .type(HTML)
      .send(texts.get(pages.at(request.url)));
  };
}

/** Polaris sets styles on elements, hence `unsafe-inline` for styles alone; product pictures are hosted anywhere. */
function policyOf(own: AdminFrame['sources'] & { readonly ancestors: readonly string[] }): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...own.script].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https: http:",
    "font-src 'self' data:",
    ["connect-src 'self'", ...own.connect].join(' '),
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${own.ancestors.join(' ')}`,
  ].join('; ');
}
