import type { PrismaClient } from '../../../prisma/client/client.ts';
import { Page, type PageRequest, readPage } from '../platform/graphql/connection.ts';
import { badArgument } from '../platform/graphql/cursor.ts';
import { isUuid } from '../platform/uuid.ts';
import type { Signup } from './signup.type.ts';
import type { SignupConsent } from './signup-consent.type.ts';
import { CountPrecision, type SignupCount } from './signup-count.type.ts';
import { isNarrowedByCampaignAlone, type SignupFilter, searchesAddress, signupsWhere } from './signup-filter.ts';
import { type FoundSignups, NEWEST_FIRST, reachOf } from './signup-reach.ts';

/** Sign-ups are counted one by one up to here: beyond it nobody compares numbers, and counting on would take seconds. */
const MOST_COUNTED = 10_000;

/** The sign-ups of a shop as its merchant looks through them. */
export class SignupReader {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** One sign-up; null for an id that the shop has not. */
  async find(shop: string, id: string): Promise<Signup | null> {
    return isUuid(id) ? this.#prisma.signup.findUnique({ where: { shop_id: { shop, id } } }) : null;
  }

  /**
   * Newest first. A campaign of another shop has none. Of a page that no index finds one look may bring fewer than were asked for, or
   * none, and the cursor to look on from. Throws BAD_USER_INPUT for a range that ends before it begins.
   */
  async list(shop: string, request: PageRequest, filter: SignupFilter): Promise<Page<Signup>> {
    const found = await this.found(shop, filter);
    const looked: { end: string | null } = { end: null };
    const page = await readPage(
      request,
      NEWEST_FIRST,
      async ({ where: _, ...rest }) => {
        const reach = await reachOf(this.#prisma, found, request);
        looked.end = reach.end;
        return this.#prisma.signup.findMany({ where: reach.where, ...rest });
      },
      () => this.#total(shop, filter, found),
    );
    if (page.pageInfo.hasNextPage || looked.end === null) return page;
    const pageInfo = { ...page.pageInfo, hasNextPage: true, endCursor: looked.end };
    return new Page(page.edges, pageInfo, () => page.totalCount);
  }

  /** How many there are, without ever looking at more than a few ten thousand. */
  async count(shop: string, filter: SignupFilter): Promise<SignupCount> {
    const found = await this.found(shop, filter);
    if (isNarrowedByCampaignAlone(filter)) {
      return { count: await this.#total(shop, filter, found), precision: CountPrecision.EXACT };
    }
    const { where, end } = await reachOf(this.#prisma, found, {});
    const seen = await this.#prisma.signup.count({ where, take: MOST_COUNTED + 1 });
    const isAll = end === null && seen <= MOST_COUNTED;
    return {
      count: Math.min(seen, MOST_COUNTED),
      precision: isAll ? CountPrecision.EXACT : CountPrecision.AT_LEAST,
    };
  }

  /** What each sign-up answered about marketing, oldest first, in the order of their ids; one statement. */
  async consents(shop: string, signupIds: readonly string[]): Promise<SignupConsent[][]> {
    const rows = await this.#prisma.consent.findMany({
      where: { shop, signupId: { in: [...signupIds] } },
      orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
    });
    const bySignup = Map.groupBy(rows, ({ signupId }) => signupId);
    return signupIds.map((id) => bySignup.get(id) ?? []);
  }

  /** The sign-ups that a filter means. Throws BAD_USER_INPUT as `list` does. */
  async found(shop: string, filter: SignupFilter): Promise<FoundSignups> {
    const { campaignId, from, to } = filter;
    if (from && to && from >= to) throw badArgument('filter', 'must have `from` before `to`');
    const campaignIds = campaignId == null && searchesAddress(filter) ? await this.#campaignIds(shop) : [campaignId];
    const ids = campaignIds.flatMap((id) => id ?? []);
    return {
      where: signupsWhere(shop, filter, ids),
      looked: filter.page == null ? null : signupsWhere(shop, { ...filter, page: null }, ids),
    };
  }

  /** Campaigns count their own sign-ups, so that nobody has to go through millions for that. */
  async #total(shop: string, filter: SignupFilter, { where }: FoundSignups): Promise<number> {
    if (!isNarrowedByCampaignAlone(filter)) return this.#prisma.signup.count({ where });
    const { campaignId } = filter;
    if (campaignId != null && !isUuid(campaignId)) return 0;
    const { _sum } = await this.#prisma.earlyAccessCampaign.aggregate({
      where: { shop, ...(campaignId == null ? {} : { id: campaignId }) },
      _sum: { totalSignups: true },
    });
    return _sum.totalSignups ?? 0;
  }

  async #campaignIds(shop: string): Promise<string[]> {
    const rows = await this.#prisma.earlyAccessCampaign.findMany({ where: { shop }, select: { id: true } });
    return rows.map(({ id }) => id);
  }
}
