import type { PrismaClient } from '../../../prisma/client/client.ts';

/** What every visitor can know the shop by: its name, its domain, and the domain's first part. */
export async function shopNames(prisma: PrismaClient, shop: string): Promise<string[]> {
  const owner = await prisma.shop.findUnique({ where: { domain: shop }, select: { name: true } });
  const [label = shop] = shop.split('.');
  return [shop, label, ...(owner ? [owner.name] : [])];
}

/** The same, and the campaign's own name. */
export async function shownNames(
  prisma: PrismaClient,
  { shop, campaignId }: { readonly shop: string; readonly campaignId: string },
): Promise<string[]> {
  const [names, campaign] = await Promise.all([
    shopNames(prisma, shop),
    prisma.earlyAccessCampaign.findUnique({ where: { shop_id: { shop, id: campaignId } }, select: { name: true } }),
  ]);
  return campaign ? [...names, campaign.name] : names;
}
