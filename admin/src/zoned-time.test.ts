import { expect, test } from 'vitest';
import { clockChangeAt, fromZonedField, toZonedField } from './zoned-time.ts';

test.each([
  ['Europe/Berlin', '2026-11-27T10:00', '2026-11-27T09:00:00.000Z'],
  ['America/New_York', '2026-11-27T10:00', '2026-11-27T15:00:00.000Z'],
  ['Asia/Kathmandu', '2026-07-01T00:30', '2026-06-30T18:45:00.000Z'],
  ['Europe/Berlin', '2026-07-01T10:00', '2026-07-01T08:00:00.000Z'],
])('in %s the field %s means %s, and back', (zone, field, instant) => {
  expect(fromZonedField(field, zone)).toBe(instant);
  expect(toZonedField(instant, zone)).toBe(field);
});

test('an hour on the morning of a change of clocks is read with the right side of it', () => {
  expect(fromZonedField('2026-03-29T01:30', 'Europe/Berlin')).toBe('2026-03-29T00:30:00.000Z');
  expect(fromZonedField('2026-03-29T03:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
});

test('an empty field means no time at all', () => {
  expect(fromZonedField('', 'Europe/Berlin')).toBeNull();
  expect(toZonedField(null, 'Europe/Berlin')).toBe('');
});

test.each([
  ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
])('in %s the time %s comes twice, and the first is meant', (zone, field, instant) => {
  expect(clockChangeAt(field, zone)).toBe('repeated');
  expect(fromZonedField(field, zone)).toBe(instant);
});

test.each([
  ['Europe/Berlin', '2026-03-29T02:30'],
  ['America/New_York', '2026-03-08T02:00'],
  ['Australia/Lord_Howe', '2026-10-04T02:15'],
])('in %s the time %s does not exist', (zone, field) => {
  expect(clockChangeAt(field, zone)).toBe('skipped');
});

test('an ordinary time and an empty field need no word about clocks', () => {
  expect(clockChangeAt('2026-10-25T03:00', 'Europe/Berlin')).toBeUndefined();
  expect(clockChangeAt('2026-03-29T03:00', 'Europe/Berlin')).toBeUndefined();
  expect(clockChangeAt('2026-03-29T02:30', 'UTC')).toBeUndefined();
  expect(clockChangeAt('', 'Europe/Berlin')).toBeUndefined();
});
