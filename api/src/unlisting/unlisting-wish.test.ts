import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../test/app.ts';
import { aShop } from '../../test/builders.ts';
import { hidesProductsAt, type WishFacts, wantedProducts } from './unlisting-wish.ts';

const DAY_MS = 86_400_000;
const past = new Date(Date.now() - DAY_MS);
const future = new Date(Date.now() + DAY_MS);

let app: TestApp;
let shop: string;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
});

/** Every combination of what decides. */
function allFacts(): WishFacts[] {
  const booleans = [true, false];
  return booleans.flatMap((hidesProducts) =>
    booleans.flatMap((isActive) =>
      [null, past].flatMap((activatedAt) =>
        [null, past, future].flatMap((startsAt) =>
          [null, past, future].flatMap((endsAt) =>
            [null, 1].map((capacity) => ({
              ...{ hidesProducts, isActive, activatedAt, startsAt, endsAt, capacity },
              ...{ totalPasses: 1, archivedAt: null },
            })),
          ),
        ),
      ),
    ),
  );
}

async function wantedIds(): Promise<Set<string>> {
  const rows = await app.database.prisma.$queryRaw<{ campaignId: string }[]>(wantedProducts(shop));
  return new Set(rows.map(({ campaignId }) => campaignId));
}

test('the database and the pure function agree on which campaigns hide their products', async () => {
  const campaigns = allFacts().map((facts) => ({ ...facts, id: randomUUID() }));
  const own = { shop, name: 'Drop', accessType: 'EMAIL_SIGNUP' as const, productIds: ['gid://shopify/Product/1'] };
  await app.database.prisma.earlyAccessCampaign.createMany({ data: campaigns.map((facts) => ({ ...own, ...facts })) });

  const wanted = await wantedIds();

  const now = new Date();
  const differing = campaigns.filter((facts) => hidesProductsAt(facts, now) !== wanted.has(facts.id));
  expect(differing).toEqual([]);
  expect(wanted.size).toBeGreaterThan(0);
});
