import { beforeAll, expect, test } from 'vitest';
import { testDatabaseUrl } from '../../../test/database.ts';
import { StartError } from '../start-error.ts';
import { connectionShare } from './connection-share.ts';

let url: string;
beforeAll(async () => {
  url = await testDatabaseUrl();
});

test('few processes have as many connections each as they want', async () => {
  expect(await connectionShare(url, 10, 2)).toBe(10);
});

test('many processes share what there is, and never want more than there is', async () => {
  const share = await connectionShare(url, 1_000, 4);
  expect(share).toBeLessThan(1_000);
  expect(await connectionShare(url, 1_000, 8)).toBeLessThan(share);
});

test('too many processes are refused, by the names of what an operator can change', async () => {
  await expect(connectionShare(url, 10, 1_000)).rejects.toThrow(StartError);
  await expect(connectionShare(url, 10, 1_000)).rejects.toThrow(/API_PROCESSES.*max_connections/);
});
