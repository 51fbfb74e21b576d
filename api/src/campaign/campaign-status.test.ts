import { expect, test } from 'vitest';
import { CampaignStatus, campaignStatus } from './campaign-status.ts';

const noon = new Date('2026-11-27T12:00:00Z');
const before = new Date('2026-11-27T11:59:59.999Z');
const always = {
  isActive: true,
  activatedAt: before,
  archivedAt: null,
  startsAt: null,
  endsAt: null,
  capacity: null,
  totalPasses: 0,
};

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
  const paused = { ...always, isActive: false, startsAt: before, endsAt: noon };

  expect(campaignStatus(paused, new Date('2026-11-01T00:00:00Z'))).toBe(CampaignStatus.PAUSED);
  expect(campaignStatus(paused, before)).toBe(CampaignStatus.PAUSED);
  expect(campaignStatus(paused, noon)).toBe(CampaignStatus.ENDED);
});

test('a campaign is a draft until it is first activated, and paused from then on', () => {
  expect(campaignStatus({ ...always, isActive: false, activatedAt: null }, noon)).toBe(CampaignStatus.DRAFT);
  expect(campaignStatus({ ...always, isActive: false }, noon)).toBe(CampaignStatus.PAUSED);
});

test('a campaign is full when its last place is taken, and live again when there are more', () => {
  expect(campaignStatus({ ...always, capacity: 5, totalPasses: 4 }, noon)).toBe(CampaignStatus.LIVE);
  expect(campaignStatus({ ...always, capacity: 5, totalPasses: 5 }, noon)).toBe(CampaignStatus.FULL);
  expect(campaignStatus({ ...always, capacity: 6, totalPasses: 5 }, noon)).toBe(CampaignStatus.LIVE);
});

test('a campaign that was put away has ended, whatever its window says; one that never ran is still a draft', () => {
  const putAway = { ...always, isActive: false, archivedAt: before, endsAt: new Date('2027-01-01T00:00:00Z') };
  expect(campaignStatus(putAway, noon)).toBe(CampaignStatus.ENDED);
  expect(campaignStatus({ ...putAway, activatedAt: null }, noon)).toBe(CampaignStatus.DRAFT);
});
