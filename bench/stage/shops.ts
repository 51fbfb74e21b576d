import { randomUUID } from 'node:crypto';
import { sealedKeyPlace } from '../../api/src/connection/connection-key.ts';
import { createSeal } from '../../api/src/platform/seal.ts';
import type { Stage } from './stage.ts';

/** The server's `APP_KEY` where shops are made behind its back, in base64. */
export const SHOPS_KEY = Buffer.alloc(32, 5).toString('base64');

/** A shop beside the demo shop, connected to an account of its own at Klaviyo. */
export interface BenchShop {
  readonly shop: string;
  readonly accountId: string;
  readonly campaignId: string;
}

/** Makes a shop with a campaign. The server must have been started with `SHOPS_KEY`. */
export async function addShop({ database, vendors }: Stage, name: string): Promise<BenchShop> {
  const shop = `${name}.myshopify.com`;
  const { accountId, key, audience } = await vendors.addAccount('klaviyo', name.toUpperCase());
  const [id, campaignId] = [randomUUID(), randomUUID()];
  const seal = createSeal(new Uint8Array(Buffer.from(SHOPS_KEY, 'base64')));
  const sealedKey = Buffer.from(seal.seal(key, sealedKeyPlace({ shop, id })));
  await database.ask('INSERT INTO "Shop" (domain, name, "updatedAt") VALUES ($1, $1, now())', [shop]);
  await database.ask(
    `INSERT INTO "Connection" (shop, id, destination, "sealedKey", "keyEnding", "accountId", "accountName")
     VALUES ($1, $2, 'KLAVIYO', $3, '', $4, $1)`,
    [shop, id, sealedKey, accountId],
  );
  await database.ask(
    `INSERT INTO "EarlyAccessCampaign" (shop, id, name, "accessType", "klaviyoListId", "updatedAt")
     VALUES ($1, $2, 'Winter drop', 'EMAIL_SIGNUP', $3, now())`,
    [shop, campaignId, audience],
  );
  return { shop, accountId, campaignId };
}

/** So many people sign up at each of the shops in one moment, and consent. */
export async function signUpAt({ database }: Stage, shops: readonly BenchShop[], count: number): Promise<void> {
  await database.ask(
    `WITH made AS (
       INSERT INTO "Signup" (shop, "campaignId", id, email, "emailKey", "acceptsMarketing", "createdAt")
       SELECT shop, campaign, gen_random_uuid(), address, address, true, statement_timestamp()
         FROM (SELECT shop, campaign, gen_random_uuid() || '@example.com' AS address
                 FROM unnest($1::text[], $2::uuid[]) AS at (shop, campaign), generate_series(1, $3::int)) people
       RETURNING shop, id
     ), answered AS (
       INSERT INTO "Consent" (shop, id, "signupId", "isGiven", text, "textVersion", language)
       SELECT shop, gen_random_uuid(), id, true, 'News?', 'v1', 'en' FROM made
     )
     SELECT pg_notify('signup', '')`,
    [shops.map(({ shop }) => shop), shops.map(({ campaignId }) => campaignId), count],
  );
}
