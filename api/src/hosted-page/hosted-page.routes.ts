import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { sendPage } from '../platform/http/page.ts';
import { type HostedCampaign, hostedPage, outOfReachPage, unknownLinkPage } from './hosted-page.ts';

/** What the hosted pages need from the rest of the house. */
export interface HostedPageDependencies {
  /** The campaign that a secret link leads to, or null when there is none (any more). It must change nothing. */
  findBySecretLink(secret: string): Promise<HostedCampaign | null>;
}

/** The form of every secret we ever made: anything else is answered without asking the database. */
const SECRET = /^[A-Za-z0-9_-]{16,128}$/;

const RETRY_AFTER_SECONDS = '5';

/**
 * `/c/<secret link>`: a campaign's hosted page. A GET spends nothing: mail scanners and link previews open such addresses
 * before people do. What the link is worth is asked for by the widget.
 */
export function hostedPageRoutes({ findBySecretLink }: HostedPageDependencies): FastifyPluginAsync {
  return async (http) => {
    http.setErrorHandler((fault, request, reply) => {
      request.log.error({ err: fault }, 'A hosted page could not be made');
      return sendPage(keepPrivate(reply).code(503).header('retry-after', RETRY_AFTER_SECONDS), outOfReachPage());
    });
    http.get<{ Params: { secret: string } }>('/c/:secret', async (request, reply) => {
      const { secret } = request.params;
      const campaign = SECRET.test(secret) ? await findBySecretLink(secret) : null;
      if (!campaign) return sendPage(keepPrivate(reply).code(404), unknownLinkPage());
      return sendPage(keepPrivate(reply), hostedPage(campaign, secret), { pictures: true });
    });
  };
}

function keepPrivate(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex, nofollow');
}
