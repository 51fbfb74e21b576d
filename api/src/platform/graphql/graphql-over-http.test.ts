import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { startToy } from './toy-endpoint.fixture.ts';

/** The audits of the GraphQL-over-HTTP specification; what it demands (MUST) fails the test, what it advises is listed. */
test('both the specification’s demands and, but for three, its advice are kept', async () => {
  const { http } = await startToy();
  const address = await http.listen({ host: '127.0.0.1', port: 0 });
  // A page cannot send this header without asking first; every client of ours sends it.
  const fetchWithPreflight = (url: string, init: RequestInit = {}) =>
    fetch(url, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), 'apollo-require-preflight': 'yes' },
    });
  const audits = serverAudits({ url: `${address}/public/graphql`, fetchFn: fetchWithPreflight });

  const results = await Promise.all(audits.map((audit) => audit.fn()));
  await http.close();

  const of = (status: string) => results.filter((result) => result.status === status).map((result) => result.name);
  expect(results.length).toBeGreaterThan(55);
  expect(of('error')).toEqual([]);
  expect(of('warn').length).toBeLessThanOrEqual(3);
});
