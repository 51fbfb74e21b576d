import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { claimsFor, signIdToken } from '../token/id-token.ts';
import type { ShopifyWorld } from '../world/shopify-world.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';
import { appPage } from './app.page.ts';
import { browserScript } from './browser-scripts.ts';
import { eventsPage } from './events.page.ts';
import { FRAME_STYLE } from './frame.style.ts';
import { homePage } from './home.page.ts';
import { findResources } from './picker-resources.ts';
import { productsPage } from './products.page.ts';

const HTML = 'text/html; charset=utf-8';

interface OfShop {
  readonly Params: { readonly shop: string };
}

/** The admin frame's pages below `/store/{shop}`, its scripts, and what those ask for. */
export function frameRoutes(world: ShopifyWorld): FastifyPluginAsync {
  return async (http) => {
    http.get('/', async (_request, reply) => reply.redirect(`/store/${[...world.shops.keys()][0]}`));
    http.get('/stand-in.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(FRAME_STYLE));
    for (const name of ['app-bridge', 'frame'] as const) {
      http.get(`/${name}.js`, async (_request, reply) => {
        return reply.type('text/javascript; charset=utf-8').send(await browserScript(name));
      });
    }
    const pages = { '': homePage, '/products': productsPage, '/events': eventsPage };
    for (const [path, draw] of Object.entries(pages)) {
      http.get<OfShop>(`/store/:shop${path}`, async ({ params }, reply) =>
        reply.type(HTML).send(draw(world, world.shop(params.shop))),
      );
    }
    leadFromShopifysAddresses(http);
    serveApp(http, world);
    answerFrame(http, world);
  };
}

/** Where an install page and a bookmark lead to at Shopify: they name a shop by the first part of its domain. */
function leadFromShopifysAddresses(http: FastifyInstance): void {
  const domainOf = ({ shop }: OfShop['Params']) => (shop.includes('.') ? shop : `${shop}.myshopify.com`);
  http.get<OfShop>('/store/:shop/oauth/install', async ({ params }, reply) =>
    reply.redirect(`/store/${domainOf(params)}`),
  );
  http.get<OfShop>('/store/:shop/apps/*', async ({ params }, reply) =>
    reply.redirect(`/store/${domainOf(params)}/app`),
  );
}

/** The app inside the frame, at any path of its own; a shop without it is asked to install it. */
function serveApp(http: FastifyInstance, world: ShopifyWorld): void {
  http.get<OfShop>('/store/:shop/app', async ({ params }, reply) => show(params.shop, '/', reply));
  http.get<{ Params: { shop: string; '*': string } }>('/store/:shop/app/*', async ({ params }, reply) =>
    show(params.shop, `/${params['*'].replace(/^\/+/, '')}`, reply),
  );
  function show(domain: string, path: string, reply: { type(type: string): { send(page: string): unknown } }) {
    const shop = world.shop(domain);
    return reply.type(HTML).send(shop.installation === null ? homePage(world, shop) : appPage(world, shop, path));
  }
}

/** What the frame's script asks on behalf of the app. No page of another origin can read it. */
function answerFrame(http: FastifyInstance, world: ShopifyWorld): void {
  const { app } = world;
  http.get<OfShop>('/store/:shop/id-token', async ({ params }, reply) => {
    const { domain, installation } = world.shop(params.shop);
    if (installation === null) return reply.code(403).send({ error: 'The app is not installed.' });
    const claims = claimsFor({ shop: domain, apiKey: app.apiKey, now: world.clock.now() });
    return { token: signIdToken(claims, app.apiSecret) };
  });
  http.get<OfShop & { Querystring: { type?: string; query?: string } }>(
    '/store/:shop/resources',
    async ({ params, query }) => findResources(world.shop(params.shop), query),
  );
  http.get<OfShop>('/store/:shop/granted-scopes', async ({ params }) => scopesOf(world, world.shop(params.shop)));
  http.post<OfShop & { Body: { scopes: string[] } }>('/store/:shop/granted-scopes', async ({ params, body }) => {
    const shop = world.shop(params.shop);
    const optional = body.scopes.filter((scope) => app.optionalScopes.includes(scope));
    world.updateScopes(shop.domain, [...new Set([...(shop.installation?.scopes ?? []), ...optional])]);
    return scopesOf(world, shop);
  });
}

function scopesOf({ app }: ShopifyWorld, { installation }: StandInShop) {
  return { granted: installation?.scopes ?? [], required: app.scopes, optional: app.optionalScopes };
}
