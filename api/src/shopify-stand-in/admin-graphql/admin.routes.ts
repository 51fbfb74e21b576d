import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { z } from 'zod';
import { Door } from '../door.ts';
import { API_VERSION } from '../world/api-version.ts';
import type { ShopifyWorld } from '../world/shopify-world.ts';
import { answerOperation } from './admin-answer.ts';

const body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

type AdminPost = FastifyRequest<{ Params: { version: string } }>;

/** `POST /admin/api/{version}/graphql.json` of a shop. */
export function adminRoutes(world: ShopifyWorld): FastifyPluginAsync {
  return async (http) => {
    const door = new Door(world, 'ADMIN', namesOf);
    door.guard(http);
    http.post<{ Params: { version: string } }>('/admin/api/:version/graphql.json', async (call, reply) => {
      const { status, content, cost } = await answerTo(world, call, door.faultOf(call)?.kind === 'THROTTLED');
      door.note(call, cost);
      return reply.code(status).header('x-shopify-api-version', API_VERSION).send(content);
    });
  };
}

async function answerTo(world: ShopifyWorld, call: AdminPost, isThrottled: boolean) {
  const shop = world.shopOf(call.headers);
  const grant = world.tokens.check(shop.domain, String(call.headers['x-shopify-access-token'] ?? ''));
  if (grant === null || shop.installation === null)
    return refusal(401, '[API] Invalid API key or access token (unrecognized login or wrong password)');
  if (call.params.version !== API_VERSION) {
    world.seen.violations.push(`Admin API version ${call.params.version}`);
    return refusal(404, 'Not Found');
  }
  const asked = body.safeParse(call.body);
  if (!asked.success) return refusal(400, { query: 'Required parameter missing or invalid' });
  const { query, variables, operationName } = asked.data;
  const granted = shop.installation.scopes;
  const scopes = grant.scopes.filter((scope) => granted.includes(scope));
  const given = { variables: variables ?? {}, operationName: operationName ?? null };
  return answerOperation({ query, ...given }, { world, shop, scopes, isThrottled });
}

function refusal(status: number, errors: string | object) {
  return { status, content: { errors }, cost: 0 };
}

/** The names that an operation goes by: its own, and its root fields. */
function namesOf({ body: sent }: FastifyRequest): readonly string[] {
  const asked = body.safeParse(sent);
  const document = asked.success ? parsed(asked.data.query) : null;
  return (document?.definitions ?? []).flatMap((definition) => {
    if (definition.kind !== 'OperationDefinition') return [];
    const fields = definition.selectionSet.selections.flatMap((one) => (one.kind === 'Field' ? [one.name.value] : []));
    return [...(definition.name ? [definition.name.value] : []), ...fields];
  });
}

function parsed(query: string): DocumentNode | null {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
