import { rm } from 'node:fs/promises';
import { type CrashServer, startCrashServer } from '../../api/crash-server.ts';
import { MerchantApi } from '../../e2e/merchant-api.ts';
import { freePort, freshDataDir } from '../../e2e/product.ts';
import { ServerProcess } from './server-process.ts';

/** How much a shop has. */
export interface ShopSize {
  readonly campaigns: number;
  readonly signups: number;
}

/** The built server with a shop of long standing. */
export interface BusyShop {
  readonly url: string;
  /** The campaign with half of the sign-ups. */
  readonly campaignId: string;
  stop(): Promise<void>;
}

/** Starts it and fills the demo shop. */
export async function startBusyShop(size: ShopSize): Promise<BusyShop> {
  const [database, dataDir] = await Promise.all([startCrashServer(), freshDataDir()]);
  // Once PostgreSQL has taken its own.
  const port = await freePort();
  const server = new ServerProcess({ PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: database.url });
  const stop = async () => {
    await server.stop();
    await database.remove();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await server.start();
    return { url: server.url, campaignId: await fill(database, server.url, size), stop };
  } catch (cause) {
    await stop();
    throw new Error(`The shop was not filled. The server said:\n${server.output}`, { cause });
  }
}

async function fill(database: CrashServer, url: string, { campaigns, signups }: ShopSize): Promise<string> {
  const merchant = await MerchantApi.signIn(url);
  const productIds = await merchant.productIds(6);
  const ids: string[] = [];
  for (let made = 0; made < campaigns; made += 1) {
    const name = `Drop ${made + 1} for the friends of the house`;
    const { id } = await merchant.createCampaign({ name, accessType: 'EMAIL_SIGNUP', productIds });
    ids.push(id);
  }
  const campaignId = ids.at(-1) ?? '';
  await addSignups(database, ids, signups);
  await database.ask('VACUUM ANALYZE');
  return campaignId;
}

/** Half of them at the last campaign, the others spread; each sign-up has its views, and both are counted as they are at a gate. */
async function addSignups(database: CrashServer, ids: readonly string[], signups: number): Promise<void> {
  await database.ask(
    `INSERT INTO "Signup" (shop, "campaignId", id, email, "emailKey", "firstName", "acceptsMarketing", "createdAt")
     SELECT c.shop, c.id, gen_random_uuid(), 'guest-' || n || '@example.com', 'guest-' || n || '@example.com', 'Ada', n % 3 = 0,
            now() - n * (interval '7 days' / $2::int)
       FROM generate_series(1, $2::int) AS n
       JOIN "EarlyAccessCampaign" c ON c.id = ($1::uuid[])[CASE WHEN n % 2 = 0 THEN cardinality($1::uuid[]) ELSE 1 + n % cardinality($1::uuid[]) END]`,
    [ids, signups],
  );
  await database.ask(
    `INSERT INTO "CampaignCount" (shop, "campaignId", dimension, grain, "bucketStart", kind, value, "isSuspected", count)
     SELECT shop, "campaignId", 'TOTAL'::"CountDimension", grain, start, kind, '', false, sum(weight)
       FROM "Signup" s,
            LATERAL (VALUES ('SIGNUP'::"HappeningKind", 1), ('VIEW', 8), ('PASS', 1)) AS k (kind, weight),
            LATERAL (VALUES ('QUARTER'::"CountGrain", date_bin('15 minutes', "createdAt", 'epoch')), ('HOUR', date_trunc('hour', "createdAt"))) AS g (grain, start)
      GROUP BY 1, 2, 4, 5, 6`,
  );
  await database.ask(
    `UPDATE "EarlyAccessCampaign" c SET "totalSignups" = s.count, "totalViews" = 8 * s.count
       FROM (SELECT shop, "campaignId", count(*) AS count FROM "Signup" GROUP BY 1, 2) s
      WHERE c.shop = s.shop AND c.id = s."campaignId"`,
  );
}
