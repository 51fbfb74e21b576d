import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gateOn } from './gate.ts';
import { journeys } from './journeys.ts';
import { createCampaign } from './merchant.ts';

const house = journeys();

const EXPORT = join(import.meta.dirname, 'fixtures', 'product-export.csv');

test('a product export is imported, its bad row named by line, and its products can be opened early', async () => {
  const admin = await (await house.visitor()).newPage();
  await admin.goto(`${house.url}/admin/catalog`);

  await admin.locator('input[type="file"]').setInputFiles(EXPORT);
  await admin.getByText('Import finished').waitFor();
  const left = await admin.getByRole('row').filter({ hasText: 'Variant Price' }).first().textContent();
  const campaign = await createCampaign(admin, `${house.url}/admin`, {
    name: 'On deck first',
    accessType: 'PASSWORD',
    password: 'night ferry',
    products: ['Night Ferry Blanket', 'Chart Room Lamp'],
  });
  const page = await (await house.visitor()).newPage();
  await page.goto(campaign.hostedPageUrl);
  await gateOn(page).enterPassword('night ferry');

  expect(left).toMatch(/^5/);
  expect(await gateOn(page).products()).toEqual(['Night Ferry Blanket', 'Chart Room Lamp']);
  expect(await page.locator('vip-gate').getByText('€140.00').count()).toBe(1);
});
