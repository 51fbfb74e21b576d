import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { type Answers, aList, openAdmin } from '../test-page.tsx';
import { fetchFile } from './download.ts';

const patience = { timeout: 15_000 };
const about = { domain: 'demo.example', name: 'Demo', currencyCode: 'EUR', timeZone: 'UTC', isEditable: true };
const shop = { __typename: 'Shop', ...about };

const request = (part: object) => ({
  __typename: 'DataRequest',
  ...{ id: 'r1', source: 'SHOPIFY', status: 'READY', email: 'ada@example.com', askedAt: '2026-11-27T09:00:00.000Z' },
  ...{ downloadPath: '/admin/data-requests/r1', ...part },
});

const settings = (requests: object[] = []): Answers => ({
  SettingsPage: { data: { shop } },
  Connections: { data: { connections: [] } },
  ApiTokens: { data: { apiTokens: { __typename: 'ApiTokenConnection', ...aList([]) } } },
  ShopHiding: { data: { shop: { ...shop, unlisting: null } } },
  DataRequests: { data: { dataRequests: { __typename: 'DataRequestConnection', ...aList(requests) } } },
});

test('each request tells who asked and whether its file is still there; only such a file can be downloaded', async () => {
  const gone = request({ id: 'r2', source: 'MERCHANT', status: 'EXPIRED', email: null, downloadPath: null });
  openAdmin('/settings', settings([request({}), gone]));

  await screen.findByRole('button', { name: 'Download the data of ada@example.com' }, patience);
  expect(screen.getByText('The customer, through Shopify')).toBeTruthy();
  expect(screen.getByText('Gone after 30 days')).toBeTruthy();
  expect(screen.getAllByRole('button', { name: /^Download/ })).toHaveLength(1);
});

test("a file is fetched with the merchant's token, and once more with a fresh one when that has run out", async () => {
  const tokens: unknown[] = [];
  vi.stubGlobal('fetch', async (_path: string, { headers }: { headers: Record<string, string> }) => {
    tokens.push(headers.authorization);
    return tokens.length === 1 ? new Response('', { status: 401 }) : new Response('{}');
  });

  const file = await fetchFile('/admin/data-requests/r1', async (need) => need ?? 'old');

  expect(tokens).toEqual(['Bearer old', 'Bearer fresh']);
  expect(file).toBeInstanceOf(Blob);
});

test.each([
  [401, 'session'],
  [403, 'forbidden'],
  [500, 'server'],
])('a file refused with %i is told as %s', async (status, kind) => {
  vi.stubGlobal('fetch', async () => new Response('', { status }));

  expect(await fetchFile('/x', async () => 'token')).toEqual({ kind });
});

test('forgetting a person says what is lost, and does nothing before it is confirmed', async () => {
  let erased: unknown;
  openAdmin('/settings', {
    ...settings(),
    PersonalDataErase: ({ email }) => {
      erased = email;
      return { data: { personalDataErase: { __typename: 'P', removedCount: 4, userErrors: [] } } };
    },
  });

  fireEvent.click(await screen.findByRole('button', { name: 'Forget this person' }, patience));
  expect(screen.getByText('Type an e-mail address.')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('E-mail address'), { target: { value: 'Ada@example.com' } });
  fireEvent.click(screen.getByRole('button', { name: 'Forget this person' }));
  const dialog = within(await screen.findByRole('dialog', {}, patience));
  expect(dialog.getByText(/^Everything held of Ada@example.com is erased/)).toBeTruthy();
  expect(erased).toBeUndefined();
  fireEvent.click(dialog.getByRole('button', { name: 'Forget this person' }));

  await screen.findAllByText('4 records were erased.', {}, patience);
  expect(erased).toBe('Ada@example.com');
});

test('before an uninstall everything hidden is put back with one button, which says how many', async () => {
  let undone = 0;
  const unlisting = {
    __typename: 'ShopUnlisting',
    hiddenCount: 12,
    waitingCount: 0,
    problem: null,
    problemDetail: null,
    failures: [],
  };
  openAdmin('/settings', {
    ...settings(),
    ShopHiding: { data: { shop: { ...shop, unlisting } } },
    UnlistingUndoAll: () => {
      undone += 1;
      return { data: { unlistingUndoAll: { __typename: 'P', unlisting, userErrors: [] } } };
    },
  });

  await screen.findByText('Before you uninstall the app', {}, patience);
  fireEvent.click(screen.getByRole('button', { name: 'Put every hidden product back' }));
  const dialog = within(await screen.findByRole('dialog', {}, patience));
  expect(dialog.getByText(/^12 products get back the status they had/)).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: 'Put every hidden product back' }));

  await waitFor(() => expect(undone).toBe(1), patience);
});
