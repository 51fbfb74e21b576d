import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { aCampaign, aShopWith, campaignList, openAdmin } from '../test-page.tsx';
import { SessionEndedError } from './bridge/session.ts';

const patience = { timeout: 15_000 };

afterEach(() => {
  vi.restoreAllMocks();
});

/** An API whose list of campaigns is not to be had until the network, or the session, is there again. */
function aGap(fault: Error) {
  const gap = { isOver: false };
  const list = () => (gap.isOver ? campaignList([aCampaign()]) : fault);
  const answers = { ...aShopWith(aCampaign()), CampaignsPage: list };
  const getSessionToken = async (): Promise<string> => {
    if (gap.isOver) return 'token';
    throw fault;
  };
  return { gap, answers, getSessionToken };
}

test('a network that comes back brings what is shown up to date, without a press', async () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const { gap, answers, getSessionToken } = aGap(new TypeError('Failed to fetch'));
  openAdmin('/campaigns', answers, getSessionToken);

  await screen.findByText('You’re offline', {}, patience);
  gap.isOver = true;
  online.mockReturnValue(true);
  act(() => void window.dispatchEvent(new Event('online')));

  await screen.findByText('Autumn drop', {}, patience);
  await waitFor(() => expect(screen.queryByText('You’re offline')).toBeNull(), patience);
  await screen.findByText('Back again. Everything here is up to date.', {}, patience);
});

test('an app that does not answer a browser with a network is told as such, and asked again by itself', async () => {
  const { gap, answers, getSessionToken } = aGap(new TypeError('Failed to fetch'));
  openAdmin('/campaigns', answers, getSessionToken);

  await screen.findByText('We can’t reach the app', {}, patience);
  gap.isOver = true;

  await screen.findByText('Autumn drop', {}, patience);
});

test('a session that ended is no gap in the network, and goes on once the merchant is signed in again', async () => {
  const { gap, answers, getSessionToken } = aGap(new SessionEndedError('over'));
  openAdmin('/campaigns', answers, getSessionToken);

  await screen.findByText(/You’re being signed in again by itself/, {}, patience);
  expect(screen.queryByText('You’re offline')).toBeNull();
  gap.isOver = true;

  await screen.findByText('Autumn drop', {}, patience);
});

test('what is typed while the network is gone stays, and is saved when it is back', async () => {
  const gap = { isOver: false };
  const saved = { data: { campaignUpdate: { __typename: 'P', campaign: aCampaign({ name: 'New' }), userErrors: [] } } };
  openAdmin('/campaigns/c1', {
    ...aShopWith(aCampaign()),
    CampaignUpdate: () => (gap.isOver ? saved : new TypeError('Failed to fetch')),
  });
  const name = await screen.findByLabelText<HTMLInputElement>(/^Name/, {}, patience);
  fireEvent.change(name, { target: { value: 'New' } });

  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('We can’t reach the app', {}, patience);
  expect(name.value).toBe('New');
  gap.isOver = true;
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));

  await screen.findByText('Campaign saved', {}, patience);
});
