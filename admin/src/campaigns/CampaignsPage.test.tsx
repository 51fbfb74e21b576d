import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aCampaign, aShopWith, campaignList, openAdmin } from '../test-page.tsx';

const patience = { timeout: 5_000 };

test('a new shop is taught what a campaign is, with one button to make the first', async () => {
  openAdmin('/campaigns', { ...aShopWith(aCampaign()), CampaignsPage: campaignList([]) });

  await screen.findByText('Open your next drop early for the right people', {}, patience);

  expect(screen.getAllByRole('button', { name: 'Create campaign' })).toHaveLength(1);
});

test('a network that fails is said in words, and trying again shows the campaigns', async () => {
  let tries = 0;
  openAdmin('/campaigns', {
    CampaignsPage: () => {
      tries += 1;
      return tries === 1 ? new TypeError('Failed to fetch') : campaignList([aCampaign()]);
    },
  });

  await screen.findByText('The network is gone', {}, patience);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));

  await screen.findByText('Autumn drop', {}, patience);
  expect(screen.queryByText('The network is gone')).toBeNull();
});

test('a fault of ours names the request for the operator, and nothing of its inside', async () => {
  const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId: 'req-42' };
  openAdmin('/campaigns', { CampaignsPage: { errors: [{ message: 'relation "campaign" is gone', extensions }] } });

  await screen.findByText('Something went wrong on our side', {}, patience);

  expect(screen.getByText('For the operator: request req-42.')).toBeTruthy();
  expect(screen.queryByText(/relation/)).toBeNull();
});

test('a refused campaign keeps what was typed and says at each field what to mend', async () => {
  const userErrors = [
    { __typename: 'UserError', field: ['input', 'name'], message: 'That name is taken', code: 'TAKEN' },
    { __typename: 'UserError', field: ['input', 'password'], message: 'Type a password', code: 'REQUIRED' },
  ];
  const refused = { data: { campaignCreate: { __typename: 'CampaignCreatePayload', campaign: null, userErrors } } };
  openAdmin('/campaigns', { ...aShopWith(aCampaign()), CampaignCreate: refused });

  fireEvent.click(await screen.findByRole('button', { name: 'Create campaign' }, patience));
  const dialog = within(await screen.findByRole('dialog', { name: 'Create campaign' }, patience));
  fireEvent.change(dialog.getByLabelText(/^Name/), { target: { value: 'Spring drop' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Save draft' }));

  await waitFor(() => expect(dialog.getByText('That name is taken')).toBeTruthy(), patience);
  expect(dialog.getByText('Type a password')).toBeTruthy();
  expect(dialog.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Spring drop');
});

test('the password is asked only where visitors can type one', async () => {
  openAdmin('/campaigns', aShopWith(aCampaign()));

  fireEvent.click(await screen.findByRole('button', { name: 'Create campaign' }, patience));
  const dialog = within(await screen.findByRole('dialog', { name: 'Create campaign' }, patience));
  expect(dialog.getByRole('textbox', { name: /^Password/ })).toBeTruthy();
  fireEvent.click(dialog.getByRole('radio', { name: 'E-mail sign-up' }));

  expect(dialog.queryByRole('textbox', { name: /^Password/ })).toBeNull();
});

test('a dialog that is closed gives the keyboard back to the button that opened it', async () => {
  openAdmin('/campaigns', aShopWith(aCampaign()));
  await screen.findByText('Autumn drop', {}, patience);
  const create = screen.getByRole('button', { name: 'Create campaign' });
  create.focus();
  fireEvent.click(create);
  const dialog = within(await screen.findByRole('dialog', { name: 'Create campaign' }, patience));

  fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));

  await waitFor(() => expect(document.activeElement).toBe(create), patience);
});

test('Enter in the search for products makes no campaign: it is no part of the form', async () => {
  openAdmin('/campaigns', aShopWith(aCampaign()));
  fireEvent.click(await screen.findByRole('button', { name: 'Create campaign' }, patience));
  const dialog = within(await screen.findByRole('dialog', { name: 'Create campaign' }, patience));

  const search = await dialog.findByLabelText('Search products', {}, patience);

  expect(search.closest('form')).toBeNull();
  expect(dialog.getByLabelText(/^Name/).closest('form')).not.toBeNull();
});
