import type { FastifyPluginAsync } from 'fastify';
import { sendPage } from '../../platform/http/page.ts';
import type { ShopService } from '../../shop/shop.service.ts';
import { shopDomainOf } from '../shop-domain.ts';
import { installPage } from './install-page.ts';
import type { ShopifyAddresses } from './shopify-addresses.ts';

/** What leads a merchant to the app. */
export interface InstallRoutesParts {
  readonly addresses: ShopifyAddresses;
  readonly shops: Pick<ShopService, 'standing'>;
}

/** The address of `/` by Shopify's admin, or by somebody who typed a shop into the form. */
type InstallQuery = Readonly<Record<'shop' | 'embedded' | 'id_token', string | string[] | undefined>>;

/**
 * `/` with Shopify: the install page. With a shop it leads on: to the admin where Shopify's admin frames it, to the app in Shopify's
 * admin where it is installed, and else to where Shopify installs it.
 */
export function installRoutes({ addresses, shops }: InstallRoutesParts): FastifyPluginAsync {
  const lead = { forms: true, formsLeadTo: new URL(addresses.admin).origin };
  return async (http) => {
    http.get<{ Querystring: InstallQuery }>('/', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { shop: named, embedded, id_token: idToken } = request.query;
      if (named === undefined) return sendPage(reply, installPage({ isUnknownShop: false }), lead);
      const shop = typeof named === 'string' ? shopDomainOf(named) : null;
      if (shop === null) return sendPage(reply.code(422), installPage({ isUnknownShop: true }), lead);
      if (embedded === '1' || idToken !== undefined) return reply.redirect(request.url.replace('/', '/admin/'), 302);
      const standing = await shops.standing(shop);
      const isInstalled = standing !== null && standing.uninstalledAt === null;
      return reply.redirect(isInstalled ? addresses.appOf(shop) : addresses.installOf(shop), 302);
    });
  };
}
