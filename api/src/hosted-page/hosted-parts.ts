import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import type { AccessReader } from '../gate/access.reader.ts';
import type { Access } from '../gate/access.type.ts';
import type { Page } from '../platform/http/page.ts';
import { sendPage } from '../platform/http/page.ts';
import type { Seal } from '../platform/seal.ts';
import type { HostedGate, JoinWaitingList } from './hosted-entry.ts';
import { HostedWording } from './hosted-wording.ts';
import type { ShownProduct } from './pass-page.ts';

/** What the hosted pages need from the rest of the house. */
export interface HostedPageParts {
  /** The campaign that a secret link leads to, or null when there is none (any more). It must change nothing. */
  findBySecretLink(secret: string): Promise<GuardedCampaign | null>;
  readonly gate: HostedGate;
  /** Puts an address on a campaign's waiting list; answers `GateDenied` or `InvalidInput` where it cannot. */
  joinWaitingList: JoinWaitingList;
  readonly access: Pick<AccessReader, 'byPass'>;
  /** Counts that a campaign's page was seen. */
  recordView(view: { readonly shop: string; readonly campaignId: string }): Promise<void>;
  /** The products that a pass opens, in the merchant's order. */
  productsOf(access: Access): Promise<readonly ShownProduct[]>;
  /** A shop's IANA zone. */
  timeZoneOf(shop: string): Promise<string>;
  /** By what a visitor's wrong guesses are counted. */
  visitorAddressOf(ip: string): string;
  readonly seal: Seal;
  /** This server's public address, without a slash at its end. */
  readonly publicUrl: string;
}

/** The form of every secret we ever made: anything else is answered without asking the database. */
const SECRET = /^[A-Za-z0-9_-]{16,128}$/;

/** The campaign behind a secret; null for whatever is wrong with it. */
export async function campaignBehind(parts: HostedPageParts, secret: string): Promise<GuardedCampaign | null> {
  return SECRET.test(secret) ? parts.findBySecretLink(secret) : null;
}

/** The words of a campaign for whoever asks. */
export async function wordingFor(
  parts: HostedPageParts,
  { headers }: FastifyRequest,
  campaign: GuardedCampaign,
): Promise<HostedWording> {
  return new HostedWording(headers['accept-language'], {
    shopName: campaign.shopName,
    timeZone: await parts.timeZoneOf(campaign.shop),
    texts: new Map(Object.entries(campaign.texts)),
  });
}

/** Answers with a page that nobody keeps, indexes or passes on. */
export function sendPrivately(reply: FastifyReply, page: Page): FastifyReply {
  return sendPage(keepPrivate(reply), page, { pictures: true, forms: true });
}

/** Tells caches and search engines to leave an answer alone. */
export function keepPrivate(reply: FastifyReply): FastifyReply {
  return reply
    .header('cache-control', 'private, no-store')
    .header('vary', 'accept-language, cookie')
    .header('x-robots-tag', 'noindex, nofollow');
}
