import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FaultDoor, ShopifyFault } from './world/shopify-faults.ts';
import type { ShopifyWorld } from './world/shopify-world.ts';

/** What a call goes by at a door. */
type NamesOf = (request: FastifyRequest) => readonly string[];

/** One of Shopify's doors: faults strike here, and every call is remembered. */
export class Door {
  private readonly faults = new WeakMap<FastifyRequest, ShopifyFault>();
  private readonly costs = new WeakMap<FastifyRequest, number>();
  private readonly world: ShopifyWorld;
  private readonly door: FaultDoor;
  private readonly namesOf: NamesOf;

  constructor(world: ShopifyWorld, door: FaultDoor, namesOf: NamesOf) {
    this.world = world;
    this.door = door;
    this.namesOf = namesOf;
  }

  /** Watches every route of this part of the server. */
  guard(http: FastifyInstance): void {
    http.addHook('preHandler', (request, reply) => this.strike(request, reply));
    http.addHook('onSend', async (request, _reply, payload) => {
      if (this.faultOf(request)?.kind === 'LOST') request.raw.socket.destroy();
      return payload;
    });
    http.addHook('onResponse', async (request, reply) => this.remember(request, reply.statusCode));
    http.addHook('onRequestAbort', async (request) => this.remember(request, 0));
  }

  /** The fault that struck this call; null: none. */
  faultOf(request: FastifyRequest): ShopifyFault | null {
    return this.faults.get(request) ?? null;
  }

  /** Writes down what a call cost. */
  note(request: FastifyRequest, cost: number): void {
    this.costs.set(request, cost);
  }

  private async strike(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const shop = shopNameOf(request);
    const fault = this.world.faults.draw({ door: this.door, shop, operations: this.namesOf(request) });
    if (fault === null) return undefined;
    this.faults.set(request, fault);
    switch (fault.kind) {
      case 'STATUS':
        if (fault.retryAfterSeconds !== null) reply.header('retry-after', fault.retryAfterSeconds);
        return reply.code(fault.status).send({ errors: `A fault that was asked for: ${fault.status}.` });
      case 'HANG':
        return new Promise(() => {});
      case 'SLOW':
        return wait(fault.delayMs);
      case 'REVOKED':
        return void this.world.tokens.revoke(shop, { alsoRefreshTokens: false });
      default:
        return undefined;
    }
  }

  private remember(request: FastifyRequest, status: number): void {
    this.world.seen.add({
      ...{ door: this.door, shop: shopNameOf(request), operations: this.namesOf(request), status },
      ...{ cost: this.costs.get(request) ?? 0, at: this.world.clock.now() },
    });
  }
}

function shopNameOf({ headers }: FastifyRequest): string {
  return String(headers['x-shopify-stand-in-shop'] ?? '');
}
