import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Happening } from '../analytics/happening.ts';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import { campaignBehind, type HostedPageParts, keepPrivate } from './hosted-parts.ts';

/** A GIF of one transparent pixel. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** `/c/<secret link>/view.gif`: counts one view of the campaign behind the link; the answer is the same for every secret. */
export function viewPictureRoute(http: FastifyInstance, parts: HostedPageParts): void {
  http.get('/c/:secret/view.gif', async (request: FastifyRequest<{ Params: { secret: string } }>, reply) => {
    const campaign = isPartOfThePage(request) ? await campaignBehind(parts, request.params.secret) : null;
    if (campaign) await parts.record([viewOf(parts, request, campaign)]);
    return keepPrivate(reply).type('image/gif').send(PIXEL);
  });
}

function viewOf(parts: HostedPageParts, request: FastifyRequest, { shop, id: campaignId }: GuardedCampaign): Happening {
  const who = `${parts.visitorAddressOf(request.ip)} ${request.headers['user-agent'] ?? ''}`;
  return { shop, campaignId, at: new Date(), kind: 'VIEW', traits: parts.traitsOf(request), who };
}

/** Another site's page must not count views here; older browsers do not say whose page it is. */
function isPartOfThePage({ headers }: FastifyRequest): boolean {
  return (headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin';
}
