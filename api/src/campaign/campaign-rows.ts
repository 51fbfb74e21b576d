import type { CampaignActionKind, Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import type { UserError } from '../platform/graphql/user-error.type.ts';
import { keepAudienceSince } from './audience-since.ts';
import { CAMPAIGN_PARTS, type CampaignRecord } from './campaign.record.ts';
import { type Actor, noteActions } from './campaign-actions.ts';
import { rowOf } from './campaign-change.ts';
import type { CampaignDetails } from './campaign-details.ts';
import type { CampaignKey, CampaignSecrets } from './campaign-secrets.ts';

/** A campaign's key and when it was first activated. */
interface KnownCampaign {
  readonly shop: string;
  readonly id: string;
  readonly activatedAt: Date | null;
}

/** Notes, in the transaction that changes a campaign of the shop, that what depends on it has to be looked at. */
export type NoteCampaignChange = (transaction: Prisma.TransactionClient, shop: string) => Promise<void>;

/** Writes a campaign's row with its first code and link, all of it or nothing. */
export class CampaignRows {
  readonly #prisma: PrismaClient;
  readonly #secrets: CampaignSecrets;
  readonly #noteChange: NoteCampaignChange;

  constructor(prisma: PrismaClient, secrets: CampaignSecrets, noteChange: NoteCampaignChange) {
    this.#prisma = prisma;
    this.#secrets = secrets;
    this.#noteChange = noteChange;
  }

  insert({ shop, id }: { shop: string; id: string }, details: CampaignDetails): Promise<void> {
    return this.#prisma.$transaction(async (transaction) => {
      await transaction.earlyAccessCampaign.create({ data: { shop, id, ...columnsOf(details, null) } });
      await this.#secrets.replacePassword(transaction, { shop, campaignId: id }, details.password);
      await this.#secrets.rotateLink(transaction, { shop, campaignId: id });
      await this.#noteChange(transaction, shop);
    });
  }

  /**
   * Edits a campaign as it stands now, whatever was made of it since somebody saw it: nothing that was done meanwhile is undone. Gives
   * what keeps the edit from being saved; null: the campaign is gone.
   */
  save({ shop, id }: { shop: string; id: string }, { edit, actor }: CampaignEdit): Promise<UserError[] | null> {
    return this.#prisma.$transaction(async (transaction) => {
      const record = await heldCampaign(transaction, { shop, id });
      if (record === null) return null;
      const { before, after, userErrors } = edit(record);
      if (userErrors.length > 0) return userErrors;
      const data = columnsOf(after, record.activatedAt);
      await transaction.earlyAccessCampaign.update({ where: { shop_id: { shop, id } }, data });
      await keepAudienceSince(transaction, { shop, campaignId: id }, { before, after });
      await this.#noteChange(transaction, shop);
      await noteActions(transaction, { shop, campaignId: id }, { kinds: actionsOf(before, after), actor });
      if (after.password === before.password) return [];
      await this.#secrets.replacePassword(transaction, { shop, campaignId: id }, after.password);
      return [];
    });
  }

  async setActive({ shop, id, activatedAt }: KnownCampaign, isActive: boolean, actor: Actor): Promise<void> {
    const data = activationOf(isActive, activatedAt);
    const kind = isActive ? 'ACTIVATED' : 'PAUSED';
    await this.#act({ shop, id }, { data, kind, actor });
  }

  /** Puts a campaign away, which pauses it, or takes it out again, paused. What stands so already is left as it is. */
  async setArchived({ shop, id }: { shop: string; id: string }, isArchived: boolean, actor: Actor): Promise<void> {
    const where = { shop, id, archivedAt: isArchived ? null : { not: null } };
    const data = isArchived ? { isActive: false, archivedAt: new Date() } : { archivedAt: null };
    await this.#act(where, { data, kind: isArchived ? 'ARCHIVED' : 'UNARCHIVED', actor });
  }

  /** Whether the gate lets in whoever asks. Gives how many campaigns that was. */
  setOpenToAll(where: { shop: string; id: string }, isOpenToAll: boolean, actor: Actor): Promise<number> {
    const kind = isOpenToAll ? 'OPENED_TO_ALL' : 'CLOSED_TO_ALL';
    return this.#act(where, { data: { isOpenToAll }, kind, actor });
  }

  /** With its codes, links and sign-ups. Gives how many campaigns that was. */
  delete(where: { shop: string; id: string }): Promise<number> {
    return this.#change(where.shop, (campaigns) => campaigns.deleteMany({ where }));
  }

  /** The merchant no longer wants the products of these campaigns hidden. Gives how many campaigns that was. */
  stopHiding(where: { shop: string; id?: string }): Promise<number> {
    const data = { hidesProducts: false };
    return this.#change(where.shop, (campaigns) => campaigns.updateMany({ where, data }));
  }

  /** Makes a new link in the place of the one with this id, or of the first one; false where there is none with this id. */
  rotateLink(key: CampaignKey, linkId: string | null): Promise<boolean> {
    return this.#prisma.$transaction(async (transaction) => {
      if (linkId !== null) return this.#secrets.rotateNamedLink(transaction, key, linkId);
      await this.#secrets.rotateLink(transaction, key);
      return true;
    });
  }

  /** Passes of the epoch before open nothing from now on. Gives how many campaigns that was. */
  raisePassEpoch(where: { shop: string; id: string }, actor: Actor): Promise<number> {
    return this.#act(where, { data: { passEpoch: { increment: 1 } }, kind: 'PASSES_REVOKED', actor });
  }

  /** Changes one campaign and notes who did it. */
  #act(where: OneCampaign, { data, kind, actor }: CampaignAct): Promise<number> {
    return this.#prisma.$transaction(async (transaction) => {
      const { count } = await transaction.earlyAccessCampaign.updateMany({ where, data });
      await this.#noteChange(transaction, where.shop);
      const key = { shop: where.shop, campaignId: where.id };
      if (count > 0) await noteActions(transaction, key, { kinds: [kind], actor });
      return count;
    });
  }

  #change(
    shop: string,
    change: (campaigns: Prisma.TransactionClient['earlyAccessCampaign']) => Promise<{ count: number }>,
  ): Promise<number> {
    return this.#prisma.$transaction(async (transaction) => {
      const { count } = await change(transaction.earlyAccessCampaign);
      await this.#noteChange(transaction, shop);
      return count;
    });
  }
}

/** What the merchant saves of a campaign, and who that is. */
export interface CampaignEdit {
  /** What the edit makes of the campaign as it stands. */
  readonly edit: (record: CampaignRecord) => EditedDetails;
  readonly actor: Actor;
}

/** A campaign before and after an edit, and what keeps it from being saved. */
export interface EditedDetails {
  readonly before: CampaignDetails;
  readonly after: CampaignDetails;
  readonly userErrors: UserError[];
}

/** A campaign that nobody else changes until the transaction ends; Prisma has no word for the lock. */
async function heldCampaign(
  transaction: Prisma.TransactionClient,
  { shop, id }: { shop: string; id: string },
): Promise<CampaignRecord | null> {
  await transaction.$queryRaw`
    SELECT 1 FROM "EarlyAccessCampaign" WHERE shop = ${shop} AND id = ${id}::uuid FOR NO KEY UPDATE`;
  // A statement of its own: the one that waits for the lock would read what was there before it waited.
  return transaction.earlyAccessCampaign.findUnique({ where: { shop_id: { shop, id } }, include: CAMPAIGN_PARTS });
}

/** One campaign, on whatever condition. */
type OneCampaign = Prisma.EarlyAccessCampaignWhereInput & { readonly shop: string; readonly id: string };

interface CampaignAct {
  readonly data: Prisma.EarlyAccessCampaignUpdateManyMutationInput;
  readonly kind: CampaignActionKind;
  readonly actor: Actor;
}

/** What of a saved form is worth being noted with its name. */
function actionsOf(before: CampaignDetails, after: CampaignDetails): CampaignActionKind[] {
  const isMoved = before.endsAt?.getTime() !== after.endsAt?.getTime();
  return [
    ...(before.isActive === after.isActive ? [] : [after.isActive ? ('ACTIVATED' as const) : ('PAUSED' as const)]),
    ...(isMoved ? ['END_CHANGED' as const] : []),
    ...(before.password === after.password || after.password === null ? [] : ['CODE_REPLACED' as const]),
  ];
}

function columnsOf(details: CampaignDetails, activatedBefore: Date | null) {
  return { ...rowOf(details), ...activationOf(details.isActive, activatedBefore) };
}

/** What is activated comes out of the archive. The first activation stays on record: before it a campaign is a draft, after it paused. */
function activationOf(isActive: boolean, activatedBefore: Date | null) {
  return isActive ? { isActive, activatedAt: activatedBefore ?? new Date(), archivedAt: null } : { isActive };
}
