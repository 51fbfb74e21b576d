import { expect, test } from 'vitest';
import { fieldErrorsOf, settle } from './outcome.ts';

test('each refusal stands at its field, and what belongs to no field stands by itself', () => {
  const errors = fieldErrorsOf([
    { field: ['input', 'name'], message: 'Give it a name' },
    { field: ['input', 'productIds', '2'], message: 'That product is gone' },
    { field: ['id'], message: 'No such campaign' },
    { field: null, message: 'Too many campaigns' },
  ]);

  expect(errors.byField).toEqual({ name: 'Give it a name', productIds: 'That product is gone' });
  expect(errors.general).toEqual(['No such campaign', 'Too many campaigns']);
});

test('a field shows the first of its refusals', () => {
  const errors = fieldErrorsOf([
    { field: ['input', 'name'], message: 'first' },
    { field: ['input', 'name'], message: 'second' },
  ]);

  expect(errors.byField.name).toBe('first');
});

test('a network that fails ends a change as failed, without throwing', async () => {
  const outcome = await settle(() => Promise.reject(new TypeError('Failed to fetch')));

  expect(outcome).toEqual({ kind: 'failed', problem: { kind: 'offline' } });
});
