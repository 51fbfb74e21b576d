import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aCampaign, aShopWith, openAdmin } from '../../test-page.tsx';

const patience = { timeout: 5_000 };

const aCode = {
  __typename: 'AccessCode',
  id: 'a1',
  name: 'Newsletter',
  code: 'WARM HANDS',
  maxUses: null,
  totalUses: 31,
  expiresAt: null,
  revokedAt: null,
};

function saved(campaign: object) {
  return { data: { campaignUpdate: { __typename: 'CampaignUpdatePayload', campaign, userErrors: [] } } };
}

test('a save sends what was changed and nothing else', async () => {
  const sent: unknown[] = [];
  openAdmin('/campaigns/c1', {
    ...aShopWith(aCampaign()),
    CampaignUpdate: ({ input }) => {
      sent.push(input);
      return saved(aCampaign({ capacity: 500 }));
    },
  });

  const places = await screen.findByLabelText('How many people may get in', {}, patience);
  fireEvent.change(places, { target: { value: '500' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));

  await screen.findByText('0 of 500 places are taken', {}, patience);
  await waitFor(() => expect(sent).toEqual([{ capacity: 500 }]), patience);
});

test('a number that is none and a time that the clocks skip are said at once, and nothing is sent', async () => {
  let saves = 0;
  openAdmin('/campaigns/c1', {
    ...aShopWith(aCampaign()),
    CampaignUpdate: () => {
      saves += 1;
      return saved(aCampaign());
    },
  });

  const places = await screen.findByLabelText('How many people may get in', {}, patience);
  fireEvent.change(places, { target: { value: '0' } });
  fireEvent.change(screen.getByLabelText('Opens'), { target: { value: '2027-03-28T02:30' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));

  expect(screen.getByText('Type a whole number from 1 to 10,000,000.')).toBeTruthy();
  expect(screen.getByText(/clocks of your shop go forward/)).toBeTruthy();
  expect(saves).toBe(0);
  fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
});

test('a time that comes twice is explained below its field, and can be saved', async () => {
  openAdmin('/campaigns/c1', aShopWith(aCampaign()));

  fireEvent.change(await screen.findByLabelText('Closes', {}, patience), { target: { value: '2026-10-25T02:30' } });

  expect(screen.getByText(/this time comes twice/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
});

test('fewer places than are taken is allowed, and says that everybody stays in', async () => {
  openAdmin('/campaigns/c1', aShopWith(aCampaign({ status: 'FULL', capacity: 2, totalPasses: 5 })));

  await screen.findByText('5 of 2 places are taken', {}, patience);

  expect(screen.getByText(/They all stay in/)).toBeTruthy();
  expect(screen.getByText('Full')).toBeTruthy();
});

test('a code that another has is refused at its field, and what was typed stays', async () => {
  const userErrors = [
    { __typename: 'UserError', field: ['input', 'code'], message: 'Newsletter has it', code: 'TAKEN' },
  ];
  const refused = {
    data: { payload: { __typename: 'AccessCodePayload', userErrors } },
  };
  openAdmin('/campaigns/c1', { ...aShopWith(aCampaign({ accessCodes: [aCode] })), AccessCodeCreate: refused });

  fireEvent.click(await screen.findByRole('button', { name: 'Add access code' }, patience));
  const dialog = within(await screen.findByRole('dialog', { name: 'Add access code' }, patience));
  fireEvent.change(dialog.getByLabelText('Code'), { target: { value: 'warm hands' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(dialog.getByText('Newsletter has it')).toBeTruthy(), patience);
  expect(dialog.getByLabelText<HTMLInputElement>('Code').value).toBe('warm hands');
});

test('revoking a code says how many people lose access, and revokes nothing when cancelled', async () => {
  // A revocation would find no answer here, and fail the test by what it shows.
  openAdmin('/campaigns/c1', aShopWith(aCampaign({ accessCodes: [aCode] })));

  fireEvent.click(await screen.findByRole('button', { name: 'Revoke Newsletter' }, patience));
  const dialog = within(await screen.findByRole('dialog', {}, patience));

  expect(dialog.getByText(/31 people who came in with it lose access/)).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByText(/lose access/)).toBeNull(), patience);
  expect(screen.getByRole('button', { name: 'Revoke Newsletter' })).toBeTruthy();
});

test('the guest list is shown where it decides, and asked for nowhere else', async () => {
  openAdmin('/campaigns/c1', aShopWith(aCampaign({ accessType: 'EMAIL_SIGNUP' })));
  await screen.findByText('E-mail gate', {}, patience);
  expect(screen.queryByText('Nobody is on the list yet.')).toBeNull();

  fireEvent.click(screen.getByLabelText('Only people on the guest list'));

  await screen.findByText('Nobody is on the list yet.', {}, patience);
  fireEvent.change(screen.getByLabelText('Access type'), { target: { value: 'PASSWORD' } });
  expect(screen.queryByText('E-mail gate')).toBeNull();
  expect(screen.queryByText('Nobody is on the list yet.')).toBeNull();
  fireEvent.click(screen.getByText('Discard'));
});

test('people whose code was revoked are shown without access', async () => {
  const by = { __typename: 'AccessCode', id: 'a1', name: 'Newsletter', revokedAt: '2026-11-21T09:00:00.000Z' };
  const pass = { __typename: 'AccessPass', id: 'p1', issuedAt: '2026-11-20T09:00:00.000Z', isRevoked: false };
  const nodes = [{ ...pass, expiresAt: '2099-01-01T00:00:00.000Z', signup: null, accessCode: by, secretLink: null }];
  const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
  const passes = { __typename: 'AccessPassConnection', totalCount: 1, pageInfo, nodes };
  openAdmin('/campaigns/c1', {
    ...aShopWith(aCampaign()),
    CampaignPasses: { data: { campaign: { __typename: 'EarlyAccessCampaign', id: 'c1', passes } } },
  });

  await screen.findByText('With the code “Newsletter”', {}, patience);

  expect(screen.getByText('Revoked')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Revoke the access of/ })).toBeNull();
});
