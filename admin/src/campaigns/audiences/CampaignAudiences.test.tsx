import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aConnection, aSync } from '../../connections/connection.fixture.ts';
import { type Answers, aCampaign, aShopWith, openAdmin } from '../../test-page.tsx';

const patience = { timeout: 5_000 };

const lists = [
  { __typename: 'Audience', id: 'L1', name: 'Friends', optIn: 'SINGLE' },
  { __typename: 'Audience', id: 'L2', name: 'Newsletter', optIn: 'DOUBLE' },
];

function pageOf(audiences: readonly object[], problem: string | null = null) {
  const page = { __typename: 'AudiencePage', audiences, next: null, problem };
  return { data: { connections: [{ ...aConnection(), audiences: page }] } };
}

function aCampaignAt(sync: readonly object[], campaign: object = {}): Answers {
  return {
    ...aShopWith(aCampaign(campaign)),
    CampaignSync: { data: { campaign: { __typename: 'EarlyAccessCampaign', id: 'c1', sync } } },
  };
}

const atOmnisend = (part: object = {}) =>
  aSync({ destination: 'OMNISEND', audience: null, audienceName: null, audienceExists: null, optIn: null, ...part });

test('without a connection the campaign leads to the settings, and keeps the list it names', async () => {
  const gone = { connection: null, audienceName: null, audienceExists: null, optIn: null };
  openAdmin('/campaigns/c1', aCampaignAt([aSync(gone), atOmnisend({ connection: null })], { klaviyoListId: 'L1' }));

  await screen.findByText(/Klaviyo isn’t connected.*keeps its list “L1”/, {}, patience);

  expect(screen.getByRole('link', { name: 'Connect Klaviyo in settings' }).getAttribute('href')).toBe('/settings');
  expect(screen.getByRole('link', { name: 'Connect Omnisend in settings' })).toBeTruthy();
});

test('a list is found by its name, says how people join it, and is saved by its id', async () => {
  const inputs: unknown[] = [];
  const searches: unknown[] = [];
  const none = { audience: null, audienceName: null, audienceExists: null, optIn: null };
  openAdmin('/campaigns/c1', {
    ...aCampaignAt([aSync(none), atOmnisend()]),
    KlaviyoLists: ({ query }) => {
      searches.push(query);
      return pageOf(query === null ? lists : lists.slice(1));
    },
    CampaignUpdate: ({ input }) => {
      inputs.push(input);
      const campaign = aCampaign({ klaviyoListId: 'L2' });
      return { data: { campaignUpdate: { __typename: 'CampaignUpdatePayload', campaign, userErrors: [] } } };
    },
  });

  fireEvent.click(await screen.findByRole('button', { name: 'Choose a list' }, patience));
  await screen.findByText('Friends', {}, patience);
  fireEvent.change(screen.getByLabelText('Search lists'), { target: { value: 'news' } });
  await waitFor(() => expect(screen.queryByText('Friends')).toBeNull(), patience);
  fireEvent.click(await screen.findByRole('button', { name: 'Choose Newsletter' }, patience));
  await screen.findByText(/They are on the list once they have clicked/, {}, patience);
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));

  await screen.findByText('Campaign saved', {}, patience);
  expect(searches).toEqual([null, 'news']);
  expect(inputs).toEqual([{ klaviyoListId: 'L2' }]);
});

test('a list that Klaviyo no longer has is shown as gone, and not by its name', async () => {
  const sync = aSync({ audienceName: null, audienceExists: false, optIn: null });
  openAdmin('/campaigns/c1', aCampaignAt([sync, atOmnisend()], { klaviyoListId: 'L1' }));

  await screen.findByText('List L1 is no longer at Klaviyo', {}, patience);

  expect(screen.getByRole('button', { name: 'Choose another list' })).toBeTruthy();
});

test('a list whose name Klaviyo could not say just now is not called gone', async () => {
  const sync = aSync({ audienceName: null, audienceExists: null, optIn: null });
  openAdmin('/campaigns/c1', aCampaignAt([sync, atOmnisend()], { klaviyoListId: 'L1' }));

  await screen.findByText('List L1', {}, patience);

  expect(screen.queryByText(/no longer at Klaviyo/)).toBeNull();
});

test('when Klaviyo cannot be asked for its lists, its reason is shown and the choice stays', async () => {
  openAdmin('/campaigns/c1', {
    ...aCampaignAt([aSync(), atOmnisend()], { klaviyoListId: 'L1' }),
    KlaviyoLists: pageOf([], 'Klaviyo cannot be reached at the moment. Try again later.'),
  });

  fireEvent.click(await screen.findByRole('button', { name: 'Choose another list' }, patience));
  await screen.findByText('Klaviyo cannot be reached at the moment. Try again later.', {}, patience);
  fireEvent.click(screen.getByRole('button', { name: 'Keep it as it is' }));

  expect(screen.getByText('Friends')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
});

test('Omnisend’s tag can be taken from a suggestion that names the campaign', async () => {
  openAdmin('/campaigns/c1', aCampaignAt([aSync(), atOmnisend()]));

  fireEvent.click(await screen.findByRole('button', { name: 'Use vip-autumn-drop' }, patience));

  expect(screen.getByLabelText<HTMLInputElement>('Omnisend tag').value).toBe('vip-autumn-drop');
  expect(screen.getByText(/Omnisend has no lists today/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
});
