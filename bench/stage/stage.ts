import { rm } from 'node:fs/promises';
import { type CrashServer, startCrashServer } from '../../api/crash-server.ts';
import { MerchantApi } from '../../e2e/merchant-api.ts';
import { freePort, freshDataDir } from '../../e2e/product.ts';
import { ServerProcess } from './server-process.ts';
import { startVendors, type Vendor, type VendorAccount, type Vendors } from './vendors.ts';

/** Everything that syncing needs, each in a process of its own: PostgreSQL, both vendors, and the server with its worker. */
export interface Stage {
  readonly database: CrashServer;
  readonly vendors: Vendors;
  readonly server: ServerProcess;
  readonly accounts: Readonly<Record<Vendor, VendorAccount>>;
  /** Its list and its tag are the accounts'. */
  readonly campaignId: string;
  merchant(): Promise<MerchantApi>;
  /** Stops and removes all of it. */
  strike(): Promise<void>;
}

const SAVE = `mutation ($input: ConnectionSaveInput!) {
  connectionSave(input: $input) { connection { id status } userErrors { field message } }
}`;

/** Starts all of it and connects the demo shop to both vendors. The server must be built. */
export async function setStage(env: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const [database, vendors, dataDir, port] = await Promise.all([
    startCrashServer(),
    startVendors(),
    freshDataDir(),
    freePort(),
  ]);
  const server = new ServerProcess({
    ...{ PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'info' },
    ...{ KLAVIYO_URL: vendors.klaviyoUrl, OMNISEND_URL: vendors.omnisendUrl, ...env },
  });
  const strike = async () => {
    await server.stop();
    await vendors.stop();
    await database.remove();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await server.start();
    const accounts = {
      klaviyo: await vendors.addAccount('klaviyo', 'STAGE1'),
      omnisend: await vendors.addAccount('omnisend', '5f92cbf10cf217478ba93599'),
    };
    const merchant = () => MerchantApi.signIn(server.url);
    const campaignId = await openCampaign(await merchant(), accounts);
    return { database, vendors, server, accounts, campaignId, merchant, strike };
  } catch (error) {
    await strike();
    throw error;
  }
}

/** Connects both destinations and opens a campaign that goes to both. */
async function openCampaign(merchant: MerchantApi, accounts: Stage['accounts']): Promise<string> {
  for (const [destination, { key }] of [
    ['KLAVIYO', accounts.klaviyo],
    ['OMNISEND', accounts.omnisend],
  ] as const) {
    const { connectionSave } = await merchant.ask<{
      connectionSave: { connection: { status: string } | null; userErrors: unknown[] };
    }>(SAVE, { input: { destination, key } });
    if (connectionSave.connection?.status !== 'CONNECTED' || connectionSave.userErrors.length > 0)
      throw new Error(`${destination} was not connected: ${JSON.stringify(connectionSave)}`);
  }
  const audiences = { klaviyoListId: accounts.klaviyo.audience, omnisendListId: accounts.omnisend.audience };
  const { id } = await merchant.createCampaign({ accessType: 'EMAIL_SIGNUP', ...audiences });
  return id;
}
