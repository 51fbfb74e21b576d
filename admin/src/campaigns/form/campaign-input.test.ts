import { expect, test } from 'vitest';
import { emptyDraft } from './campaign-draft.ts';
import { inputOf, saysTheSame } from './campaign-input.ts';

test('a password is sent only where visitors can type one', () => {
  expect(inputOf({ ...emptyDraft, password: 'moon', accessType: 'PASSWORD' }, 'UTC')).toMatchObject({
    password: 'moon',
  });
  expect(inputOf({ ...emptyDraft, password: 'moon', accessType: 'SECRET_LINK' }, 'UTC')).not.toHaveProperty('password');
});

test('an emptied field is sent as none, and the window in the zone of the shop', () => {
  const input = inputOf({ ...emptyDraft, description: '', startsAt: '2026-11-27T10:00' }, 'Europe/Berlin');

  expect(input).toMatchObject({ description: null, startsAt: '2026-11-27T09:00:00.000Z', endsAt: null });
});

test('the order of the products is part of the draft', () => {
  const ring = { id: 'ring', title: 'Ring' };
  const pin = { id: 'pin', title: 'Pin' };

  expect(saysTheSame({ ...emptyDraft, products: [ring, pin] }, { ...emptyDraft, products: [pin, ring] })).toBe(false);
});
