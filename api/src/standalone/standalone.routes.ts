import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { AccessType } from '../campaign/access-type.ts';
import { PASS_IN_CART } from '../catalog/storefront.ts';
import { sendPage } from '../platform/http/page.ts';
import type { Shop } from '../shop/shop.type.ts';
import type { DemoGoods } from './demo-goods.ts';
import { type DemoGate, demoCartPage, demoMissingPage, demoPage, demoProductPage } from './demo-page.ts';
import type { DemoShop } from './demo-shop.ts';
import { type StartPageCampaign, startPage } from './start-page.ts';

/** What the pages of standalone mode are made from. */
export interface StandaloneRoutesParts {
  /** The demo shop, already seeded. */
  readonly demoShop: Pick<DemoShop, 'get' | 'listCampaigns'>;
  readonly goods: Pick<DemoGoods, 'list' | 'find' | 'findByVariant'>;
  /** Folder of the demo goods' pictures. */
  readonly picturesDirectory: string;
}

const SHELF = 8;

type CartQuery = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The pages of standalone mode: `/`, which leads to everything, and the demo shop's storefront under `/demo/`. They tell
 * the demo campaigns' passwords, so they belong on the loopback address only, where standalone mode binds.
 */
export function standaloneRoutes(parts: StandaloneRoutesParts): FastifyPluginAsync {
  const { demoShop, picturesDirectory } = parts;
  return async (http) => {
    http.get('/', async (_request, reply) => {
      const shop = await demoShop.get();
      return sendPage(reply.header('cache-control', 'no-store'), startPage(shop, await demoShop.listCampaigns()));
    });
    await http.register(storefrontRoutes(parts));
    await http.register(pictureRoutes(picturesDirectory));
  };
}

function pictureRoutes(root: string): FastifyPluginAsync {
  return async (http) => {
    // Once a gate is open, it shows them on pages of everybody.
    http.addHook('onRequest', async (_request, reply) => {
      reply.header('cross-origin-resource-policy', 'cross-origin');
    });
    await http.register(fastifyStatic, {
      root,
      prefix: '/demo/pictures/',
      index: false,
      maxAge: '1h',
      decorateReply: false,
    });
  };
}

function storefrontRoutes({ demoShop, goods }: StandaloneRoutesParts): FastifyPluginAsync {
  return async (http) => {
    http.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-cache');
    });
    http.get('/demo', (_request, reply) => reply.redirect('/demo/', 308));
    http.get<{ Querystring: { campaign?: string | string[] } }>('/demo/', async (request, reply) => {
      const shop: Shop = await demoShop.get();
      const campaign = chooseCampaign(await demoShop.listCampaigns(), request.query.campaign);
      return sendPage(reply, demoPage(shop, campaign, await goods.list(shop, SHELF)), { pictures: true });
    });
    http.get<{ Params: { line: string }; Querystring: CartQuery }>('/demo/cart/:line', async (request, reply) => {
      const shop: Shop = await demoShop.get();
      const [variantId = ''] = request.params.line.split(':');
      const product = await goods.findByVariant(shop, variantId);
      if (!product) return sendPage(reply.code(404), demoMissingPage(shop));
      const hasPass = Boolean(request.query[`attributes[${PASS_IN_CART}]`] && request.query.properties);
      return sendPage(reply, demoCartPage(shop, product, hasPass), { pictures: true });
    });
    http.get<{ Params: { handle: string } }>('/demo/products/:handle', async (request, reply) => {
      const shop: Shop = await demoShop.get();
      const product = await goods.find(shop, request.params.handle);
      if (!product) return sendPage(reply.code(404), demoMissingPage(shop));
      return sendPage(reply, demoProductPage(shop, product), { pictures: true });
    });
  };
}

/** What the address asks for, else the campaign that shows most of the gate, else the first, else none. */
function chooseCampaign(
  campaigns: readonly StartPageCampaign[],
  asked: string | string[] | undefined,
): DemoGate | null {
  if (typeof asked === 'string' && asked !== '')
    return campaigns.find(({ id }) => id === asked) ?? { id: asked, accessType: null };
  const richest = campaigns.find((campaign) => campaign.accessType === AccessType.PASSWORD_OR_EMAIL);
  return richest ?? campaigns[0] ?? null;
}
