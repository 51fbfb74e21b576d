import type { Destination, Prisma, ReceiptState } from '../../../prisma/client/client.ts';
import { likeText } from '../platform/database/like-text.ts';
import { readEmail } from '../platform/email.ts';
import { isUuid } from '../platform/uuid.ts';

/** Which sign-ups of a shop are meant; what is left out narrows nothing. */
export interface SignupFilter {
  /** One that the shop has not has no sign-ups. */
  readonly campaignId?: string | null | undefined;
  /** The beginning of an e-mail address, however it is written. */
  readonly query?: string | null | undefined;
  readonly acceptsMarketing?: boolean | null | undefined;
  readonly standings?: readonly WantedStanding[] | null | undefined;
  /** The page with the gate, as `Signup.page` tells it. */
  readonly page?: string | null | undefined;
  readonly from?: Date | null | undefined;
  /** Exclusive. */
  readonly to?: Date | null | undefined;
}

/** Where a sign-up is to stand at a destination; without states: it has no receipt there. */
export interface WantedStanding {
  readonly destination: Destination;
  readonly states: readonly ReceiptState[];
}

/** Whether only the campaign narrows the list: then how many there are is known without looking at them. */
export function isNarrowedByCampaignAlone(filter: SignupFilter): boolean {
  const { acceptsMarketing, standings, page, from, to } = filter;
  const others = [acceptsMarketing, page, from, to];
  return beginningOf(filter) === '' && !standings?.length && others.every((value) => value == null);
}

/**
 * Prisma's condition for these sign-ups. `campaignIds` are those that an address is searched in: the index that keeps addresses apart has
 * the campaign before the address.
 */
export function signupsWhere(
  shop: string,
  filter: SignupFilter,
  campaignIds: readonly string[],
): Prisma.SignupWhereInput {
  const { acceptsMarketing, standings, page, from, to } = filter;
  const beginning = beginningOf(filter);
  return {
    shop,
    ...(filter.campaignId == null && beginning === '' ? {} : { campaignId: { in: campaignIds.filter(isUuid) } }),
    ...(beginning === '' ? {} : { emailKey: { startsWith: likeText(beginning) } }),
    ...(acceptsMarketing == null ? {} : { acceptsMarketing }),
    ...(page == null ? {} : { consents: { some: { shop, page } } }),
    AND: [
      { createdAt: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } },
      ...(standings ?? []).map((standing) => standingWhere(shop, standing)),
    ],
  };
}

/** Whether an address is searched for, and so the campaigns to search in must be known. */
export function searchesAddress(filter: SignupFilter): boolean {
  return beginningOf(filter) !== '';
}

/** In the form of the keys that make two addresses the same: a whole address as they are made, a part of one as far as it goes. */
function beginningOf({ query }: SignupFilter): string {
  const typed = query?.trim() ?? '';
  return readEmail(typed)?.key ?? typed.normalize('NFKC').toLowerCase();
}

function standingWhere(shop: string, { destination, states }: WantedStanding): Prisma.SignupWhereInput {
  if (states.length === 0) return { receipts: { none: { shop, destination } } };
  return { receipts: { some: { shop, destination, state: { in: [...states] } } } };
}
