import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { isFromElsewhere, isLoopbackName } from '../../platform/http/own-machine.ts';
import { customerPrivacy, shopRedact } from '../webhook/webhook-events.ts';
import { handleOf } from '../world/product-wish.ts';
import { SHOP_PLANS, type ShopPlanName } from '../world/shop-plan.ts';
import type { ShopifyWorld } from '../world/shopify-world.ts';
import { PRODUCT_STATUSES } from '../world/stand-in-product.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';

/** Does something in a shop; `thing` is the id at the end of the address. */
type Act = (wish: { world: ShopifyWorld; shop: StandInShop; said: URLSearchParams; thing: string }) => unknown;

const price = z.string().regex(/^\d+(\.\d{1,2})?$/, 'A price looks like 34.00');
const whole = z.coerce.number().int();

/** What buttons of the frame do: `POST /store/{shop}/{act}` or `/store/{shop}/{act}/{thing}`, and back to the page that asked. */
const ACTS: Readonly<Record<string, Act>> = {
  install: ({ world, shop }) => world.install(shop.domain),
  uninstall: ({ world, shop }) => world.uninstall(shop.domain),
  scopes: ({ world, shop, said }) => world.updateScopes(shop.domain, said.getAll('scope')),
  revoke: ({ world, shop }) => world.tokens.revoke(shop.domain, { alsoRefreshTokens: false }),
  drain: ({ shop }) => shop.bucket.drain(10_000),
  rename: ({ world, shop, said }) => {
    const plan = SHOP_PLANS[said.get('plan') as ShopPlanName] ?? shop.plan;
    world.changeShop(shop.domain, { name: said.get('name') ?? shop.name, plan });
  },
  privacy: ({ world, shop, said }) => world.tell(privacyEvent(world, shop, said)),
  products: ({ shop, said, thing }) => {
    if (thing === '') addProduct(shop, said);
    else if (said.get('act') === 'delete') shop.catalog.deleteProduct(thing);
    else changeProduct(shop, thing, said);
  },
  collections: ({ shop, said, thing }) => {
    if (said.get('act') === 'delete') return shop.catalog.deleteCollection(thing);
    const title = said.get('title') ?? '';
    return shop.catalog.changeCollection(thing, { title, handle: handleOf(title) });
  },
  events: ({ world, thing }) => {
    const known = world.courier.deliveries.find(({ event }) => event.eventId === thing);
    if (known !== undefined) world.courier.take(known.event);
  },
};

/** The frame's buttons. Only pages of the stand-in's own may press them. */
export function actRoutes(world: ShopifyWorld): FastifyPluginAsync {
  return async (http) => {
    readForms(http);
    http.addHook('onRequest', async (request, reply) => {
      if (isLoopbackName(request.hostname) && !isFromElsewhere(request)) return;
      return reply.code(403).send({ error: 'Only the stand-in’s own pages may do this.' });
    });
    for (const [name, act] of Object.entries(ACTS)) {
      for (const path of [`/store/:shop/${name}`, `/store/:shop/${name}/:thing`]) {
        http.post<{ Params: { shop: string; thing?: string }; Body: URLSearchParams }>(path, async (request, reply) => {
          const { shop, thing = '' } = request.params;
          await act({ world, shop: world.shop(shop), said: request.body, thing });
          return reply.redirect(request.headers.referer ?? `/store/${shop}`, 303);
        });
      }
    }
  };
}

/** Reads forms of HTML within this part of the server. */
export function readForms(http: FastifyInstance): void {
  http.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );
}

function addProduct({ catalog }: StandInShop, said: URLSearchParams): void {
  catalog.addProduct({ title: said.get('title') ?? '', variants: [{ price: price.parse(said.get('price')) }] });
}

/** Only what differs, so that pressing the button tells of one change, not of three. */
function changeProduct({ catalog }: StandInShop, id: string, said: URLSearchParams): void {
  const product = catalog.product(id);
  const [variant] = product.variants;
  const status = z.enum(PRODUCT_STATUSES).parse(said.get('status'));
  const change = { price: price.parse(said.get('price')), inventoryQuantity: whole.parse(said.get('stock')) };
  const hasChanged = variant?.price !== change.price || variant.inventoryQuantity !== change.inventoryQuantity;
  if (status !== product.status) catalog.changeProduct(id, { status });
  if (variant !== undefined && hasChanged) catalog.changeVariant(variant.id, change);
}

function privacyEvent({ clock }: ShopifyWorld, shop: StandInShop, said: URLSearchParams) {
  const topic = z.enum(['customers/data_request', 'customers/redact', 'shop/redact']).parse(said.get('topic'));
  if (topic === 'shop/redact') return shopRedact(shop, clock.now());
  const customerId = /^\d+$/.test(said.get('customerId') ?? '') ? said.get('customerId') : null;
  return customerPrivacy(shop, topic, { email: said.get('email') ?? '', customerId, now: clock.now() });
}
