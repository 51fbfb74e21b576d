import type { FastifyPluginAsync } from 'fastify';
import { vendorDesk } from './desk/vendor-desk.ts';
import { klaviyoManner } from './klaviyo/klaviyo-manner.ts';
import { klaviyoReading } from './klaviyo/klaviyo-reading.ts';
import { klaviyoSubscribing } from './klaviyo/klaviyo-subscribing.ts';
import { klaviyoWriting } from './klaviyo/klaviyo-writing.ts';
import { omnisendReading, omnisendWriting } from './omnisend/omnisend-endpoints.ts';
import { omnisendLists } from './omnisend/omnisend-lists.ts';
import { omnisendManner } from './omnisend/omnisend-manner.ts';
import type { StandInWorld } from './stand-in-world.ts';

/**
 * Klaviyo below `/klaviyo` and Omnisend below `/omnisend`, as far as this product talks to them: every request is held
 * against closed schemas of ours, what is written can be read, and the documented limits hold.
 */
export function vendorStandIn(world: StandInWorld): FastifyPluginAsync {
  return async (http) => {
    const klaviyo = {
      ...{ name: 'klaviyo' as const, manner: klaviyoManner, accounts: world.klaviyo },
      endpoints: [...klaviyoReading, ...klaviyoWriting, ...klaviyoSubscribing],
    };
    const omnisend = {
      ...{ name: 'omnisend' as const, manner: omnisendManner, accounts: world.omnisend },
      endpoints: [...omnisendReading, ...omnisendLists, ...omnisendWriting(world.seen)],
    };
    await http.register(vendorDesk(world, klaviyo), { prefix: '/klaviyo' });
    await http.register(vendorDesk(world, omnisend), { prefix: '/omnisend' });
  };
}
