import { expect, test } from 'vitest';
import { type CampaignDraft, emptyDraft } from '../form/campaign-draft.ts';
import { opensIn, planOf, type SceneName, scenesOf, sliderRange } from './preview-scene.ts';

const noon = '2026-11-27T12:00:00.000Z';
const draft = (part: Partial<CampaignDraft> = {}): CampaignDraft => ({ ...emptyDraft, name: 'Drop', ...part });
const windowed = draft({ startsAt: '2026-11-27T10:00', endsAt: '2026-11-28T10:00' });

const plan = (scene: SceneName, of: CampaignDraft = draft(), isActive = true) =>
  planOf({ scene, at: noon }, of, { isActive, zone: 'UTC' });

test('a campaign shows the scenes that its visitors can come into, and no others', () => {
  expect(scenesOf(draft({ accessType: 'SECRET_LINK' }))).not.toContain('TOO_MANY');
  expect(scenesOf(draft())).not.toContain('WAITING');
  expect(scenesOf(draft({ hasWaitingList: true }))).toContain('WAITING');
  expect(scenesOf(draft({ trustLevel: 'CONFIRM_FIRST' }))).not.toContain('CONFIRM');
  expect(scenesOf(draft({ accessType: 'EMAIL_SIGNUP', trustLevel: 'CONFIRM_FIRST' }))).toContain('CONFIRM');
});

test('the draft goes to the API as if it were active, without its password', () => {
  const { input, assumed } = plan('AT_TIME', draft({ password: 'moon' }), false);

  expect(input).toMatchObject({ name: 'Drop', isActive: true });
  expect(input).not.toHaveProperty('password');
  expect(assumed).toEqual(['active']);
});

test('a scene is looked at when it can be: the chosen time, or the nearest one', () => {
  expect(plan('AT_TIME', windowed).at).toBe(noon);
  expect(plan('FORM', windowed).at).toBe(noon);
  expect(plan('EARLY', windowed).at).toBe('2026-11-26T10:00:00.000Z');
  expect(plan('ENDED', windowed).at).toBe('2026-11-28T10:00:00.000Z');
  expect(plan('OPEN', draft({ startsAt: '2026-12-01T10:00' })).at).toBe('2026-12-01T10:00:00.000Z');
  expect(plan('OPEN', draft({ endsAt: '2026-11-20T10:00' })).at).toBe('2026-11-20T09:59:00.000Z');
});

test('what the campaign does not say is taken for given, and said', () => {
  const early = plan('EARLY');
  expect([early.input.startsAt, early.assumed]).toEqual(['2026-11-28T12:00:00.000Z', ['start']]);

  const full = plan('FULL');
  expect([full.input.capacity, full.placesTaken, full.assumed]).toEqual([1, 1, ['places']]);

  expect(plan('FULL', draft({ capacity: '50' }))).toMatchObject({ placesTaken: 50, assumed: [] });
  expect(plan('ENDED').input.endsAt).toBe(noon);
});

test('the visitor comes by the way that the scene is about', () => {
  const both = draft({ accessType: 'PASSWORD_OR_EMAIL', trustLevel: 'CONFIRM_FIRST', showsEmailFirst: true });

  expect(plan('CONFIRM', both)).toMatchObject({ way: 'EMAIL', act: 'enter' });
  expect(plan('OPEN', both)).toMatchObject({ way: 'PASSWORD', act: 'enter' });
  expect(plan('DENIED', both)).toMatchObject({ way: 'EMAIL', act: 'enterWrong' });
  expect(plan('OPEN', draft({ accessType: 'SECRET_LINK' }))).toMatchObject({ way: 'LINK', act: 'enter' });
  expect(plan('PAUSED').input.isActive).toBe(false);
});

test('the slider goes around the window and now, in steps of whole minutes', () => {
  const { least, most, step } = sliderRange(
    { startsAt: '2026-12-01T10:00:00.000Z', endsAt: '2026-12-03T10:00:00.000Z' },
    noon,
  );

  expect(new Date(least).toISOString()).toBe('2026-11-26T12:00:00.000Z');
  expect(new Date(most).toISOString()).toBe('2026-12-04T10:00:00.000Z');
  expect(step % 60_000).toBe(0);
});

test('who waits in front of the gate for minutes sees it open, and nobody is made to wait for days', () => {
  expect(opensIn('SCHEDULED', noon, '2026-11-27T12:01:00.000Z')).toBe(60_000);
  expect(opensIn('SCHEDULED', noon, '2026-11-28T12:00:00.000Z')).toBeNull();
  expect(opensIn('LIVE', noon, '2026-11-27T12:01:00.000Z')).toBeNull();
});
