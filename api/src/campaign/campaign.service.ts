import { v7 as uuidv7 } from 'uuid';
import type { PrismaClient } from '../../../prisma/client/client.ts';
import type { CatalogService } from '../catalog/catalog.service.ts';
import { databaseNow } from '../platform/database/database-clock.ts';
import { type Page, type PageRequest, readPage } from '../platform/graphql/connection.ts';
import { type UserError, UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';
import { isUuid } from '../platform/uuid.ts';
import type { CampaignCreateInput, CampaignUpdateInput } from './campaign.input.ts';
import type { CampaignChange, CampaignDeletePayload } from './campaign.payload.ts';
import { CAMPAIGN_PARTS, type CampaignRecord, type CampaignView } from './campaign.record.ts';
import type { EarlyAccessCampaign } from './campaign.type.ts';
import { type CampaignAction, CampaignActionKind } from './campaign-action.type.ts';
import type { Actor } from './campaign-actions.ts';
import { detailsAfter, detailsFromInput, detailsOf } from './campaign-change.ts';
import type { CampaignCopies } from './campaign-copies.ts';
import {
  activationProblems,
  type CampaignDetails,
  catalogProblems,
  detailsProblems,
  mailProblems,
} from './campaign-details.ts';
import { type CampaignListWish, conditionOf, orderOf } from './campaign-list.ts';
import type { CampaignRows, EditedDetails } from './campaign-rows.ts';
import { isTaken } from './campaign-secrets.ts';
import type { CampaignDefaultsService } from './defaults/campaign-defaults.service.ts';
import { shopNames } from './shown-names.ts';

const TAKEN = userError(['input', 'password'], UserErrorCode.TAKEN, 'Another code of this campaign is the same.');
const NO_LINK = userError(
  ['linkId'],
  UserErrorCode.NOT_FOUND,
  'The campaign has no link with this id that is still good.',
);
const NO_CAMPAIGN = userError(['id'], UserErrorCode.NOT_FOUND, 'There is no campaign with this id.');

export interface CampaignServiceParts {
  readonly prisma: PrismaClient;
  readonly catalog: CatalogService;
  readonly rows: CampaignRows;
  readonly copies: CampaignCopies;
  readonly view: CampaignView;
  readonly defaults: Pick<CampaignDefaultsService, 'of'>;
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
  readonly #defaults: CampaignServiceParts['defaults'];
  readonly #canMail: boolean;
  readonly #audienceProblems: CampaignServiceParts['audienceProblems'];

  constructor({ prisma, catalog, rows, copies, view, defaults, canMail, audienceProblems }: CampaignServiceParts) {
    this.#prisma = prisma;
    this.#catalog = catalog;
    this.#rows = rows;
    this.#copies = copies;
    this.#view = view;
    this.#defaults = defaults;
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
    return records.map((record) => this.#view.of(record));
  }

  /** The campaigns that are wished for, with their statuses at the instant by which they were chosen. */
  async list(shop: string, request: PageRequest, wish: CampaignListWish): Promise<Page<EarlyAccessCampaign>> {
    const table = this.#prisma.earlyAccessCampaign;
    const instant = await databaseNow(this.#prisma);
    const found = { shop, ...conditionOf(wish, instant, table.fields.capacity) };
    return readPage(
      request,
      orderOf(wish),
      async ({ where, ...page }) => {
        const args = { where: { AND: [found, where] }, include: CAMPAIGN_PARTS, ...page };
        return (await table.findMany(args)).map((record) => this.#view.of(record, instant));
      },
      () => table.count({ where: found }),
    );
  }

  /** Makes a campaign with its first access code, if it has one, and its first secret link; it begins with the shop's defaults. */
  async create(shop: string, input: CampaignCreateInput): Promise<CampaignChange> {
    const details = detailsFromInput(input, await this.#defaults.of(shop));
    const ownProblems = this.#ownProblems(details, null, await shopNames(this.#prisma, shop));
    const userErrors = ownProblems.length > 0 ? ownProblems : await this.#foreignProblems(shop, details, null);
    if (userErrors.length > 0) return { campaign: null, userErrors };
    const id = uuidv7();
    await this.#rows.insert({ shop, id }, details);
    return this.#changed(shop, id);
  }

  /** Changes what the input names. A new password takes the place of the first access code. */
  async update({ shop, actor }: Doer, id: string, input: CampaignUpdateInput): Promise<CampaignChange> {
    const record = await this.#record(shop, id);
    if (record === null) return { campaign: null, userErrors: [NO_CAMPAIGN] };
    const names = await shopNames(this.#prisma, shop);
    const edit = (current: CampaignRecord) => this.#edited(current, input, names);
    const { before, after, userErrors: ownProblems } = edit(record);
    const userErrors = ownProblems.length > 0 ? ownProblems : await this.#foreignProblems(shop, after, before);
    if (userErrors.length > 0) return { campaign: null, userErrors };
    try {
      // To ask the vendors takes seconds: what stands by then is edited, and looked at once more.
      const problems = (await this.#rows.save({ shop, id }, { edit, actor })) ?? [NO_CAMPAIGN];
      if (problems.length > 0) return { campaign: null, userErrors: problems };
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

  /** Opens the gate by hand; refused where it would wait for mails that cannot be sent. */
  async activate({ shop, actor }: Doer, id: string): Promise<CampaignChange> {
    const record = await this.#record(shop, id);
    if (record === null) return { campaign: null, userErrors: [NO_CAMPAIGN] };
    const userErrors = this.#canMail ? [] : activationProblems(detailsOf(this.#view.of(record)));
    if (userErrors.length > 0) return { campaign: null, userErrors };
    await this.#rows.setActive(record, true, actor);
    return this.#changed(shop, id);
  }

  async pause({ shop, actor }: Doer, id: string): Promise<CampaignChange> {
    const record = await this.#record(shop, id);
    if (record === null) return { campaign: null, userErrors: [NO_CAMPAIGN] };
    await this.#rows.setActive(record, false, actor);
    return this.#changed(shop, id);
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

  /** Makes a new secret link in the place of one of the campaign's, or of its first; that one leads nowhere from now on. */
  async rotateSecretLink(shop: string, campaignId: string, linkId: string | null = null): Promise<CampaignChange> {
    const record = await this.#record(shop, campaignId);
    if (record === null) return { campaign: null, userErrors: [{ ...NO_CAMPAIGN, field: ['campaignId'] }] };
    const isKnown = linkId === null || isUuid(linkId);
    if (!isKnown || !(await this.#rows.rotateLink({ shop, campaignId }, linkId))) {
      return { campaign: null, userErrors: [NO_LINK] };
    }
    return this.#changed(shop, campaignId);
  }

  /** Revokes all passes that were given until now. Places stay taken; who gets through the gate again has a new pass. */
  async revokePasses({ shop, actor }: Doer, campaignId: string): Promise<CampaignChange> {
    const count = isUuid(campaignId) ? await this.#rows.raisePassEpoch({ shop, id: campaignId }, actor) : 0;
    if (count === 0) return { campaign: null, userErrors: [{ ...NO_CAMPAIGN, field: ['campaignId'] }] };
    return this.#changed(shop, campaignId);
  }

  #edited(record: CampaignRecord, input: CampaignUpdateInput, names: readonly string[]): EditedDetails {
    const before = detailsOf(this.#view.of(record));
    const after = detailsAfter(before, input);
    return { before, after, userErrors: this.#ownProblems(after, before, names) };
  }

  /** What is wrong with the details by themselves. */
  #ownProblems(details: CampaignDetails, before: CampaignDetails | null, names: readonly string[]): UserError[] {
    const needsMail = this.#canMail ? [] : mailProblems(details, before);
    return [...detailsProblems(details, before, names), ...needsMail];
  }

  /** What only the catalog and the destinations can say is wrong. */
  async #foreignProblems(shop: string, details: CampaignDetails, before: CampaignDetails | null) {
    const unknown = await catalogProblems(this.#catalog, shop, [details, before ?? NOTHING_KEPT]);
    return unknown.length > 0 ? unknown : this.#audienceProblems(shop, details, before);
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
