import { v7 as uuidv7 } from 'uuid';
import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import { likeText } from '../platform/database/like-text.ts';
import { type Email, readEmail } from '../platform/email.ts';
import { type Page, type PageRequest, readPage } from '../platform/graphql/connection.ts';
import { isUuid } from '../platform/uuid.ts';
import type { Guest, WaitingListEntry } from './guest-list.type.ts';
import type { CampaignKey } from './guest-list-upload.ts';

const BY_ADDRESS = { column: 'emailKey', direction: 'asc', unique: 'emailKey' } as const;
const FIRST_COME_FIRST = { column: 'createdAt', direction: 'asc' } as const;

/** Who may come in by e-mail where the guest list decides, and who waits. */
export class GuestListService {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Whether an address is on the campaign's guest list; `emailKey` as `readEmail` made it. */
  async isGuest({ shop, id: campaignId }: CampaignKey, emailKey: string): Promise<boolean> {
    const where = { shop_campaignId_emailKey: { shop, campaignId, emailKey } };
    return (await this.#prisma.guest.findUnique({ where, select: { shop: true } })) !== null;
  }

  /**
   * Keeps an address that wants to hear; once, however often it comes. Keeps nothing where the campaign is gone or has no
   * waiting list any more. Raw: Prisma has no word for an insert that depends on another row.
   */
  async joinWaitingList({ shop, id }: CampaignKey, { address, key }: Email): Promise<void> {
    await this.#prisma.$executeRaw`
      INSERT INTO "WaitingListEntry" (shop, id, "campaignId", email, "emailKey")
      SELECT c.shop, ${uuidv7()}::uuid, c.id, ${address}, ${key} FROM "EarlyAccessCampaign" c
       WHERE c.shop = ${shop} AND c.id = ${id}::uuid AND c."hasWaitingList" FOR KEY SHARE
      ON CONFLICT (shop, "campaignId", "emailKey") DO NOTHING`;
  }

  /** The guest list by address; `query` finds a part of an address, in any case. Another shop's campaign has none. */
  async guests({ shop, id }: CampaignKey, request: PageRequest, query?: string): Promise<Page<Guest>> {
    const text = query?.trim().normalize('NFKC').toLowerCase();
    const found: Prisma.GuestWhereInput = {
      ...{ shop, campaignId: id },
      ...(text ? { emailKey: { contains: likeText(text) } } : {}),
    };
    return readPage(
      request,
      BY_ADDRESS,
      ({ where, ...page }) => this.#prisma.guest.findMany({ where: { AND: [found, where] }, ...page }),
      () => this.#prisma.guest.count({ where: found }),
    );
  }

  /** How many guests each campaign has, in one statement; a campaign without guests is left out. */
  async countGuests(shop: string, campaignIds: readonly string[]): Promise<Map<string, number>> {
    const where = { shop, campaignId: { in: campaignIds.filter(isUuid) } };
    const counts = await this.#prisma.guest.groupBy({ by: ['campaignId'], where, _count: true });
    return new Map(counts.map(({ campaignId, _count }) => [campaignId, _count]));
  }

  /** Empties the guest list. Who came in before stays in. */
  async clear({ shop, id: campaignId }: CampaignKey): Promise<void> {
    await this.#prisma.guest.deleteMany({ where: { shop, campaignId } });
  }

  /** Whether an address waits at the campaign; `emailKey` as `readEmail` made it. */
  async isWaiting({ shop, id: campaignId }: CampaignKey, emailKey: string): Promise<boolean> {
    return (await this.#prisma.waitingListEntry.count({ where: { shop, campaignId, emailKey } })) > 0;
  }

  /** Puts one address on the guest list; false where it is none. Once more changes nothing. */
  async addGuest({ shop, id: campaignId }: CampaignKey, typed: string): Promise<boolean> {
    const emailKey = readEmail(typed)?.key;
    if (emailKey === undefined) return false;
    await this.#prisma.guest.createMany({ data: [{ shop, campaignId, emailKey }], skipDuplicates: true });
    return true;
  }

  /** Takes one address off the guest list, however it is written; false when it was not on it. Who came in before stays in. */
  async removeGuest({ shop, id: campaignId }: CampaignKey, typed: string): Promise<boolean> {
    const emailKey = readEmail(typed)?.key;
    if (emailKey === undefined) return false;
    return (await this.#prisma.guest.deleteMany({ where: { shop, campaignId, emailKey } })).count === 1;
  }

  /** Forgets somebody who waits; false when there is nobody with this id. */
  async removeFromWaitingList(shop: string, id: string): Promise<boolean> {
    return isUuid(id) && (await this.#prisma.waitingListEntry.deleteMany({ where: { shop, id } })).count === 1;
  }

  /**
   * Puts who waits on the guest list and takes them off the waiting list, in one step: their addresses, as they typed them. Ids of
   * nobody who waits at this campaign are left out. Raw: Prisma has no word for moving rows while their campaign is kept from being deleted.
   */
  async admit({ shop, id }: CampaignKey, entryIds: readonly string[]): Promise<string[]> {
    const admitted = await this.#prisma.$queryRaw<{ email: string }[]>`
      WITH campaign AS (
        SELECT shop, id FROM "EarlyAccessCampaign" WHERE shop = ${shop} AND id = ${id}::uuid FOR KEY SHARE
      ), gone AS (
        DELETE FROM "WaitingListEntry" w USING campaign
         WHERE w.shop = campaign.shop AND w."campaignId" = campaign.id AND w.id = ANY(${entryIds.filter(isUuid)}::uuid[])
        RETURNING w.shop, w."campaignId", w."emailKey", w.email
      ), added AS (
        INSERT INTO "Guest" (shop, "campaignId", "emailKey")
        SELECT shop, "campaignId", "emailKey" FROM gone ORDER BY "emailKey" ON CONFLICT DO NOTHING
      )
      SELECT email FROM gone`;
    return admitted.map(({ email }) => email);
  }

  /** Who waits: who came first stands first. Another shop's campaign has none. */
  async waitingList({ shop, id: campaignId }: CampaignKey, request: PageRequest): Promise<Page<WaitingListEntry>> {
    const found = { shop, campaignId };
    return readPage(
      request,
      FIRST_COME_FIRST,
      ({ where, ...page }) => this.#prisma.waitingListEntry.findMany({ where: { AND: [found, where] }, ...page }),
      () => this.#prisma.waitingListEntry.count({ where: found }),
    );
  }
}
