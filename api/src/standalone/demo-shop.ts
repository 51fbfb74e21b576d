import { createReadStream } from 'node:fs';
import type { PrismaClient } from '../../../prisma/client/client.ts';
import type { CampaignService } from '../campaign/campaign.service.ts';
import type { EarlyAccessCampaign } from '../campaign/campaign.type.ts';
import { CampaignSortKey } from '../campaign/campaign-list.input.ts';
import type { AccessCodeService } from '../campaign/credentials/access-code.service.ts';
import type { CatalogImport } from '../catalog/catalog-import.ts';
import type { ShopService } from '../shop/shop.service.ts';
import type { Shop } from '../shop/shop.type.ts';
import { type DemoCampaign, demoCampaigns } from './demo-campaigns.ts';

/** The one shop of standalone mode as it is first made. */
const DEMO_SHOP: Shop = {
  domain: 'demo-shop.myshopify.com',
  name: 'Kiln & Harbour',
  currencyCode: 'EUR',
  timeZone: 'Europe/Berlin',
};

/** Any number that nobody else locks: two processes that start at once must not both seed. */
const SEED_LOCK = 7_430_211;

/** Seeding waits for another process that does it, but not for ever. */
const SEED_MS = 60_000;

/** What the demo shop needs from the rest of the house. */
export interface DemoShopParts {
  readonly prisma: PrismaClient;
  readonly shops: ShopService;
  readonly campaigns: CampaignService;
  readonly accessCodes: AccessCodeService;
  readonly catalogImport: CatalogImport;
  /** Path of our own product export. */
  readonly catalogFile: string;
}

/** Our own goods or campaigns were refused by our own rules: a bug of ours, never a merchant's file. */
export class DemoShopError extends Error {
  constructor(what: string, reasons: readonly { message: string }[]) {
    super(`${what}: ${reasons.map((reason) => reason.message).join(' ')}`);
    this.name = 'DemoShopError';
  }
}

/** The shop with which standalone mode starts, so that everybody has something real to try. */
export class DemoShop {
  readonly domain = DEMO_SHOP.domain;
  readonly #parts: DemoShopParts;

  constructor(parts: DemoShopParts) {
    this.#parts = parts;
  }

  /** Makes the shop with its goods and campaigns as far as it has none. What a merchant made is never touched. */
  async seed(): Promise<void> {
    await this.#parts.prisma.$transaction(
      async (transaction) => {
        await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${SEED_LOCK})`;
        if (!(await this.#parts.shops.find(this.domain))) await this.#parts.shops.save(DEMO_SHOP);
        await this.#seedGoods();
        await this.#seedCampaigns();
      },
      { timeout: SEED_MS, maxWait: SEED_MS },
    );
  }

  /** The shop, once it is seeded. */
  get(): Promise<Shop> {
    return this.#parts.shops.get(this.domain);
  }

  /** The newest campaigns, oldest of them first: the four that were seeded keep their order. */
  async listCampaigns(): Promise<EarlyAccessCampaign[]> {
    const newest = { first: 50, after: null };
    const page = await this.#parts.campaigns.list(this.domain, newest, { sortKey: CampaignSortKey.CREATED_AT });
    return page.nodes.toReversed();
  }

  async #seedGoods(): Promise<void> {
    const { prisma, catalogImport, catalogFile } = this.#parts;
    if ((await prisma.product.count({ where: { shop: this.domain } })) > 0) return;
    const source = createReadStream(catalogFile);
    const { problems } = await catalogImport.importProductsCsv({ shop: this.domain, source });
    if (problems.length > 0) throw new DemoShopError('The demo goods have bad rows', problems);
  }

  async #seedCampaigns(): Promise<void> {
    if ((await this.listCampaigns()).length > 0) return;
    for (const campaign of demoCampaigns) await this.#create(campaign);
  }

  async #create({ handles, furtherCodes = [], ...input }: DemoCampaign): Promise<void> {
    const where = { shop: this.domain, handle: { in: [...handles] } };
    const products = await this.#parts.prisma.product.findMany({ where, select: { id: true, handle: true } });
    const inOrder = products.toSorted((one, other) => handles.indexOf(one.handle) - handles.indexOf(other.handle));
    const productIds = inOrder.map((product) => product.id);
    const made = await this.#parts.campaigns.create(this.domain, { ...input, isActive: true, productIds });
    const refused = `The demo campaign ${input.name} is refused`;
    if (made.campaign === null) throw new DemoShopError(refused, made.userErrors);
    const key = { shop: this.domain, campaignId: made.campaign.id };
    for (const code of furtherCodes) {
      const { userErrors } = await this.#parts.accessCodes.create(key, code);
      if (userErrors.length > 0) throw new DemoShopError(refused, userErrors);
    }
  }
}
