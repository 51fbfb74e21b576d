import { expect, test } from 'vitest';
import { credentialDraftOf, credentialInputOf, credentialProblems, endOf } from './credential-draft.ts';

const zone = 'Europe/Berlin';
const past = '2020-01-01T09:00:00.000Z';
const code = { id: 'a', name: 'Press', code: 'NEWS', totalUses: 3, maxUses: null, expiresAt: past, revokedAt: null };

test('renaming a code sends its name alone, so that an end that is past is not set anew', () => {
  const saved = credentialDraftOf(code, zone);

  expect(credentialInputOf({ ...saved, name: 'Friends' }, saved, zone)).toEqual({ name: 'Friends' });
});

test('emptying a limit takes it away, and a new one without a code asks for one to be made', () => {
  const saved = { name: 'Press', code: 'NEWS', maxUses: '5', expiresAt: '2026-11-27T10:00' };

  expect(credentialInputOf({ ...saved, maxUses: '', expiresAt: '' }, saved, zone)).toEqual({
    maxUses: null,
    expiresAt: null,
  });
  expect(credentialInputOf({ ...saved, code: '', maxUses: '' }, undefined, zone)).toEqual({
    name: 'Press',
    code: null,
    maxUses: null,
    expiresAt: '2026-11-27T09:00:00.000Z',
  });
});

test.each(['1.5', '-1', '0', 'many', '10000001'])('%s is no number of people', (maxUses) => {
  const draft = { name: 'Press', code: '', maxUses, expiresAt: '' };

  expect(Object.keys(credentialProblems(draft, zone))).toEqual(['maxUses']);
});

test('what was revoked says so before anything else, then what ended, then what is used up', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  const full = { ...code, expiresAt: null, maxUses: 3 };

  expect(endOf({ ...full, revokedAt: past }, now)).toBe('revoked');
  expect(endOf({ ...full, expiresAt: past }, now)).toBe('expired');
  expect(endOf(full, now)).toBe('usedUp');
  expect(endOf({ ...full, maxUses: 4 }, now)).toBeUndefined();
});
