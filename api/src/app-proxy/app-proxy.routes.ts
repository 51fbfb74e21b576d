import type { FastifyError, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { gateCampaignOf } from '../gate/gate-campaign.type.ts';
import { campaignBehind, type HostedPageParts, keepPrivate, wordingFor } from '../hosted-page/hosted-parts.ts';
import { visitorLanguage } from '../hosted-page/visitor-language.ts';
import { problemOf } from '../platform/http/http-error.ts';
import { noteForLog } from '../platform/http/request-log.ts';
import { withoutSecurityHeaders } from '../platform/http/security-headers.ts';
import { retryAfterSeconds } from '../platform/unavailable.ts';
import { type ProxyTrust, signedShop } from './proxy-signature.ts';
import { themePage, unknownThemePage, unreachableThemePage } from './theme-page.ts';

/** What the pages inside the shops' themes need from the rest of the house. */
export interface AppProxyParts {
  /** Of the hosted page: the same campaigns by the same links, in the same words. */
  readonly pages: HostedPageParts;
  readonly trust: ProxyTrust;
}

type SecretRequest = FastifyRequest<{ Params: { secret: string } }>;

/** The shops that Shopify vouched for, by request. */
const vouchedShops = new WeakMap<FastifyRequest, string>();

/**
 * `/proxy/*`: what Shopify's app proxy forwards from `https://SHOP/apps/vip/*`. Whatever Shopify did not sign is answered as if there
 * were nothing here. `/proxy/c/<secret link>` is a campaign's page inside the shop's theme, for campaigns of the signed shop alone.
 * Nothing is taken by POST: its body is not signed, and the element asks the public API itself.
 */
export function appProxyRoutes({ pages, trust }: AppProxyParts): FastifyPluginAsync {
  return async (http) => {
    http.addHook('onRequest', async (request, reply) => {
      const shop = signedShop(queryOf(request), trust);
      if (shop === null) return reply.callNotFound();
      vouchedShops.set(request, shop);
      noteForLog(request, { shop });
    });
    http.setErrorHandler<FastifyError>(sendFault);
    // The page stands in the shop's theme, where a policy of ours would forbid what the theme itself needs.
    http.get('/proxy/c/:secret', (request: SecretRequest, reply) => {
      withoutSecurityHeaders(reply);
      return show(pages, request, reply);
    });
  };
}

async function show(pages: HostedPageParts, request: SecretRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { secret } = request.params;
  const found = await campaignBehind(pages, secret);
  if (found === null || found.shop !== vouchedShops.get(request)) {
    return sendLiquid(reply.code(404), unknownThemePage(languageOf(request)));
  }
  const wording = await wordingFor(pages, request, found);
  const parts = { campaign: gateCampaignOf(found), wording, secret, publicUrl: pages.publicUrl };
  return sendLiquid(reply, themePage(parts));
}

/** What a visitor reads when we fail; the log has the rest. */
function sendFault(fault: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  noteForLog(request, { outcome: problemOf(fault, request).code });
  return sendLiquid(
    reply.code(503).header('retry-after', retryAfterSeconds()),
    unreachableThemePage(languageOf(request)),
  );
}

/** Shopify draws a Liquid template inside the theme; HTML it would hand through as a page of its own. */
function sendLiquid(reply: FastifyReply, template: string): FastifyReply {
  return keepPrivate(reply).type('application/liquid; charset=utf-8').send(template);
}

function queryOf({ url }: FastifyRequest): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start + 1);
}

function languageOf({ headers }: FastifyRequest) {
  return visitorLanguage(headers['accept-language']);
}
