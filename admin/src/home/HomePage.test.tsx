import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { aCampaign, aHome, aList, aShopWith, openAdmin } from '../test-page.tsx';

const patience = { timeout: 5_000 };

const nothingYet = {
  __typename: 'SetUp',
  ...{ hasCatalog: false, hasCampaign: false, hasProducts: false, hasConnection: false },
  ...{ hasActivated: false, hasPeople: false, campaignId: null },
};
const campaigns = (...nodes: object[]) => ({ __typename: 'CampaignConnection', ...aList(nodes) });
const opened = (part: object) => openAdmin('/', { ...aShopWith(aCampaign()), HomePage: aHome(part) });

afterEach(() => localStorage.clear());

describe('a new shop', () => {
  const step = (name: string) => screen.getByText(name).closest('li') as HTMLElement;

  test('is led by a guide, whose next step alone has its button', async () => {
    opened({ setUp: { ...nothingYet, hasCatalog: true } });

    await screen.findByText('1 of 6 done', {}, patience);

    expect(within(step('Bring in your products')).getByText('Done')).toBeTruthy();
    expect(within(step('Create a campaign')).getByText('To do')).toBeTruthy();
    fireEvent.click(within(step('Create a campaign')).getByRole('button', { name: 'Create campaign' }));
    await screen.findByRole('dialog', { name: 'Create campaign' }, patience);
    expect(within(step('Choose what it opens')).queryByRole('link')).toBeNull();
    expect(screen.queryByText('Needs your attention')).toBeNull();
  });

  test('may do without Klaviyo and Omnisend, and goes on', async () => {
    const setUp = { ...nothingYet, hasCatalog: true, hasCampaign: true, hasProducts: true, campaignId: 'c1' };
    opened({ setUp });

    fireEvent.click(await screen.findByRole('button', { name: 'Not now' }, patience));

    expect(within(step('Connect Klaviyo or Omnisend')).getByText('Left out')).toBeTruthy();
    const activate = within(step('Activate it')).getByRole('link', { name: 'Look it over and activate' });
    expect(activate.getAttribute('href')).toBe('/campaigns/c1');
  });

  test('can send the guide away, and this browser remembers it', async () => {
    const first = opened({ setUp: nothingYet });
    fireEvent.click(await screen.findByRole('button', { name: 'Hide this guide' }, patience));
    expect(screen.queryByText('0 of 6 done')).toBeNull();
    first.unmount();

    opened({ setUp: nothingYet });

    await screen.findByText('No campaign is live or coming up', {}, patience);
    expect(screen.queryByText('0 of 6 done')).toBeNull();
  });

  test('that is through with it sees the guide no more', async () => {
    opened({});

    await screen.findByText('All is well: nothing needs your attention.', {}, patience);

    expect(screen.queryByText(/of 6 done/)).toBeNull();
  });
});

test('a campaign stands there with its numbers, and leads to its page, its analytics and its live view', async () => {
  const live = { totalPasses: 40, capacity: 50, totalViews: 1_200, totalSignups: 30, conversionRate: 0.025 };
  const upcoming = { id: 'c2', name: 'Winter drop', status: 'SCHEDULED', startsAt: '2026-12-04T09:00:00.000Z' };
  opened({ live: campaigns(aCampaign(live)), upcoming: campaigns(aCampaign(upcoming)) });

  const card = within(await screen.findByRole('list', { name: 'Live now' }, patience));

  expect(card.getByRole('link', { name: 'Autumn drop' }).getAttribute('href')).toBe('/campaigns/c1');
  expect(card.getByText('1,200')).toBeTruthy();
  expect(card.getByText('2.5%')).toBeTruthy();
  expect(card.getByText('40 of 50 places taken')).toBeTruthy();
  expect(card.getByRole('link', { name: 'Live view of Autumn drop' })).toBeTruthy();
  const coming = within(screen.getByRole('list', { name: 'Coming up' }));
  expect(coming.getByText(/^Opens .*2026.*10:00/)).toBeTruthy();
  expect(coming.queryByRole('link', { name: /^Live view/ })).toBeNull();
});

test('where nothing is on, the draft that could be is one press away', async () => {
  opened({ drafts: campaigns(aCampaign({ id: 'c7' })) });

  const draft = await screen.findByRole('link', { name: 'Go on with your draft' }, patience);

  expect(draft.getAttribute('href')).toBe('/campaigns/c7');
});

describe('what needs attention', () => {
  const about = { __typename: 'Attention', campaignId: 'c1', campaignName: 'Autumn drop', startsAt: null };
  const ofKeys = { ...about, accessType: 'PASSWORD', count: 1, names: ['Press'], totalUses: 82, maxUses: 100 };
  const ofCampaign = { ...ofKeys, count: 0, names: [], totalUses: null, maxUses: null };
  const klaviyo = {
    ...{ __typename: 'Connection', id: 'k1', destination: 'KLAVIYO', status: 'CONNECTED', problem: null },
    ...{ problemDetail: null, retryAt: null },
    trouble: { __typename: 'SyncTrouble', waiting: 0, waitingSince: null, failed: 0, parked: 0 },
  };

  test('is said in words, with the one thing to do, the urgent first', async () => {
    opened({
      attention: [
        { ...ofKeys, kind: 'NEARLY_USED_UP' },
        { ...ofCampaign, campaignId: 'c2', kind: 'NO_WAY_IN', accessType: 'SECRET_LINK' },
        { ...ofKeys, kind: 'EXPIRED', count: 5, names: ['One', 'Two', 'Three'] },
      ],
    });

    const list = within(await screen.findByRole('list', { name: 'Needs your attention' }, patience));

    expect(list.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      'Nobody can get into “Autumn drop”',
      'A code of “Autumn drop” is nearly used up',
      '5 codes of “Autumn drop” have expired',
    ]);
    expect(list.getByText('“Press” has let in 82 of 100 people.')).toBeTruthy();
    expect(list.getByText(/^“One”, “Two”, “Three” and 2 more:/)).toBeTruthy();
    expect(list.getByRole('link', { name: /^Add a link/ }).getAttribute('href')).toBe('/campaigns/c2');
  });

  test('a vendor that took some not can be sent them again at once', async () => {
    let input: unknown;
    openAdmin('/', {
      HomePage: aHome({ connections: [{ ...klaviyo, trouble: { ...klaviyo.trouble, parked: 12 } }] }),
      SyncRetry: (variables) => {
        input = variables.input;
        return { data: { syncRetry: { __typename: 'SyncRetryPayload', count: 12, userErrors: [] } } };
      },
    });

    fireEvent.click(await screen.findByRole('button', { name: /^Send again: 12 sign-ups/ }, patience));

    await screen.findByText('12 sign-ups will be sent again', {}, patience);
    expect(input).toEqual({ destination: 'KLAVIYO', states: ['PARKED'] });
  });

  test('who waits for their turn is not spoken of, who waits for long is', async () => {
    const waitingSince = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const waits = (minutes: number) => ({ ...klaviyo.trouble, waiting: 3, waitingSince: waitingSince(minutes) });
    const first = opened({ connections: [{ ...klaviyo, trouble: waits(2) }] });
    await screen.findByText('All is well: nothing needs your attention.', {}, patience);
    first.unmount();

    opened({ connections: [{ ...klaviyo, trouble: waits(20) }] });

    await screen.findByText('3 sign-ups wait for Klaviyo', {}, patience);
  });

  test('a connection that sends nothing is told once, not also as a queue', async () => {
    const trouble = { ...klaviyo.trouble, waiting: 3, waitingSince: '2026-11-01T09:00:00.000Z' };
    opened({ connections: [{ ...klaviyo, status: 'PAUSED', problem: 'KEY_REFUSED', trouble }] });

    await screen.findByText('Klaviyo refuses the key', {}, patience);

    expect(screen.queryByText('3 sign-ups wait for Klaviyo')).toBeNull();
  });
});

test('a network that fails is said in words, and trying again shows the page', async () => {
  let tries = 0;
  openAdmin('/', {
    HomePage: () => {
      tries += 1;
      return tries === 1 ? new TypeError('Failed to fetch') : aHome();
    },
  });

  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }, patience));

  await screen.findByText('All is well: nothing needs your attention.', {}, patience);
  await waitFor(() => expect(screen.queryByText('The network is gone')).toBeNull());
});
