import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';

const DOCUMENTS = new URL('../../../widget/documents.json', import.meta.url);
const texts: Record<string, string> = JSON.parse(readFileSync(DOCUMENTS, 'utf8'));

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});

/** Asks for a campaign as the widget does before anybody typed anything. */
async function look(id: string, headers: Record<string, string> = {}) {
  const [documentId = ''] = Object.entries(texts).find(([, text]) => text.includes('query GateBefore(')) ?? [];
  const question = new URLSearchParams({ documentId, variables: JSON.stringify({ id }) });
  const response = await app.http.inject({ url: `/public/graphql?${question}`, headers });
  return { status: response.statusCode, headers: response.headers, campaign: response.json().data?.campaign };
}

test('whatever a widget ever asked is answered: no page that pins one stands before a closed door', async () => {
  for (const documentId of Object.keys(texts)) {
    const response = await app.http.inject({ method: 'POST', url: '/public/graphql', payload: { documentId } });
    const codes = (response.json().errors ?? []).map(
      ({ extensions }: { extensions: { code: string } }) => extensions.code,
    );
    expect(codes.filter((code: string) => code !== 'BAD_USER_INPUT')).toEqual([]);
  }
});

test('of all that the widget asks, only the campaign by its id may go in an address', async () => {
  const byGet = await Promise.all(
    Object.entries(texts).map(async ([documentId, text]) => {
      const { statusCode } = await app.http.inject(`/public/graphql?documentId=${documentId}&variables={}`);
      return statusCode === 405 ? [] : [text];
    }),
  );

  expect(byGet.flat().map((text) => /\{ campaign\(id: \$id\) \{ \.\.\.GateCampaign \} \}$/.test(text))).toEqual([true]);
});

test('a campaign that is to start is told as such, with a clock beside it that a countdown can trust', async () => {
  const startsAt = new Date(Date.now() + 3_600_000).toISOString();
  const { id } = await aCampaign(app, await aShop(app), { startsAt });

  const { campaign, headers } = await look(id);

  expect(campaign).toMatchObject({ id, status: 'SCHEDULED', startsAt });
  expect(campaign).not.toHaveProperty('serverTime');
  expect(Math.abs(Date.parse(String(headers['x-server-time'])) - Date.now())).toBeLessThan(5_000);
});

test('a change is told at once to who comes after it was made known, under another tag', async () => {
  const { id } = await aCampaign(app, await aShop(app), { name: 'Before' });
  const before = await look(id);
  await app.database.prisma.earlyAccessCampaign.updateMany({ where: { id }, data: { name: 'After' } });

  app.services.answers.forget(id);
  const after = await look(id, { 'if-none-match': String(before.headers.etag) });

  expect([before.campaign.name, after.status, after.campaign.name]).toEqual(['Before', 200, 'After']);
  expect(after.headers.etag).not.toBe(before.headers.etag);
});

test('an id that is nobody’s is answered like any other, and says no more', async () => {
  const { status, campaign } = await look('00000000-0000-7000-8000-000000000000');

  expect([status, campaign]).toEqual([200, null]);
});
