import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aReason, aSync } from '../../connections/connection.fixture.ts';
import { type Answers, aCampaign, aList, aShopWith, openAdmin } from '../../test-page.tsx';

const patience = { timeout: 5_000 };

function aCampaignAt(sync: readonly object[], signups: readonly object[] = []): Answers {
  const ofCampaign = (part: object) => ({
    data: { campaign: { __typename: 'EarlyAccessCampaign', id: 'c1', ...part } },
  });
  return {
    ...aShopWith(aCampaign({ klaviyoListId: 'L1' })),
    CampaignSync: ofCampaign({ sync }),
    CampaignSignups: ofCampaign({ signups: { __typename: 'SignupConnection', ...aList(signups) } }),
  };
}

function aSignup(receipts: readonly object[]) {
  return {
    __typename: 'Signup',
    id: 's1',
    email: 'grace@people.example',
    firstName: 'Grace',
    lastName: null,
    acceptsMarketing: true,
    createdAt: '2026-11-22T09:00:00.000Z',
    receipts: receipts.map((receipt) => ({
      ...{ __typename: 'Receipt', destination: 'KLAVIYO', state: 'ON_LIST', reason: null },
      ...{ attempts: 1, acceptedAt: '2026-11-22T09:00:02.000Z' },
      ...receipt,
    })),
  };
}

const payload = (name: string, type: string, count: number) => ({
  data: { [name]: { __typename: type, count, userErrors: [] } },
});

test('who failed is told apart by reason, and is sent again for one reason alone', async () => {
  const inputs: unknown[] = [];
  const reasons = [
    aReason('FAILED', 'NOT_SEEN', 2),
    aReason('FAILED', 'AUDIENCE_GONE', 1),
    aReason('SKIPPED', 'UNSUBSCRIBED', 4),
  ];
  openAdmin('/campaigns/c1', {
    ...aCampaignAt([aSync({ summary: { total: 1_007, onList: 1_000, skipped: 4, failed: 3, reasons } })]),
    SyncRetry: ({ input }) => {
      inputs.push(input);
      return payload('syncRetry', 'SyncRetryPayload', 2);
    },
  });

  const name = /^Send again: Klaviyo had accepted 2 people who aren’t on the list/;
  fireEvent.click(await screen.findByRole('button', { name }, patience));
  await screen.findByText('2 sign-ups will be sent again', {}, patience);
  fireEvent.click(screen.getByRole('button', { name: 'Send all of them again' }));

  await waitFor(() => expect(inputs.length).toBe(2), patience);
  expect(inputs).toEqual([
    { destination: 'KLAVIYO', campaignId: 'c1', states: ['FAILED'], reason: 'NOT_SEEN' },
    { destination: 'KLAVIYO', campaignId: 'c1', states: ['FAILED'] },
  ]);
  expect(screen.getByText(/4 people unsubscribed at Klaviyo/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /unsubscribed/ })).toBeNull();
  expect(screen.getByText('1,000')).toBeTruthy();
});

test('earlier sign-ups are offered with their number, and sent only when the merchant says so', async () => {
  const asked: unknown[] = [];
  openAdmin('/campaigns/c1', {
    ...aCampaignAt([aSync({ summary: { unsent: 312 } })]),
    SyncBackfill: (variables) => {
      asked.push(variables);
      return payload('syncBackfill', 'SyncBackfillPayload', 312);
    },
  });

  await screen.findByText('312 earlier sign-ups are not on this list.', {}, patience);
  expect(asked).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Send them to Klaviyo' }));

  await screen.findByText('312 sign-ups will be sent', {}, patience);
  expect(asked).toEqual([{ campaignId: 'c1', destination: 'KLAVIYO' }]);
});

test('what waits says since when, and a connection that is away says that nothing is sent', async () => {
  const oldestWaitingSince = new Date(Date.now() - 3 * 60 * 60_000).toISOString();
  const summary = { total: 5, waiting: 5, oldestWaitingSince };
  openAdmin('/campaigns/c1', aCampaignAt([aSync({ connection: null, summary })]));

  await screen.findByText('The first for 3 hours.', {}, patience);

  expect(screen.getByText('Klaviyo isn’t connected, so that nothing is sent.')).toBeTruthy();
  expect(screen.getByText('0 of 5 done')).toBeTruthy();
});

test('a network that fails while one looks on is said, and what was known stays until it is back', async () => {
  const moving = aSync({ summary: { total: 5, waiting: 5 } });
  const done = aSync({ summary: { total: 5, onList: 5 } });
  const answerOf = (sync: object) => ({
    data: { campaign: { __typename: 'EarlyAccessCampaign', id: 'c1', sync: [sync] } },
  });
  const answers = [answerOf(moving), new TypeError('Failed to fetch'), answerOf(done)];
  let asked = 0;
  openAdmin('/campaigns/c1', {
    ...aCampaignAt([]),
    CampaignSync: () => {
      asked += 1;
      return answers[Math.min(asked, answers.length) - 1] ?? new Error('There is no such answer');
    },
  });

  await screen.findByText('The network is gone', {}, patience);
  expect(screen.getByText('0 of 5 done')).toBeTruthy();

  await screen.findByText('Klaviyo showed them on the list.', {}, patience);
  expect(screen.queryByText('The network is gone')).toBeNull();
});

test('a campaign that goes nowhere shows no panel about it', async () => {
  openAdmin('/campaigns/c1', aCampaignAt([aSync({ audience: null, connection: null })]));

  await screen.findByText(/Klaviyo isn’t connected\./, {}, patience);

  expect(screen.queryByText('Brought to Klaviyo and Omnisend')).toBeNull();
});

test('a sign-up’s history tells what happened in order, and who was left out can be sent again', async () => {
  const inputs: unknown[] = [];
  const history = [
    { __typename: 'ReceiptEntry', at: '2026-11-22T09:00:01.000Z', event: 'SENT', detail: null },
    { __typename: 'ReceiptEntry', at: '2026-11-22T09:00:31.000Z', event: 'SEEN', detail: null },
    { __typename: 'ReceiptEntry', at: '2026-11-22T19:00:00.000Z', event: 'SKIPPED', detail: null },
  ];
  const receipt = { __typename: 'Receipt', destination: 'KLAVIYO', state: 'SKIPPED', reason: 'UNSUBSCRIBED' };
  const signup = aSignup([{ state: 'SKIPPED', reason: 'UNSUBSCRIBED' }]);
  const told = { ...receipt, detail: null, contactId: '01H', dueAt: null, history };
  openAdmin('/campaigns/c1', {
    ...aCampaignAt([aSync()], [signup]),
    SignupHistory: {
      data: { signup: { __typename: 'Signup', id: 's1', receipts: [told] } },
    },
    SyncRetry: ({ input }) => {
      inputs.push(input);
      return payload('syncRetry', 'SyncRetryPayload', 1);
    },
  });

  await screen.findByText('Klaviyo: unsubscribed', {}, patience);
  fireEvent.click(screen.getByRole('button', { name: 'History of grace@people.example' }));
  const dialog = within(await screen.findByRole('dialog', {}, patience));
  await dialog.findByText(/They unsubscribed at Klaviyo/, {}, patience);
  const events = dialog.getAllByRole('listitem').map(({ textContent }) => textContent);
  fireEvent.click(dialog.getByRole('button', { name: 'Send again to Klaviyo' }));

  await waitFor(
    () => expect(inputs).toEqual([{ destination: 'KLAVIYO', signupId: 's1', states: ['SKIPPED'] }]),
    patience,
  );
  expect(events.map((text) => text?.replace(/^.*:\d\d( [AP]M)?/, ''))).toEqual([
    'Sent to Klaviyo',
    'Seen on the list',
    'Left out',
  ]);
});

test('removing somebody says what happens where they may have arrived, and nothing about elsewhere', async () => {
  const waiting = { destination: 'OMNISEND', state: 'WAITING', attempts: 0, acceptedAt: null };
  openAdmin('/campaigns/c1', aCampaignAt([aSync()], [aSignup([{}, waiting])]));

  fireEvent.click(await screen.findByRole('button', { name: 'Remove grace@people.example' }, patience));
  const dialog = within(await screen.findByRole('dialog', {}, patience));

  expect(dialog.getByText(/Klaviyo is asked to delete the whole profile/)).toBeTruthy();
  expect(dialog.queryByText(/Omnisend has no deletion/)).toBeNull();
});
