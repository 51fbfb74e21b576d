import { expect, test } from 'vitest';
import { CONFIG_BYTES, gateConfigText, packGateConfig, productGateText } from './gate-config.ts';

const NOW = new Date('2026-11-28T10:00:00Z');
const uuid = (number: number) => `01936f6e-7c00-7000-8000-${String(number).padStart(12, '0')}`;
const campaign = (number: number, message: string | null) => ({
  campaignId: uuid(number),
  key: { id: 'k'.repeat(8), key: new Uint8Array(32).fill(number) },
  message,
});
const campaigns = (count: number, message: string | null) =>
  Array.from({ length: count }, (_, at) => campaign(at, message));

test.each([
  ['none', campaigns(0, null), 0],
  ['80 campaigns without own words', campaigns(80, null), 0],
  ['200 campaigns without own words', campaigns(200, null), 120],
  ['25 campaigns with 200 letters each', campaigns(25, 'a'.repeat(200)), 0],
  ['25 campaigns with 200 Japanese letters each', campaigns(25, 'あ'.repeat(200)), 13],
])('%s: Shopify gives all of it to the function, and who finds no room is named', (_what, all, atMostLeftOut) => {
  const revoked = Array.from({ length: 300 }, (_, at) => uuid(at));
  const config = packGateConfig({ campaigns: all, revoked });

  expect(Buffer.byteLength(gateConfigText(config, NOW))).toBeLessThanOrEqual(CONFIG_BYTES.all);
  expect(config.leftOut.length).toBeLessThanOrEqual(atMostLeftOut);
  expect(config.leftOut.length + config.content.campaigns.length).toBe(all.length);
  expect(config.leftOut).toEqual(all.slice(config.content.campaigns.length).map(({ campaignId }) => campaignId));
  expect(config.content.revoked).toHaveLength(100);
  expect(config.revokedLeftOut).toBe(200);
});

test('a product names its campaigns in one order, whatever the order of the campaigns', () => {
  expect(productGateText([uuid(1), uuid(2)])).toBe(productGateText([uuid(2), uuid(1)]));
  expect(productGateText([uuid(1)])).toMatch(/^[\w-]{8}$/);
});
