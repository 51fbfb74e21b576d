import { expect, test } from 'vitest';
import { type CampaignDraft, emptyDraft } from './campaign-draft.ts';
import { changesOf } from './campaign-input.ts';
import { typedIn, withTyped } from './kept-draft.ts';

const saved: CampaignDraft = {
  ...emptyDraft,
  ...{ name: 'Moon drop', password: 'leaked', capacity: '50', texts: { heading: 'Hello', denied: 'No' } },
};

test('what changed beside the form meanwhile is not undone by what was typed before', () => {
  const typed = typedIn({ ...saved, description: 'For you' }, saved);
  const now = { ...saved, password: 'new', capacity: '80' };

  const draft = withTyped(now, typed);

  expect(draft).toMatchObject({ description: 'For you', password: 'new', capacity: '80' });
  expect(changesOf(draft, now, 'UTC')).toEqual({ description: 'For you' });
});

test('of the texts only those that were typed are held', () => {
  const typed = typedIn({ ...saved, texts: { ...saved.texts, heading: 'Welcome' } }, saved);
  const now = { ...saved, texts: { heading: 'Hello', denied: 'Not this one' } };

  expect(withTyped(now, typed).texts).toEqual({ heading: 'Welcome', denied: 'Not this one' });
});

test('a text that was emptied stays empty', () => {
  const typed = typedIn({ ...saved, texts: { ...saved.texts, denied: '' } }, saved);

  expect(withTyped(saved, typed).texts).toEqual({ heading: 'Hello', denied: '' });
});
