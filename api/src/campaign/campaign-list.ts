import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import { likeText } from '../platform/database/like-text.ts';
import type { ListOrder } from '../platform/graphql/cursor.ts';
import { type CampaignFilterInput, CampaignSortKey } from './campaign-list.input.ts';
import { CampaignStatus } from './campaign-status.ts';

/** Which campaigns a list shows, and in which order. */
export interface CampaignListWish {
  /** A part of the name, in any case. */
  readonly query?: string | null | undefined;
  readonly filter?: CampaignFilterInput | null | undefined;
  readonly sortKey: CampaignSortKey;
  readonly reverse?: boolean;
  /** True: those that were put away, which are not among the others. */
  readonly isArchived?: boolean;
}

/** Prisma's name for the column to which the places taken are compared. */
export type CapacityColumn = PrismaClient['earlyAccessCampaign']['fields']['capacity'];

type Condition = Prisma.EarlyAccessCampaignWhereInput;

const ORDERS: Readonly<Record<CampaignSortKey, ListOrder>> = {
  [CampaignSortKey.CREATED_AT]: { column: 'createdAt', direction: 'desc' },
  [CampaignSortKey.UPDATED_AT]: { column: 'updatedAt', direction: 'desc' },
  [CampaignSortKey.NAME]: { column: 'name', direction: 'asc' },
  [CampaignSortKey.STARTS_AT]: { column: 'startsAt', direction: 'asc', isNullable: true },
};

/** The order that is wished for. */
export function orderOf({ sortKey, reverse = false }: CampaignListWish): ListOrder {
  const order = ORDERS[sortKey];
  if (!reverse) return order;
  return { ...order, direction: order.direction === 'asc' ? 'desc' : 'asc' };
}

/** The campaigns that are wished for, as they stand at an instant: the database leaves out the others, so that pages are full. */
export function conditionOf(
  { query, filter, isArchived = false }: CampaignListWish,
  instant: Date,
  capacity: CapacityColumn,
): Condition {
  const name = query?.trim();
  const { statuses, accessTypes } = filter ?? {};
  const conditions: Condition[] = [{ archivedAt: isArchived ? { not: null } : null }];
  if (name) conditions.push({ name: { contains: likeText(name), mode: 'insensitive' } });
  if (accessTypes?.length) conditions.push({ accessType: { in: accessTypes } });
  if (statuses?.length) conditions.push({ OR: statuses.map((status) => statusCondition(status, instant, capacity)) });
  return { AND: conditions };
}

/** What `campaignStatus` says, as a condition on a row; a test holds the two against each other. */
function statusCondition(status: CampaignStatus, instant: Date, capacity: CapacityColumn): Condition {
  const wasActivated: Condition = { OR: [{ isActive: true }, { activatedAt: { not: null } }] };
  const isOver: Condition = { OR: [{ archivedAt: { not: null } }, { endsAt: { lte: instant } }] };
  // A comparison with nothing is neither true nor false, so that each side is said in full.
  const isNotOver: Condition = { archivedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: instant } }] };
  const hasBegun: Condition = { OR: [{ startsAt: null }, { startsAt: { lte: instant } }] };
  const hasPlaces: Condition = { OR: [{ capacity: null }, { totalPasses: { lt: capacity } }] };
  const conditions: Readonly<Record<CampaignStatus, Condition>> = {
    [CampaignStatus.DRAFT]: { isActive: false, activatedAt: null },
    [CampaignStatus.ENDED]: { AND: [wasActivated, isOver] },
    [CampaignStatus.PAUSED]: { AND: [{ isActive: false, activatedAt: { not: null } }, isNotOver] },
    [CampaignStatus.SCHEDULED]: { AND: [{ isActive: true, startsAt: { gt: instant } }, isNotOver] },
    [CampaignStatus.FULL]: { AND: [{ isActive: true, totalPasses: { gte: capacity } }, isNotOver, hasBegun] },
    [CampaignStatus.LIVE]: { AND: [{ isActive: true }, isNotOver, hasBegun, hasPlaces] },
  };
  return conditions[status];
}
