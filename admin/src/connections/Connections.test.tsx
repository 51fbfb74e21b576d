import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type Answers, aCampaign, aList, aShopWith, openAdmin } from '../test-page.tsx';
import { aConnection, aReason, aSummary } from './connection.fixture.ts';

const patience = { timeout: 15_000 };
const about = { domain: 'demo.example', name: 'Demo', currencyCode: 'EUR', timeZone: 'UTC', isEditable: true };
const shop = { __typename: 'Shop', ...about };

function settingsWith(connections: readonly object[], waiting = 0): Answers {
  const sync = aSummary({ total: waiting, waiting });
  return {
    SettingsPage: { data: { shop } },
    ApiTokens: { data: { apiTokens: { __typename: 'ApiTokenConnection', ...aList([]) } } },
    Connections: { data: { connections: connections.map((connection) => ({ ...connection, sync })) } },
  };
}

const saved = (connection: object | null, userErrors: readonly object[] = []) => ({
  data: { connectionSave: { __typename: 'ConnectionSavePayload', connection, userErrors } },
});

test('a key that Klaviyo refuses is told at its field, and what was typed stays to be mended', async () => {
  const message = 'Klaviyo refuses this key. Nothing was saved.';
  const userErrors = [{ __typename: 'UserError', field: ['input', 'key'], message, code: 'INVALID' }];
  openAdmin('/settings', { ...settingsWith([]), ConnectionSave: saved(null, userErrors) });

  fireEvent.click(await screen.findByRole('button', { name: 'Connect Klaviyo' }, patience));
  const dialog = within(await screen.findByRole('dialog', {}, patience));
  const key = dialog.getByLabelText<HTMLInputElement>('Private API key');
  fireEvent.change(key, { target: { value: 'pk_half' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Connect Klaviyo' }));

  await dialog.findByText(message, {}, patience);
  expect(key.value).toBe('pk_half');
  expect(key.type).toBe('password');
  expect(dialog.getByText('Subscriptions: full access')).toBeTruthy();
});

test('a key that the network lost stays typed, and an empty one is not sent at all', async () => {
  let sent = 0;
  openAdmin('/settings', {
    ...settingsWith([]),
    ConnectionSave: () => {
      sent += 1;
      return new TypeError('Failed to fetch');
    },
  });

  fireEvent.click(await screen.findByRole('button', { name: 'Connect Omnisend' }, patience));
  const dialog = within(await screen.findByRole('dialog', {}, patience));
  const connect = dialog.getByRole('button', { name: 'Connect Omnisend' });
  fireEvent.click(connect);
  await dialog.findByText('Paste the key first.', {}, patience);
  expect(sent).toBe(0);
  const key = dialog.getByLabelText<HTMLInputElement>('API key');
  fireEvent.change(key, { target: { value: ' key-1 ' } });
  fireEvent.click(connect);

  await dialog.findByText('The network is gone', {}, patience);
  expect(key.value).toBe(' key-1 ');
});

test.each([
  [
    { status: 'PAUSED', problem: 'KEY_REFUSED' },
    'Klaviyo refuses the key',
    /Replace the key, and what waits here goes out/,
  ],
  [
    { status: 'PAUSED', problem: 'SCOPE_MISSING', problemDetail: 'lists:write is missing' },
    'The key may not do everything Klaviyo is asked for',
    /Klaviyo said: lists:write is missing/,
  ],
  [
    { status: 'PAUSED', problem: 'VERSION_RETIRED' },
    'Klaviyo no longer speaks with this version of the app',
    /update it/,
  ],
  [
    { status: 'BACKING_OFF', retryAt: '2026-11-22T10:30:00.000Z' },
    'Klaviyo doesn’t answer as it should',
    /tried again at .*10:30.* UTC/,
  ],
  [{ status: 'HELD' }, 'Sending is on hold', /pnpm sync:resume/],
])('a connection that sends nothing says why and what to do: %o', async (part, title, body) => {
  openAdmin('/settings', settingsWith([aConnection(part)]));

  await screen.findByText(title, {}, patience);

  expect(screen.getByText(body)).toBeTruthy();
  expect(screen.getByText('Harbour Pottery')).toBeTruthy();
});

test('disconnecting says what stays unsent, and disconnects nothing when cancelled', async () => {
  let deleted = 0;
  openAdmin('/settings', {
    ...settingsWith([aConnection()], 31),
    ConnectionDelete: () => {
      deleted += 1;
      return {
        data: {
          connectionDelete: { __typename: 'ConnectionDeletePayload', deletedConnectionId: 'k1', userErrors: [] },
        },
      };
    },
  });

  fireEvent.click(await screen.findByRole('button', { name: 'Disconnect: Klaviyo' }, patience));
  const dialog = within(await screen.findByRole('dialog', {}, patience));
  expect(dialog.getByText(/31 sign-ups not sent yet stay here/)).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));

  await waitFor(() => expect(screen.queryByText(/31 sign-ups/)).toBeNull(), patience);
  expect(deleted).toBe(0);
});

test('a setting is saved as soon as it is ticked, keeps the key and the others, and can be taken back', async () => {
  const inputs: unknown[] = [];
  let connection = aConnection({ sendsEvent: true });
  openAdmin('/settings', {
    ...settingsWith([connection]),
    Connections: () => ({
      data: { connections: [{ ...connection, sync: aSummary() }] },
    }),
    ConnectionSave: ({ input }) => {
      inputs.push(input);
      connection = { ...connection, ...(input as object), id: 'k1' };
      return saved(connection);
    },
  });

  const box = await screen.findByLabelText<HTMLInputElement>(/Also bring people/, {}, patience);
  fireEvent.click(box);
  await waitFor(() => expect(box.checked).toBe(true), patience);
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }, patience));

  await waitFor(() => expect(box.checked).toBe(false), patience);
  const kept = { destination: 'KLAVIYO', key: null, sendsEvent: true, sendsWelcomeMessage: false };
  expect(inputs).toEqual([
    { ...kept, sendsWithoutConsent: true },
    { ...kept, sendsWithoutConsent: false },
  ]);
});

test('a connection that is paused is told of where the merchant comes first, with the way to mend it', async () => {
  const connections = [aConnection({ status: 'PAUSED', problem: 'KEY_REFUSED' }), aConnection({ id: 'k2' })];
  openAdmin('/campaigns', { ...aShopWith(aCampaign()), ConnectionAlerts: { data: { connections } } });

  await screen.findByText('Klaviyo refuses the key', {}, patience);

  expect(screen.getByRole('link', { name: 'Open settings' }).getAttribute('href')).toBe('/settings');
});

test('a connection sums up all campaigns, and takes up removals that were given up', async () => {
  const inputs: unknown[] = [];
  const detail = 'The key lacks a permission; this needs data-privacy:write.';
  const connection = aConnection({ removalsWaiting: 3, removalsParked: 2, removalsDetail: detail });
  const sync = aSummary({ total: 40, onList: 38, failed: 2, reasons: [aReason('FAILED', 'AUDIENCE_GONE', 2)] });
  openAdmin('/settings', {
    ...settingsWith([]),
    Connections: { data: { connections: [{ ...connection, sync }] } },
    SyncRetry: ({ input }) => {
      inputs.push(input);
      return { data: { syncRetry: { __typename: 'SyncRetryPayload', count: 2, userErrors: [] } } };
    },
  });

  await screen.findByText(/To be removed at Klaviyo: 3 people/, {}, patience);
  fireEvent.click(screen.getByRole('button', { name: /^Send again: The list was gone for 2 people/ }));
  await screen.findByText('2 sign-ups will be sent again', {}, patience);
  fireEvent.click(screen.getByRole('button', { name: /^Ask again/ }));

  await waitFor(() => expect(inputs.length).toBe(2), patience);
  expect(inputs).toEqual([
    { destination: 'KLAVIYO', states: ['FAILED'], reason: 'AUDIENCE_GONE' },
    { destination: 'KLAVIYO', states: ['PARKED'] },
  ]);
  expect(screen.getByText(/Not removed at Klaviyo: 2 people/)).toBeTruthy();
  expect(screen.getByText(/data-privacy:write/)).toBeTruthy();
});
