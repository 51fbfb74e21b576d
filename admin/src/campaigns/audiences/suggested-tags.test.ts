import { expect, test } from 'vitest';
import { suggestedTags } from './suggested-tags.ts';

test('a campaign is offered a tag of its own in plain letters, and one for all campaigns', () => {
  expect(suggestedTags('Été 2027: “Früh dran”')).toEqual(['vip-early-access', 'vip-ete-2027-fruh-dran']);
});

test('a campaign whose name has neither letter nor digit is offered the common tag alone', () => {
  expect(suggestedTags('✨ !')).toEqual(['vip-early-access']);
});
