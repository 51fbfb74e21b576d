import type { FastifyPluginAsync } from 'fastify';
import { type Html, html, trustedHtml } from '../../platform/http/html.ts';
import { BOUNCE_PATH, type EmbeddedAdmin } from './embedded-admin.ts';

/**
 * The bounce page: nothing but App Bridge, which goes on to `shopify-reload` with a fresh ID token. A document whose ID token is missing
 * or stale comes by here.
 */
export function bounceRoutes(admin: EmbeddedAdmin): FastifyPluginAsync {
  const page = bouncePage(admin.head).text;
  return async (http) => {
    http.get(BOUNCE_PATH, (request, reply) => {
      reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
      const shop = admin.bouncingShop(request.url);
      if (shop === null) return reply.redirect('/', 302);
      const policy = [
        "default-src 'none'",
        `script-src ${admin.sources.script.join(' ')}`,
        `connect-src ${admin.sources.connect.join(' ')}`,
        "form-action 'none'",
        "base-uri 'none'",
        `frame-ancestors ${admin.ancestorsOf(shop).join(' ')}`,
      ].join('; ');
      return reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(page);
    });
  };
}

function bouncePage(head: string): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    ${trustedHtml(head)}
    <meta charset="utf-8">
    <title>VIP Early Access Pass</title>
  </head>
  <body>
    <noscript>The admin needs JavaScript. Turn it on in your browser and load this page again.</noscript>
  </body>
</html>
`;
}
