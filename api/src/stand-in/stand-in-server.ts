import fastify from 'fastify';
import { controlRoutes } from './control.routes.ts';
import type { StandInWorld } from './stand-in-world.ts';
import { vendorStandIn } from './vendor-stand-in.ts';

/** A stand-in that listens on this machine. */
export interface RunningStandIn {
  /** `http://127.0.0.1:PORT`, under which the vendors and `/control` stand. */
  readonly address: string;
  /** What the product must take for `https://a.klaviyo.com`. */
  readonly klaviyoUrl: string;
  /** What the product must take for `https://api.omnisend.com/api`. */
  readonly omnisendUrl: string;
  close(): Promise<void>;
}

/** Starts the vendors' stand-in by itself on the loopback address. Port 0: a free one. */
export async function startStandIn(world: StandInWorld, port = 0): Promise<RunningStandIn> {
  const http = fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 200 } });
  await http.register(vendorStandIn(world));
  await http.register(controlRoutes(world), { prefix: '/control' });
  const address = await http.listen({ host: '127.0.0.1', port });
  return {
    address,
    klaviyoUrl: `${address}/klaviyo`,
    omnisendUrl: `${address}/omnisend`,
    close: () => http.close(),
  };
}
