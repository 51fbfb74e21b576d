import { expect, test } from 'vitest';
import { CampaignStatus, campaignStatus } from './campaign-status.ts';

const noon = new Date('2026-11-27T12:00:00Z');
const before = new Date('2026-11-27T11:59:59.999Z');
const always = { isActive: true, startsAt: null, endsAt: null };

test('an active campaign without a window is live', () => {
  expect(campaignStatus(always, noon)).toBe(CampaignStatus.LIVE);
});

test('a campaign goes live at the very instant its window begins', () => {
  const campaign = { ...always, startsAt: noon };

  expect(campaignStatus(campaign, before)).toBe(CampaignStatus.SCHEDULED);
  expect(campaignStatus(campaign, noon)).toBe(CampaignStatus.LIVE);
});

test('a campaign has ended at the very instant its window ends', () => {
  const campaign = { ...always, endsAt: noon };

  expect(campaignStatus(campaign, before)).toBe(CampaignStatus.LIVE);
  expect(campaignStatus(campaign, noon)).toBe(CampaignStatus.ENDED);
});

test('a paused campaign is paused within its window and before it, and ended after it', () => {
  const paused = { isActive: false, startsAt: before, endsAt: noon };

  expect(campaignStatus(paused, new Date('2026-11-01T00:00:00Z'))).toBe(CampaignStatus.PAUSED);
  expect(campaignStatus(paused, before)).toBe(CampaignStatus.PAUSED);
  expect(campaignStatus(paused, noon)).toBe(CampaignStatus.ENDED);
});
