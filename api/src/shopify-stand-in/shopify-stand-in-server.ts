import fastify, { type FastifyInstance } from 'fastify';
import { adminRoutes } from './admin-graphql/admin.routes.ts';
import { bulkFileRoutes } from './admin-graphql/bulk-file.routes.ts';
import { actRoutes } from './frame/act.routes.ts';
import { frameRoutes } from './frame/frame.routes.ts';
import { pictureRoutes } from './storefront/picture.routes.ts';
import { storefrontRoutes } from './storefront/storefront.routes.ts';
import { tokenRoutes } from './token/token.routes.ts';
import { type ShopifyWorld, UnknownShop } from './world/shopify-world.ts';

/** A stand-in that listens on this machine. */
export interface RunningShopify {
  /** `http://127.0.0.1:PORT`: what `SHOPIFY_STAND_IN_URL` must say. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts Shopify's stand-in on the loopback address. Port 0: a free one. */
export async function startShopifyStandIn(world: ShopifyWorld, port = 0): Promise<RunningShopify> {
  const http = fastify({ forceCloseConnections: true });
  answerUnknownShops(http);
  await http.register(tokenRoutes(world));
  await http.register(adminRoutes(world));
  await http.register(bulkFileRoutes(world));
  await http.register(frameRoutes(world));
  await http.register(actRoutes(world));
  await http.register(storefrontRoutes(world));
  await http.register(pictureRoutes);
  world.address = await http.listen({ host: '127.0.0.1', port });
  return {
    url: world.address,
    close: async () => {
      await http.close();
      await world.close();
    },
  };
}

function answerUnknownShops(http: FastifyInstance): void {
  http.setErrorHandler((fault, _request, reply) => {
    if (fault instanceof UnknownShop) return reply.code(404).send({ errors: 'Not Found' });
    throw fault;
  });
}
