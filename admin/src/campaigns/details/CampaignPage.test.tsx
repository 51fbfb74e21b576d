import type { FetchResult } from '@apollo/client';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aCampaign, aShopWith, openAdmin } from '../../test-page.tsx';

const patience = { timeout: 5_000 };

test('a campaign that is not there is said to be missing, with the way back', async () => {
  const answers = aShopWith(aCampaign());
  openAdmin('/campaigns/other', {
    ...answers,
    CampaignPage: { data: { shop: { __typename: 'Shop', domain: 'd', timeZone: 'UTC' }, campaign: null } },
  });

  await screen.findByText('Campaign not found', {}, patience);

  expect(screen.getByRole('link', { name: 'Go to campaigns' })).toBeTruthy();
});

test('while the campaign is on its way its page says all that it says of any campaign', async () => {
  openAdmin('/campaigns/c1', { ...aShopWith(aCampaign()), CampaignPage: () => new Promise(() => undefined) });

  await screen.findByText(/^The part of the address that only your people know/, {}, patience);

  expect(screen.getByRole('heading', { name: 'Preview' })).toBeTruthy();
  expect(screen.getByText('people who left their e-mail')).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: /^Name/ })).toBeNull();
});

test('a save that the network lost keeps what was typed, ready to be saved again', async () => {
  openAdmin('/campaigns/c1', { ...aShopWith(aCampaign()), CampaignUpdate: new TypeError('Failed to fetch') });

  const name = await screen.findByLabelText<HTMLInputElement>(/^Name/, {}, patience);
  fireEvent.change(name, { target: { value: 'Winter drop' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));

  await screen.findByText('The network is gone', {}, patience);
  expect(name.value).toBe('Winter drop');
  expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
  expect(name.value).toBe('Autumn drop');
});

test('what was typed and not saved is found again on coming back to the page', async () => {
  const { unmount } = openAdmin('/campaigns/c1', aShopWith(aCampaign()));
  fireEvent.change(await screen.findByLabelText(/^Name/, {}, patience), { target: { value: 'Half a na' } });
  unmount();

  openAdmin('/campaigns/c1', aShopWith(aCampaign()));

  const name = await screen.findByLabelText<HTMLInputElement>(/^Name/, {}, patience);
  expect(name.value).toBe('Half a na');
  fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
});

test('what is typed while a save is under way is kept, and still to be saved', async () => {
  let answer = (_: FetchResult): void => undefined;
  const pending = new Promise<FetchResult>((resolve) => {
    answer = resolve;
  });
  const saved = aCampaign({ name: 'Winter drop' });
  openAdmin('/campaigns/c1', { ...aShopWith(aCampaign()), CampaignUpdate: () => pending });
  const name = await screen.findByLabelText<HTMLInputElement>(/^Name/, {}, patience);
  fireEvent.change(name, { target: { value: 'Winter drop' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));

  const description = screen.getByLabelText<HTMLInputElement>(/^Description/);
  fireEvent.change(description, { target: { value: 'For friends' } });
  await act(async () => answer({ data: { campaignUpdate: { __typename: 'P', campaign: saved, userErrors: [] } } }));
  await screen.findByText('Campaign saved', {}, patience);

  expect([name.value, description.value]).toEqual(['Winter drop', 'For friends']);
  fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
  expect([name.value, description.value]).toEqual(['Winter drop', '']);
});

const LEFT_THERE = /^Whoever was sent to Klaviyo or Omnisend stays there/;

/** How sign-ups come to Klaviyo: the list's id, and whether the shop is connected. */
const toKlaviyo = (audience: string | null, isConnected: boolean) => ({
  ...{ __typename: 'CampaignSync', destination: 'KLAVIYO', audience },
  connection: isConnected ? { __typename: 'Connection', id: 'k1' } : null,
});

const aLoss = (part: object = {}) => ({
  data: {
    campaign: {
      ...{ __typename: 'EarlyAccessCampaign', id: 'c1', totalSignups: 31, totalPasses: 1, guestsCount: 0 },
      accessCodes: [{ __typename: 'AccessCode', id: 'a1', revokedAt: null }],
      secretLinks: [{ __typename: 'SecretLink', id: 'l1', revokedAt: '2026-11-20T09:00:00.000Z' }],
      waitingList: { __typename: 'WaitingListConnection', totalCount: 4 },
      sync: [toKlaviyo(null, false)],
      ...part,
    },
  },
});

/** The question whether to delete the campaign, once everything is counted. */
async function deletionDialog() {
  fireEvent.click(await screen.findByRole('button', { name: 'Delete' }, patience));
  const dialog = within(await screen.findByRole('dialog', {}, patience));
  await dialog.findByText('a waiting list of 4 people', {}, patience);
  return dialog;
}

test.each([
  ['is connected and has a list', [toKlaviyo('L1', true)]],
  ['was disconnected, the list chosen still', [toKlaviyo('L1', false)]],
  ['is connected, the list chosen no more', [toKlaviyo(null, true)]],
])('deleting says who stays elsewhere, beyond later privacy requests, where Klaviyo %s', async (_how, sync) => {
  openAdmin('/campaigns/c1', { ...aShopWith(aCampaign()), CampaignLoss: aLoss({ sync }) });

  const dialog = await deletionDialog();

  expect(dialog.getByText(LEFT_THERE)).toBeTruthy();
});

test.each([
  ['nothing is connected or chosen', {}],
  ['nobody signed up', { totalSignups: 0, sync: [toKlaviyo('L1', true)] }],
])('deleting speaks of nobody elsewhere where %s', async (_why, part) => {
  openAdmin('/campaigns/c1', { ...aShopWith(aCampaign()), CampaignLoss: aLoss(part) });

  const dialog = await deletionDialog();

  expect(dialog.queryByText(LEFT_THERE)).toBeNull();
});

test('deleting says everything that is lost, and deletes nothing when cancelled', async () => {
  let deleted = 0;
  openAdmin('/campaigns/c1', {
    ...aShopWith(aCampaign()),
    CampaignLoss: aLoss(),
    CampaignDelete: () => {
      deleted += 1;
      return {
        data: { campaignDelete: { __typename: 'CampaignDeletePayload', deletedCampaignId: 'c1', userErrors: [] } },
      };
    },
  });

  const dialog = await deletionDialog();
  const lost = dialog.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(lost).toEqual([
    'the e-mails of 31 people who signed up',
    'the access of 1 person who is in',
    '1 access code',
    'a waiting list of 4 people',
    'its gate and its numbers',
  ]);
  fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));

  await waitFor(() => expect(screen.queryByText(/31 people/)).toBeNull(), patience);
  expect(deleted).toBe(0);
});

test('a campaign is put away with a way back, and says that it is in the archive', async () => {
  const told = { __typename: 'EarlyAccessCampaign', id: 'c1', isActive: false };
  const change = (part: object) => ({ campaign: { ...told, ...part }, userErrors: [] });
  openAdmin('/campaigns/c1', {
    ...aShopWith(aCampaign()),
    CampaignArchive: {
      data: {
        campaignArchive: {
          __typename: 'CampaignArchivePayload',
          ...change({ status: 'ENDED', archivedAt: '2026-11-29T09:00:00.000Z' }),
        },
      },
    },
    CampaignUnarchive: {
      data: {
        campaignUnarchive: {
          __typename: 'CampaignUnarchivePayload',
          ...change({ status: 'PAUSED', archivedAt: null }),
        },
      },
    },
  });

  fireEvent.click(await screen.findByRole('button', { name: 'Archive' }, patience));
  await screen.findByText('This campaign is in the archive', {}, patience);
  expect(screen.getByText('Archived')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Take it out' }));

  await waitFor(() => expect(screen.queryByText('This campaign is in the archive')).toBeNull(), patience);
  expect(screen.getByText('Paused')).toBeTruthy();
});

test('chosen products are put in another order by their buttons, which is something to save', async () => {
  const product = (id: string, title: string) => ({ __typename: 'Product', id, title, imageUrl: null });
  openAdmin(
    '/campaigns/c1',
    aShopWith(
      aCampaign({ productIds: ['bowl', 'jug'], products: [product('bowl', 'Blue Bowl'), product('jug', 'Storm Jug')] }),
    ),
  );

  fireEvent.click(await screen.findByRole('button', { name: 'Move Storm Jug up' }, patience));

  const titles = screen.getAllByRole('button', { name: /^Remove / }).map((button) => button.getAttribute('aria-label'));
  expect(titles).toEqual(['Remove Storm Jug', 'Remove Blue Bowl']);
  expect(screen.getByText('Storm Jug is now number 1 of 2')).toBeTruthy();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Storm Jug down');
  fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
});

test('a product that left the catalog stays in the choice, named as gone', async () => {
  openAdmin('/campaigns/c1', aShopWith(aCampaign({ productIds: ['gone'] })));

  await screen.findByText('A product that is no longer in the catalog', {}, patience);

  expect(screen.getByText('1 product chosen')).toBeTruthy();
});

test('a pause that is refused is told, and the campaign stays live', async () => {
  const userErrors = [{ __typename: 'UserError', field: null, message: 'It has ended already', code: 'INVALID' }];
  const refused = { data: { campaignPause: { __typename: 'CampaignPausePayload', campaign: null, userErrors } } };
  openAdmin('/campaigns/c1', { ...aShopWith(aCampaign()), CampaignPause: refused });

  fireEvent.click(await screen.findByRole('button', { name: 'Pause' }, patience));

  expect((await screen.findAllByText('It has ended already', {}, patience)).length).toBeGreaterThan(0);
  expect(screen.getByRole('button', { name: 'Pause' })).toBeTruthy();
});

test('an address can lead to one field, with the keyboard in it', async () => {
  openAdmin('/campaigns/c1#field-capacity', aShopWith(aCampaign()));

  const field = await screen.findByLabelText('How many people may get in', {}, patience);

  await waitFor(() => expect(document.activeElement).toBe(field), patience);
});

test('a product that is taken out leaves the keyboard at the next one, and is told of', async () => {
  const products = ['Mug', 'Bowl', 'Lamp'].map((title, at) => ({
    ...{ __typename: 'Product', id: `p${at}`, title, imageUrl: null, status: 'ACTIVE' },
  }));
  openAdmin('/campaigns/c1', aShopWith(aCampaign({ products, productIds: products.map(({ id }) => id) })));
  const remove = await screen.findByRole('button', { name: 'Remove Bowl' }, patience);
  remove.focus();

  fireEvent.click(remove);

  await screen.findByText('Bowl is taken out.', {}, patience);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove Lamp' }));
  fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
});
