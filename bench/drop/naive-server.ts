import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import type { FastifyInstance } from 'fastify';
import { buildSchema } from 'graphql';
import { mountGraphql } from '../../api/src/platform/graphql/graphql-endpoint.ts';
import { createHttpServer } from '../../api/src/platform/http/http-server.ts';
import { createLogger } from '../../api/src/platform/logger.ts';
import { Prisma, PrismaClient } from '../../prisma/client/client.ts';

const SCHEMA = `
  type Query { hello: String }
  type Mutation {
    recordView(campaignId: String!): Boolean
    signUp(campaignId: String!, email: String!): Boolean
  }`;
const LIMITS = {
  tokens: 1000,
  depth: 10,
  aliases: 15,
  directives: 10,
  cost: 200,
  bodyBytes: 32_768,
  mutationFields: 1,
};
const TIMES = { requestTimeoutMs: 10_000, headersTimeoutMs: 10_000 };
/** As many connections as ours has, and patience for everybody's turn at the counter. */
const [POOL, PATIENCE] = [10, { maxWait: 20_000, timeout: 20_000 }];
const SHOP = Prisma.sql`(SELECT domain FROM "Shop" LIMIT 1)`;

/**
 * What one writes at first: each request in a transaction of its own, which inserts the row and then counts it on the campaign. Through the same Fastify and the same
 * Apollo, into the same tables, so that only the writing differs; it gives neither pass nor products, which is in its favour.
 */
export async function createNaiveServer(url: string): Promise<FastifyInstance> {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: POOL }) });
  await prisma.$executeRaw`CREATE TABLE IF NOT EXISTS "NaiveView" (id uuid PRIMARY KEY, "campaignId" uuid NOT NULL, at timestamptz NOT NULL)`;
  const schema = buildSchema(SCHEMA);
  Object.assign(schema.getMutationType()?.getFields().recordView ?? {}, {
    resolve: async (_: unknown, { campaignId: id }: { campaignId: string }) => {
      await prisma.$transaction(async (transaction) => {
        await transaction.$executeRaw`INSERT INTO "NaiveView" VALUES (${randomUUID()}::uuid, ${id}::uuid, now())`;
        await transaction.$executeRaw`UPDATE "EarlyAccessCampaign" SET "totalViews" = "totalViews" + 1 WHERE id = ${id}::uuid`;
      }, PATIENCE);
      return true;
    },
  });
  Object.assign(schema.getMutationType()?.getFields().signUp ?? {}, {
    resolve: async (_: unknown, { campaignId: id, email }: { campaignId: string; email: string }) => {
      await prisma.$transaction(async (transaction) => {
        await transaction.$executeRaw`INSERT INTO "Signup" (shop, id, "campaignId", email, "emailKey", "acceptsMarketing")
          VALUES (${SHOP}, ${randomUUID()}::uuid, ${id}::uuid, ${email}, ${email}, true)`;
        await transaction.$executeRaw`UPDATE "EarlyAccessCampaign" SET "totalSignups" = "totalSignups" + 1 WHERE id = ${id}::uuid`;
      }, PATIENCE);
      return true;
    },
  });
  const http = await createHttpServer({
    ...{ logger: createLogger('warn'), bodyBytes: LIMITS.bodyBytes, trustedProxies: ['127.0.0.1'], https: false },
    ...{ checks: {}, ...TIMES },
  });
  await mountGraphql(http, {
    ...{ path: '/public/graphql', schema, access: 'open-to-every-origin', limits: LIMITS },
    context: async () => ({}),
  });
  return http;
}
