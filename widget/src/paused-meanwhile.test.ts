import { expect, test } from 'vitest';
import { type Ask, GateApiError } from './gate-api.ts';
import { unlessPaused } from './paused-meanwhile.ts';

const denied = { __typename: 'GateDenied' } as const;
const askedAnew = (status: string): Ask =>
  (async () => ({ campaign: { status, startsAt: null, serverTime: '' } })) as Ask;

test('a denial by a campaign that was paused meanwhile is told as a pause', async () => {
  const told = await unlessPaused(askedAnew('PAUSED'), { id: 'autumn' }, denied);

  expect(told).toMatchObject({ __typename: 'CampaignNotOpen', status: 'PAUSED' });
});

test('a denial by a campaign that is live stays a denial', async () => {
  expect(await unlessPaused(askedAnew('LIVE'), { id: 'autumn' }, denied)).toBe(denied);
});

test('a denial stays one where nobody answers whether the campaign was paused', async () => {
  const silent = (async () => {
    throw new GateApiError('The public API gave no answer');
  }) as Ask;

  expect(await unlessPaused(silent, { id: 'autumn' }, denied)).toBe(denied);
});
