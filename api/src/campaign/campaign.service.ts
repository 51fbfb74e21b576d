import { v7 as uuidv7 } from 'uuid';
import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import type { CatalogService } from '../catalog/catalog.service.ts';
import { likeText } from '../platform/database/like-text.ts';
import { type Page, type PageRequest, readPage } from '../platform/graphql/connection.ts';
import { type UserError, UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';
import { isUuid } from '../platform/uuid.ts';
import { type CampaignCreateInput, CampaignSortKey, type CampaignUpdateInput } from './campaign.input.ts';
import type { CampaignChange, CampaignDeletePayload } from './campaign.payload.ts';
import { CAMPAIGN_PARTS, type CampaignRecord, type CampaignView } from './campaign.record.ts';
import type { EarlyAccessCampaign } from './campaign.type.ts';
import { type CampaignAction, CampaignActionKind } from './campaign-action.type.ts';
import type { Actor } from './campaign-actions.ts';
import { detailsAfter, detailsFromInput, detailsOf } from './campaign-change.ts';
import type { CampaignCopies } from './campaign-copies.ts';
import { type CampaignDetails, catalogProblems, detailsProblems, mailProblems } from './campaign-details.ts';
import type { CampaignRows } from './campaign-rows.ts';
import { isTaken } from './campaign-secrets.ts';
import { shopNames } from './shown-names.ts';

const ORDERS = {
  [CampaignSortKey.CREATED_AT]: { column: 'createdAt', direction: 'desc' },
  [CampaignSortKey.UPDATED_AT]: { column: 'updatedAt', direction: 'desc' },
  [CampaignSortKey.NAME]: { column: 'name', direction: 'asc' },
} as const;

const TAKEN = userError(['input', 'password'], UserErrorCode.TAKEN, 'Another code of this campaign is the same.');
const NO_CAMPAIGN = userError(['id'], UserErrorCode.NOT_FOUND, 'There is no campaign with this id.');

export interface CampaignServiceParts {
  readonly prisma: PrismaClient;
  readonly catalog: CatalogService;
  readonly rows: CampaignRows;
  readonly copies: CampaignCopies;
  readonly view: CampaignView;
  /** Whether mails can be sent: without it no campaign that confirms addresses is saved. */
  readonly canMail: boolean;
  /** What is wrong with the lists and tags that were not chosen `before`. */
  readonly audienceProblems: (
    shop: string,
    details: CampaignDetails,
    before: CampaignDetails | null,
  ) => Promise<UserError[]>;
}

/** The campaigns of a shop, as its merchant makes and changes them. Another shop's id is as if it did not exist. */
export class CampaignService {
  readonly #prisma: PrismaClient;
  readonly #catalog: CatalogService;
  readonly #rows: CampaignRows;
  readonly #copies: CampaignCopies;
  readonly #view: CampaignView;
  readonly #canMail: boolean;
  readonly #audienceProblems: CampaignServiceParts['audienceProblems'];

  constructor({ prisma, catalog, rows, copies, view, canMail, audienceProblems }: CampaignServiceParts) {
    this.#prisma = prisma;
    this.#catalog = catalog;
    this.#rows = rows;
    this.#copies = copies;
    this.#view = view;
    this.#canMail = canMail;
    this.#audienceProblems = audienceProblems;
  }

  async find(shop: string, id: string): Promise<EarlyAccessCampaign | null> {
    const record = await this.#record(shop, id);
    return record && this.#view.of(record);
  }

  /** Campaigns by their ids, in any order; unknown ones are left out. One statement however many. */
  async findMany(shop: string, ids: readonly string[]): Promise<EarlyAccessCampaign[]> {
    const where = { shop, id: { in: ids.filter(isUuid) } };
    const records = await this.#prisma.earlyAccessCampaign.findMany({ where, include: CAMPAIGN_PARTS });
    return records.map(this.#view.of);
  }

  /** `query` finds a part of the name, in any case; `isArchived`: those that were put away, which are not among the others. */
  async list(
    shop: string,
    request: PageRequest,
    {
      query,
      sortKey,
      isArchived = false,
    }: { query?: string | undefined; sortKey: CampaignSortKey; isArchived?: boolean },
  ): Promise<Page<EarlyAccessCampaign>> {
    const name = query?.trim();
    const found: Prisma.EarlyAccessCampaignWhereInput = {
      ...{ shop, archivedAt: isArchived ? { not: null } : null },
      ...(name && { name: { contains: likeText(name), mode: 'insensitive' } }),
    };
    return readPage(
      request,
      ORDERS[sortKey],
      async ({ where, ...page }) => {
        const within = { AND: [found, where] };
        const args = { where: within, include: CAMPAIGN_PARTS, ...page };
        return (await this.#prisma.earlyAccessCampaign.findMany(args)).map(this.#view.of);
      },
      () => this.#prisma.earlyAccessCampaign.count({ where: found }),
    );
  }

  /** Makes a campaign with its first access code, if it has one, and its first secret link. */
  async create(shop: string, input: CampaignCreateInput): Promise<CampaignChange> {
    const details = detailsFromInput(input);
    const userErrors = await this.#problems(shop, details, null);
    if (userErrors.length > 0) return { campaign: null, userErrors };
    const id = uuidv7();
    await this.#rows.insert({ shop, id }, details);
    return this.#changed(shop, id);
  }

  /** Changes what the input names. A new password takes the place of the first access code. */
  async update({ shop, actor }: Doer, id: string, input: CampaignUpdateInput): Promise<CampaignChange> {
    const record = await this.#record(shop, id);
    if (record === null) return { campaign: null, userErrors: [NO_CAMPAIGN] };
    const before = detailsOf(this.#view.of(record));
    const after = detailsAfter(before, input);
    const userErrors = await this.#problems(shop, after, before);
    if (userErrors.length > 0) return { campaign: null, userErrors };
    try {
      await this.#rows.save(record, { before, after, actor });
    } catch (fault) {
      if (!isTaken(fault)) throw fault;
      return { campaign: null, userErrors: [TAKEN] };
    }
    return this.#changed(shop, id);
  }

  /** Deletes the campaign with its codes, links and sign-ups. */
  async delete(shop: string, id: string): Promise<CampaignDeletePayload> {
    const count = isUuid(id) ? await this.#rows.delete({ shop, id }) : 0;
    if (count === 0) return { deletedCampaignId: null, userErrors: [NO_CAMPAIGN] };
    return { deletedCampaignId: id, userErrors: [] };
  }

  /** A copy in which nobody is counted yet, as `CampaignCopies` makes it; with everybody on the guest list if wanted. */
  async duplicate(shop: string, id: string, { withGuests }: { withGuests: boolean }): Promise<CampaignChange> {
    const copyId = await this.#copies.copy({ shop, campaignId: id }, { withGuests });
    if (copyId === null) return { campaign: null, userErrors: [NO_CAMPAIGN] };
    return this.#changed(shop, copyId);
  }

  activate(doer: Doer, id: string): Promise<CampaignChange> {
    return this.#setActive(doer, id, true);
  }

  pause(doer: Doer, id: string): Promise<CampaignChange> {
    return this.#setActive(doer, id, false);
  }

  /** Puts a campaign away: nobody gets in, its gate says that it has ended, and lists leave it out; nothing of it is lost. */
  archive(doer: Doer, id: string): Promise<CampaignChange> {
    return this.#setArchived(doer, id, true);
  }

  /** Takes a campaign out of the archive, paused; as a draft where it never was active. */
  unarchive(doer: Doer, id: string): Promise<CampaignChange> {
    return this.#setArchived(doer, id, false);
  }

  /** Whether the gate lets in whoever asks, as `campaignOpenToAll` describes. */
  async setOpenToAll({ shop, actor }: Doer, campaignId: string, isOpenToAll: boolean): Promise<CampaignChange> {
    const count = isUuid(campaignId) ? await this.#rows.setOpenToAll({ shop, id: campaignId }, isOpenToAll, actor) : 0;
    if (count === 0) return { campaign: null, userErrors: [{ ...NO_CAMPAIGN, field: ['campaignId'] }] };
    return this.#changed(shop, campaignId);
  }

  /** What was done to a campaign, newest first. */
  listActions(shop: string, campaignId: string, request: PageRequest): Promise<Page<CampaignAction>> {
    return readPage(
      request,
      { column: 'at', direction: 'desc' },
      async ({ where, ...page }) => {
        const rows = await this.#prisma.campaignAction.findMany({ where: { shop, campaignId, ...where }, ...page });
        return rows.map((row) => ({ ...row, kind: CampaignActionKind[row.kind] }));
      },
      () => this.#prisma.campaignAction.count({ where: { shop, campaignId } }),
    );
  }

  /** Withdraws the wish that the campaign's products be hidden. */
  async stopHiding(shop: string, campaignId: string): Promise<CampaignChange> {
    const count = isUuid(campaignId) ? await this.#rows.stopHiding({ shop, id: campaignId }) : 0;
    if (count === 0) return { campaign: null, userErrors: [{ ...NO_CAMPAIGN, field: ['campaignId'] }] };
    return this.#changed(shop, campaignId);
  }

  /** The same for all campaigns of the shop. */
  async stopHidingAny(shop: string): Promise<void> {
    await this.#rows.stopHiding({ shop });
  }

  /** Makes a new secret link in the place of the first one, which leads nowhere from now on. */
  async rotateSecretLink(shop: string, campaignId: string): Promise<CampaignChange> {
    const record = await this.#record(shop, campaignId);
    if (record === null) return { campaign: null, userErrors: [{ ...NO_CAMPAIGN, field: ['campaignId'] }] };
    await this.#rows.rotateLink(shop, campaignId);
    return this.#changed(shop, campaignId);
  }

  /** Revokes all passes that were given until now. Places stay taken; who gets through the gate again has a new pass. */
  async revokePasses({ shop, actor }: Doer, campaignId: string): Promise<CampaignChange> {
    const count = isUuid(campaignId) ? await this.#rows.raisePassEpoch({ shop, id: campaignId }, actor) : 0;
    if (count === 0) return { campaign: null, userErrors: [{ ...NO_CAMPAIGN, field: ['campaignId'] }] };
    return this.#changed(shop, campaignId);
  }

  async #problems(shop: string, details: CampaignDetails, before: CampaignDetails | null) {
    const needsMail = this.#canMail ? [] : mailProblems(details, before);
    const problems = [...detailsProblems(details, before, await shopNames(this.#prisma, shop)), ...needsMail];
    if (problems.length > 0) return problems;
    const unknown = await catalogProblems(this.#catalog, shop, [details, before ?? NOTHING_KEPT]);
    return unknown.length > 0 ? unknown : this.#audienceProblems(shop, details, before);
  }

  async #setActive({ shop, actor }: Doer, id: string, isActive: boolean): Promise<CampaignChange> {
    const record = await this.#record(shop, id);
    if (record === null) return { campaign: null, userErrors: [NO_CAMPAIGN] };
    await this.#rows.setActive(record, isActive, actor);
    return this.#changed(shop, id);
  }

  async #setArchived({ shop, actor }: Doer, id: string, isArchived: boolean): Promise<CampaignChange> {
    if (!isUuid(id)) return { campaign: null, userErrors: [NO_CAMPAIGN] };
    await this.#rows.setArchived({ shop, id }, isArchived, actor);
    const change = await this.#changed(shop, id);
    return change.campaign ? change : { campaign: null, userErrors: [NO_CAMPAIGN] };
  }

  async #changed(shop: string, id: string): Promise<CampaignChange> {
    return { campaign: await this.find(shop, id), userErrors: [] };
  }

  async #record(shop: string, id: string): Promise<CampaignRecord | null> {
    if (!isUuid(id)) return null;
    return this.#prisma.earlyAccessCampaign.findUnique({ where: { shop_id: { shop, id } }, include: CAMPAIGN_PARTS });
  }
}

/** Who changes something, and in which shop. */
export interface Doer {
  readonly shop: string;
  readonly actor: Actor;
}

const NOTHING_KEPT: Pick<CampaignDetails, 'productIds' | 'collectionIds'> = { productIds: [], collectionIds: [] };
