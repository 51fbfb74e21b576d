import { expect, test } from 'vitest';
import type { Ask } from './gate-api.ts';
import { triesOver } from './gate-tries.ts';
import { aStore } from './gate-world.fixture.ts';

test('a code is the same however it is spaced', async () => {
  const asked: unknown[] = [];
  const ask = (async (_, variables) => {
    asked.push(variables);
    return { unlock: { __typename: 'GateDenied' } };
  }) as Ask;

  await triesOver(ask, aStore()).confirmWithCode('confirmation-1', ' 123 456 ');

  expect(asked).toEqual([{ input: { confirmation: 'confirmation-1', code: '123456' } }]);
});
