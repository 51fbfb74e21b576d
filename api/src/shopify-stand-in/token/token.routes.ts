import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { Door } from '../door.ts';
import type { ShopifyWorld } from '../world/shopify-world.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';
import { readIdToken } from './id-token.ts';

const request = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.string(),
  subject_token: z.string().optional(),
  subject_token_type: z.string().optional(),
  requested_token_type: z.string().optional(),
  expiring: z.string().optional(),
  refresh_token: z.string().optional(),
});
type TokenRequest = z.infer<typeof request>;

const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';
const REQUESTED = /^urn:shopify:params:oauth:token-type:(offline|online)-access-token$/;

/** `POST /admin/oauth/access_token` of a shop: an ID token, or a refresh token, for an access token. */
export function tokenRoutes(world: ShopifyWorld): FastifyPluginAsync {
  return async (http) => {
    new Door(world, 'TOKEN', ({ body }) => [grantOf(body)]).guard(http);
    http.post('/admin/oauth/access_token', async (call, reply) => {
      const shop = world.shopOf(call.headers);
      const read = request.safeParse(call.body);
      const answer = !read.success ? refusal('invalid_request') : answerTo(world, shop, read.data);
      if ('error' in answer) world.tokens.counts.refusals += 1;
      return reply.code('error' in answer ? 400 : 200).send(answer);
    });
  };
}

function answerTo(world: ShopifyWorld, shop: StandInShop, asked: TokenRequest) {
  const { apiKey, apiSecret } = world.app;
  if (asked.client_id !== apiKey || asked.client_secret !== apiSecret) return refusal('invalid_client');
  if (shop.installation === null) return refusal('application_cannot_be_found');
  const grantee = { shop: shop.domain, scopes: shop.installation.scopes };
  if (asked.grant_type === 'refresh_token') {
    const answer = world.tokens.refresh(asked.refresh_token ?? '', grantee);
    return answer ?? refusal('invalid_grant', 'This request requires an active refresh_token');
  }
  return asked.grant_type === EXCHANGE ? exchange(world, grantee, asked) : refusal('unsupported_grant_type');
}

function exchange(world: ShopifyWorld, grantee: { shop: string; scopes: readonly string[] }, asked: TokenRequest) {
  const { apiKey, apiSecret } = world.app;
  const kind = REQUESTED.exec(asked.requested_token_type ?? '')?.[1];
  if (kind === undefined || asked.subject_token_type !== ID_TOKEN) return refusal('invalid_request');
  const now = world.clock.now();
  const merchant = readIdToken(asked.subject_token ?? '', { shop: grantee.shop, apiKey, apiSecret, now });
  if (merchant === null) return refusal('invalid_subject_token');
  world.tokens.counts.exchanges += 1;
  if (kind === 'online') return world.tokens.giveOnline(grantee, merchant.sub);
  return asked.expiring === '1' ? world.tokens.giveExpiring(grantee) : world.tokens.giveLasting(grantee);
}

function refusal(error: string, error_description?: string) {
  return { error, ...(error_description === undefined ? {} : { error_description }) };
}

/** `refresh` or `exchange`, for whoever counts calls. */
function grantOf(body: unknown): string {
  return request.safeParse(body).data?.grant_type === 'refresh_token' ? 'refresh' : 'exchange';
}
