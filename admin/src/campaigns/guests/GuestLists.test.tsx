import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aCampaign, aList, aShopWith, openAdmin } from '../../test-page.tsx';

const patience = { timeout: 5_000 };

const ofCampaign = (part: object) => ({ data: { campaign: { __typename: 'EarlyAccessCampaign', id: 'c1', ...part } } });
const waiting = (...emails: string[]) => {
  const nodes = emails.map((email) => ({
    __typename: 'WaitingListEntry',
    ...{ id: email, email, createdAt: '2026-11-21T09:00:00.000Z' },
  }));
  return ofCampaign({ admissionNotice: 'MAIL', waitingList: { __typename: 'WaitingListConnection', ...aList(nodes) } });
};
const guests = (...emails: string[]) => {
  const nodes = emails.map((email) => ({ __typename: 'Guest', email, addedAt: '2026-11-21T09:00:00.000Z' }));
  return ofCampaign({ guests: { __typename: 'GuestConnection', ...aList(nodes) } });
};
const byEmail = { accessType: 'EMAIL_SIGNUP', isGuestListOnly: true, hasWaitingList: true };

test('who waits is admitted after the merchant read what follows, and then waits no more', async () => {
  let list = ['ada@example.com', 'lin@example.com'];
  openAdmin('/campaigns/c1', {
    ...aShopWith(aCampaign(byEmail)),
    WaitingList: () => waiting(...list),
    WaitingListAdmit: ({ ids }) => {
      list = list.filter((email) => !(ids as string[]).includes(email));
      const campaign = { __typename: 'EarlyAccessCampaign', id: 'c1', guestsCount: 1 };
      const payload = {
        __typename: 'WaitingListAdmitPayload',
        admittedCount: 1,
        mailedCount: 1,
        campaign,
        userErrors: [],
      };
      return { data: { waitingListAdmit: payload } };
    },
  });

  fireEvent.click(await screen.findByRole('button', { name: 'Admit ada@example.com' }, patience));
  const dialog = within(await screen.findByRole('dialog', {}, patience));
  expect(dialog.getByText(/We write to them with the address of the campaign’s page/)).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: 'Admit' }));

  await waitFor(() => expect(screen.queryByText('ada@example.com')).toBeNull(), patience);
  expect(screen.getByText('lin@example.com')).toBeTruthy();
  expect(screen.getByText('1 person waiting')).toBeTruthy();
  expect(await screen.findByText('1 person admitted to the guest list, 1 written to', {}, patience)).toBeTruthy();
});

test('where nobody comes in by e-mail, nobody can be admitted to a guest list', async () => {
  const campaign = aCampaign({ accessType: 'PASSWORD', hasWaitingList: true });
  openAdmin('/campaigns/c1', { ...aShopWith(campaign), WaitingList: waiting('ada@example.com', 'lin@example.com') });

  await screen.findByRole('button', { name: 'Remove ada@example.com from the waiting list' }, patience);

  expect(screen.queryByRole('button', { name: /^Admit/ })).toBeNull();
});

test('a guest whose removal the network lost stays on the list, and the dialog stays to try again', async () => {
  openAdmin('/campaigns/c1', {
    ...aShopWith(aCampaign(byEmail)),
    GuestList: ofCampaign({ guestsCount: 2 }),
    Guests: guests('ada@example.com', 'lin@example.com'),
    GuestRemove: new TypeError('Failed to fetch'),
  });

  fireEvent.click(await screen.findByRole('button', { name: 'Show the list' }, patience));
  fireEvent.click(await screen.findByRole('button', { name: 'Remove ada@example.com from the guest list' }, patience));
  const dialog = within(await screen.findByRole('dialog', {}, patience));
  fireEvent.click(dialog.getByRole('button', { name: 'Remove' }));

  await waitFor(() => expect(screen.getAllByText(/^The network is gone/).length).toBeGreaterThan(0), patience);
  expect(dialog.getByText(/ada@example.com is taken off the list/)).toBeTruthy();
});
