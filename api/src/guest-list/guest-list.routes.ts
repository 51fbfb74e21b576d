import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { CampaignService } from '../campaign/campaign.service.ts';
import { BAD_CSV, csvUploadRoutes, UploadRefused } from '../platform/http/csv-upload.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { Authenticate } from '../shop/authentication.ts';
import { requireScope } from '../shop/authorization.ts';
import { NotAGuestList } from './guest-columns.ts';
import { CampaignGone, type CampaignKey, type GuestListUpload } from './guest-list-upload.ts';

/** What the upload's route needs from the rest of the house. */
export interface GuestListRoutesParts {
  readonly guestListUpload: GuestListUpload;
  readonly campaigns: CampaignService;
  readonly authenticate: Authenticate;
}

const NOT_FOUND = [404, 'NOT_FOUND'] as const;

/**
 * `POST /admin/campaigns/<id>/guest-list`: a CSV with a column of addresses as the body, `text/csv`, at most 200 MB; the
 * answer is the `GuestListUploadResult`. Adds to the list; nobody is taken off it. The progress of the upload is that of
 * the work. Needs the scope `write_campaigns`. Refuses with 400, 401, 403, 404, 413 or 415.
 */
export function guestListRoutes(parts: GuestListRoutesParts): FastifyPluginAsync {
  return csvUploadRoutes<CampaignKey>({
    url: '/admin/campaigns/:id/guest-list',
    authorize: (request) => campaignOf(request, parts),
    take: (source, campaign) => parts.guestListUpload.add(campaign, source).catch(refuse),
  });
}

async function campaignOf(request: FastifyRequest, { authenticate, campaigns }: GuestListRoutesParts) {
  const principal = await authenticate(request);
  requireScope(principal, ApiTokenScope.write_campaigns);
  const { id } = request.params as { readonly id: string };
  const campaign = await campaigns.find(principal.shop, id);
  if (campaign === null) throw new UploadRefused(NOT_FOUND, 'There is no campaign with this id.');
  return campaign;
}

function refuse(cause: unknown): never {
  if (cause instanceof NotAGuestList) throw new UploadRefused(BAD_CSV, cause.message, { cause });
  if (cause instanceof CampaignGone) throw new UploadRefused(NOT_FOUND, cause.message, { cause });
  throw cause;
}
