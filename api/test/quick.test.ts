import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { aShopifyStandIn } from '../src/shopify-stand-in/shopify-stand-in.fixture.ts';
import { testDatabase } from './database.ts';
import { quickApi, room } from './catalog-stage.ts';

test('fills', async () => {
  const database = await testDatabase();
  const shopify = await aShopifyStandIn();
  const shop = shopify.addShop({ domain: 'first.myshopify.com' });
  shopify.install(shop.domain);
  await database.prisma.shop.create({ data: { domain: shop.domain, name: 'x', installedAt: new Date() } });
  const p = shop.catalog.addProduct({ title: 'Mug', descriptionHtml: '<p>Blue &amp; warm</p>', tags: ['a','b'], pictures: [{ url: 'https://cdn.example/1.png', alt: 'A mug' }], variants: [{ price: '34.00', options: ['S'] }, { price: '35.00', options: ['M'], inventoryQuantity: null }] , optionNames: ['Size']});
  const q = shop.catalog.addProduct({ title: 'Bowl' });
  shop.catalog.addCollection('Winter', [q.id, p.id]);
  const r = room(database, quickApi(shopify));
  for (let i = 0; i < 40; i += 1) {
    for (const round of r.rounds) await round.run(new AbortController().signal);
    await database.prisma.$executeRaw`UPDATE "CatalogSync" SET "dueAt" = statement_timestamp() WHERE state IN ('EXPORTING','WRITING')`;
    await pause(20);
    const s = await r.service.find(shop.domain);
    if (i === 39 || s?.state === 'DONE' || s?.state === 'FAILED') { console.log(i, s); break; }
  }
  console.log(await database.prisma.product.findMany({ include: { variants: true, memberships: true } }));
  expect(await database.prisma.collection.count()).toBe(1);
});
