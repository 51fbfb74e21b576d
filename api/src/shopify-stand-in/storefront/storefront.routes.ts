import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { readForms } from '../frame/act.routes.ts';
import { type Cart, placeOrder } from '../world/place-order.ts';
import type { ShopifyWorld } from '../world/shopify-world.ts';
import { askThroughProxy, PROXY_PREFIX } from './app-proxy.ts';
import { cartPage } from './cart.page.ts';
import { readCartLink } from './cart-link.ts';
import { isSold, productPage } from './product.page.ts';
import { frontPage, themePage } from './storefront.page.ts';

const HTML = 'text/html; charset=utf-8';

interface OfShop {
  readonly Params: { readonly shop: string };
}
interface OfCart {
  readonly Params: { readonly shop: string; readonly items: string };
  readonly Body: URLSearchParams;
}

/**
 * What stands at `https://{shop}/…` in truth, below `/storefront/{shop}/…` here: products, cart permalinks that can be paid, and
 * `/apps/vip/…`, which the app answers through Shopify's proxy inside the theme.
 */
export function storefrontRoutes(world: ShopifyWorld): FastifyPluginAsync {
  return async (http) => {
    readForms(http);
    http.get<OfShop>('/storefront/:shop', async ({ params }, reply) =>
      reply.type(HTML).send(frontPage(world.shop(params.shop))),
    );
    http.get<{ Params: { shop: string; handle: string } }>(
      '/storefront/:shop/products/:handle',
      async (request, reply) => {
        const shop = world.shop(request.params.shop);
        const product = shop.catalog.byHandle(request.params.handle);
        reply.type(HTML);
        if (product !== null && isSold(product)) return reply.send(productPage(shop, product));
        return reply.code(404).send(themePage(shop, 'Not found', '<h1>Page not found</h1>'));
      },
    );
    http.get<OfCart>('/storefront/:shop/cart/:items', async (request, reply) => {
      const shop = world.shop(request.params.shop);
      return reply.type(HTML).send(cartPage(shop, cartOf(request)));
    });
    http.post<OfCart>('/storefront/:shop/cart/:items', async (request, reply) => {
      const shop = world.shop(request.params.shop);
      const order = placeOrder(world, shop.domain, { ...cartOf(request), email: request.body.get('email') });
      const thanks = `<h1>Thank you</h1><p>Order #${order.number} is paid.</p>`;
      return reply.type(HTML).send(themePage(shop, 'Thank you', thanks));
    });
    http.get<{ Params: { shop: string; '*': string } }>(
      `/storefront/:shop${PROXY_PREFIX}/*`,
      async (request, reply) => {
        const shop = world.shop(request.params.shop);
        const asked = { shop: shop.domain, path: request.params['*'], query: queryOf(request) };
        const { status, type, content } = await askThroughProxy(world, asked);
        reply.code(status);
        if (!type.startsWith('application/liquid')) return reply.type(type).send(content);
        return reply.type(HTML).send(themePage(shop, 'Early access', content));
      },
    );
  };
}

function cartOf(request: FastifyRequest<OfCart>): Cart {
  const cart = readCartLink(request.params.items, queryOf(request));
  if (cart === null) throw Object.assign(new Error('This is no cart link.'), { statusCode: 404 });
  return cart;
}

function queryOf({ url }: FastifyRequest): URLSearchParams {
  return new URLSearchParams(url.split('?')[1] ?? '');
}
