import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.ts';

/** A shop of the test's own; returns its domain. */
export async function aShop({ services }: TestApp, name = 'Test Shop'): Promise<string> {
  const domain = `shop-${randomUUID().slice(0, 8)}.myshopify.com`;
  await services.shops.save({ domain, name, currencyCode: 'EUR', timeZone: 'Europe/Berlin' });
  return domain;
}

/** A product with one variant in the shop's catalog; returns its id. */
export async function aProduct({ database }: TestApp, shop: string, title = 'Blue Bowl'): Promise<string> {
  const id = randomUUID();
  const variant = { id: randomUUID(), position: 1, title: 'Default Title', price: '48.00', inventoryQuantity: 3 };
  await database.prisma.product.create({
    data: {
      shop,
      id,
      handle: `${title.toLowerCase().replaceAll(' ', '-')}-${id.slice(0, 4)}`,
      title,
      variants: { create: variant },
    },
  });
  return id;
}

interface CampaignFields {
  name?: string;
  accessType?: string;
  password?: string;
  isActive?: boolean;
  productIds?: string[];
  startsAt?: string;
  endsAt?: string;
  trustLevel?: string;
  confirmWithinMinutes?: number;
  hidesProducts?: boolean;
  isGuestListOnly?: boolean;
  enforcesAtCheckout?: boolean;
  mostPiecesPerOrder?: number;
  capacity?: number;
  checkoutMessage?: string;
}

/** What tests want to know of a campaign they made. */
export interface MadeCampaign {
  readonly id: string;
  readonly secretLink: string;
}

/** Time passes: the campaign's window is over. No merchant can say so, since an end in the past is refused. */
export async function endCampaign({ database }: TestApp, id: string, endsAt: Date): Promise<void> {
  await database.prisma.earlyAccessCampaign.updateMany({ where: { id }, data: { endsAt } });
}

/** A live campaign, made through the admin API as a merchant makes it; one whose `endsAt` is past has ended since. */
export async function aCampaign(app: TestApp, shop: string, fields: CampaignFields = {}): Promise<MadeCampaign> {
  const endsAt = fields.endsAt === undefined ? null : new Date(fields.endsAt);
  if (endsAt === null || endsAt > new Date()) return create(app, shop, fields);
  const { endsAt: _, ...before } = fields;
  const campaign = await create(app, shop, before);
  await endCampaign(app, campaign.id, endsAt);
  return campaign;
}

async function create(app: TestApp, shop: string, fields: CampaignFields): Promise<MadeCampaign> {
  const ask = await app.asTool(shop);
  const input = { name: 'Winter drop', accessType: 'EMAIL_SIGNUP', isActive: true, ...fields };
  const { data, errors } = await ask(
    `mutation ($input: CampaignCreateInput!) {
      campaignCreate(input: $input) { campaign { id secretLink } userErrors { field message code } }
    }`,
    { input },
  );
  const campaign = data?.campaignCreate.campaign;
  if (!campaign)
    throw new Error(`The campaign was refused: ${JSON.stringify(errors ?? data.campaignCreate.userErrors)}`);
  return campaign;
}
