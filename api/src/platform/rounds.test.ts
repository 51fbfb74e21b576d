import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { expect, test } from 'vitest';
import { Rounds } from './rounds.ts';

const GRACE_MS = 10_000;
const silent = pino({ level: 'silent' });

test('a round that fails is tried again, and holds up no other', async () => {
  const looks = { broken: 0, sound: 0 };
  const rounds = new Rounds(
    [
      {
        name: 'broken',
        everyMs: 1,
        run: async () => {
          looks.broken += 1;
          throw new Error('not now');
        },
      },
      { name: 'sound', everyMs: 1, run: async () => ++looks.sound },
    ],
    silent,
  );
  rounds.start();
  await expect.poll(() => Math.min(looks.broken, looks.sound)).toBeGreaterThan(2);
  await rounds.stop(GRACE_MS);
});

test('a call during a look leads to one more look, never to two at once', async () => {
  let looks = 0;
  let atOnce = 0;
  let most = 0;
  const run = async () => {
    looks += 1;
    atOnce += 1;
    most = Math.max(most, atOnce);
    await pause(20);
    atOnce -= 1;
  };
  const rounds = new Rounds([{ name: 'inbox', everyMs: 60_000, run }], silent);
  rounds.start();
  rounds.wake('inbox');
  rounds.wake('inbox');
  await expect.poll(() => looks).toBe(2);
  await rounds.stop(GRACE_MS);
  expect(most).toBe(1);
});

test('after the end nothing begins, and what ran has ended', async () => {
  let ended = false;
  const run = async () => {
    await pause(20);
    ended = true;
  };
  const rounds = new Rounds([{ name: 'inbox', everyMs: 1, run }], silent);
  rounds.start();
  await rounds.stop(GRACE_MS);
  expect(ended).toBe(true);
  ended = false;
  rounds.wake('inbox');
  await pause(40);
  expect(ended).toBe(false);
});

test('a round that does not end holds up nobody for longer than the grace', async () => {
  const endless = Promise.withResolvers<void>();
  const rounds = new Rounds([{ name: 'inbox', everyMs: 1, run: () => endless.promise }], silent);
  rounds.start();
  await rounds.stop(10);
  endless.resolve();
});
