/**
 * A process of the app that needs shops' tokens and does nothing else: `node token-user.fixture.ts SETTINGS`, as JSON. Says
 * `ready` on stdout, waits for a line of JSON `{ shop, times }`, and answers it with a line: the tokens that it got.
 */
import { createInterface } from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../../../prisma/client/client.ts';
import { readConfig } from '../../platform/config.ts';
import { createSeal } from '../../platform/seal.ts';
import { createShopify } from '../shopify-library.ts';
import { AdminTokens } from './admin-tokens.ts';
import { TokenEndpoint } from './token-endpoint.ts';

const config = readConfig(JSON.parse(process.argv[2] ?? ''));
if (config.shopify === null || config.appKey === null || config.database.kind !== 'url') {
  throw new Error('This needs Shopify and a database.');
}
const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: config.database.url }) });
const endpoint = new TokenEndpoint(createShopify(config.shopify, config.publicUrl));
const tokens = new AdminTokens({ prisma, seal: createSeal(config.appKey), endpoint });

process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  const { shop, times }: { shop: string; times: number } = JSON.parse(line);
  const got = await Promise.all(Array.from({ length: times }, () => tokens.tokenOf(shop)));
  process.stdout.write(`${JSON.stringify(got)}\n`);
}
await prisma.$disconnect();
