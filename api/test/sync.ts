import { randomUUID } from 'node:crypto';
import type { Destination } from '../../prisma/client/client.ts';
import type { TestApp } from './app.ts';
import { aCampaign, aShop } from './builders.ts';

/** A shop with one campaign whose sign-ups go somewhere. */
export interface SyncedCampaign {
  readonly shop: string;
  readonly campaignId: string;
}

interface Wish {
  readonly destinations?: readonly Destination[];
  readonly trustLevel?: string;
  readonly shop?: string;
}

/** The audiences that campaigns of these tests have. */
export const AUDIENCES = { KLAVIYO: 'LSINGLE', OMNISEND: 'vip' } as const;

/** A shop whose connections were made without asking a vendor: their keys open nothing. */
export async function aSyncedCampaign(app: TestApp, wish: Wish = {}): Promise<SyncedCampaign> {
  const { destinations = ['KLAVIYO'], trustLevel = 'INSTANT' } = wish;
  const shop = wish.shop ?? (await aShop(app));
  const { id: campaignId } = await aCampaign(app, shop);
  for (const destination of destinations) await aConnection(app, shop, destination);
  await chooseAudiences(app, campaignId, destinations);
  await app.database.prisma.earlyAccessCampaign.updateMany({
    where: { id: campaignId },
    data: { trustLevel: trustLevel as 'INSTANT' },
  });
  return { shop, campaignId };
}

/** A connection that was made just now, by the database's clock. */
export async function aConnection({ database }: TestApp, shop: string, destination: Destination): Promise<string> {
  const id = randomUUID();
  const account = {
    accountId: `account-of-${shop}`,
    accountName: 'Shop',
    keyEnding: 'abcd',
    sealedKey: new Uint8Array(8),
  };
  await database.prisma.connection.create({ data: { shop, id, destination, ...account } });
  return id;
}

/** The campaign's list and tag are these from now on. */
export async function chooseAudiences(
  { database }: TestApp,
  campaignId: string,
  destinations: readonly Destination[],
  audiences: Readonly<Record<Destination, string>> = AUDIENCES,
): Promise<void> {
  const [klaviyo, omnisend] = [destinations.includes('KLAVIYO'), destinations.includes('OMNISEND')];
  await database.prisma.$executeRaw`
    UPDATE "EarlyAccessCampaign" SET "klaviyoListId" = ${klaviyo ? audiences.KLAVIYO : null},
           "omnisendListId" = ${omnisend ? audiences.OMNISEND : null},
           "klaviyoListSince" = statement_timestamp(), "omnisendListSince" = statement_timestamp()
     WHERE id = ${campaignId}::uuid`;
}

interface Signups {
  readonly prefix?: string;
  readonly acceptsMarketing?: boolean;
  readonly isConfirmed?: boolean;
  /** How long ago they signed up, and answered, by the database's clock. */
  readonly minutesAgo?: number;
}

/** So many people who signed up, made in one statement; their ids, in the order of their addresses. */
export async function signUps(
  { database }: TestApp,
  { shop, campaignId }: SyncedCampaign,
  count: number,
  { prefix = 'guest', acceptsMarketing = true, isConfirmed = false, minutesAgo = 0 }: Signups = {},
): Promise<string[]> {
  const rows = await database.prisma.$queryRaw<{ id: string }[]>`
    WITH made AS (
      INSERT INTO "Signup" (shop, "campaignId", id, email, "emailKey", "acceptsMarketing", "confirmedAt", "createdAt")
      SELECT ${shop}, ${campaignId}::uuid, gen_random_uuid(), address, address, ${acceptsMarketing},
             CASE WHEN ${isConfirmed} THEN statement_timestamp() END, statement_timestamp() - make_interval(mins => ${minutesAgo}::int)
        FROM (SELECT ${prefix} || '-' || n || '@example.com' AS address FROM generate_series(1, ${count}::int) n) people
      RETURNING id, email
    ), answered AS (
      INSERT INTO "Consent" (shop, id, "signupId", "isGiven", text, "textVersion", language, "answeredAt")
      SELECT ${shop}, gen_random_uuid(), id, ${acceptsMarketing}, 'News?', 'v1', 'en',
             statement_timestamp() - make_interval(mins => ${minutesAgo}::int) FROM made
    )
    SELECT id FROM made ORDER BY email`;
  return rows.map(({ id }) => id);
}

/** Somebody ticks the box, later. */
export async function giveConsent({ database }: TestApp, shop: string, signupId: string): Promise<void> {
  await database.prisma.consent.create({
    data: { shop, signupId, isGiven: true, text: 'News?', textVersion: 'v1', language: 'en' },
  });
}

/** The receipts of a shop by the sign-up's id. */
export async function receiptsOf({ database }: TestApp, shop: string, destination: Destination = 'KLAVIYO') {
  const receipts = await database.prisma.receipt.findMany({ where: { shop, destination } });
  return new Map(receipts.map((receipt) => [receipt.signupId, receipt]));
}
