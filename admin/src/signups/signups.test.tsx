import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { type Answers, openAdmin } from '../test-page.tsx';

const patience = { timeout: 15_000 };
const shop = { __typename: 'Shop', domain: 'demo.example', timeZone: 'Europe/Berlin' };
const campaign = { __typename: 'EarlyAccessCampaign', id: 'c1', name: 'Winter drop' };

const receipt = { __typename: 'Receipt', destination: 'KLAVIYO', state: 'ON_LIST', reason: null, attempts: 1 };

const signup = (part: object = {}) => ({
  ...{ __typename: 'Signup', id: 's1', email: 'ada@people.example', firstName: 'Ada', lastName: null },
  ...{ acceptsMarketing: true, createdAt: '2026-11-22T09:00:00.000Z', page: 'https://shop.example/early', campaign },
  receipts: [{ ...receipt, acceptedAt: '2026-11-22T09:00:05.000Z' }],
  ...part,
});

const listOf = (nodes: object[], endCursor: string | null = null) => {
  const pageInfo = { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor };
  return { data: { signups: { __typename: 'SignupConnection', pageInfo, nodes } } };
};

function aList(part: Answers = {}): Answers {
  const counted = { __typename: 'SignupCount', count: 12_345, precision: 'EXACT' };
  return {
    SignupsShop: { data: { shop } },
    SignupsPage: listOf([signup()]),
    SignupsCount: { data: { signupsCount: counted } },
    SignupCampaigns: { data: { campaigns: { __typename: 'CampaignConnection', nodes: [campaign] }, campaign } },
    ...part,
  };
}

test('a sign-up shows who it is, where they stand, whether they want e-mails and where they came in', async () => {
  openAdmin('/signups', aList());

  const link = await screen.findByRole('link', { name: 'ada@people.example' }, patience);
  const row = within(link.closest<HTMLElement>('tr, li') ?? document.body);
  expect(row.getByText('Klaviyo: on the list')).toBeTruthy();
  expect(row.getByText('Winter drop')).toBeTruthy();
  expect(row.getByText('shop.example/early')).toBeTruthy();
  expect(await screen.findAllByText('12,345 sign-ups', {}, patience)).not.toEqual([]);
});

test('the address says whom the list shows, and the API is asked for just them', async () => {
  const asked: Record<string, unknown>[] = [];
  openAdmin('/signups?q=ada&campaign=c1&consent=yes&klaviyo=FAILED&from=2026-11-22&to=2026-11-22&after=abc', {
    ...aList(),
    SignupsPage: (variables) => {
      asked.push(variables);
      return listOf([signup()]);
    },
  });

  await screen.findByRole('link', { name: 'ada@people.example' }, patience);

  expect(asked).toEqual([
    {
      ...{ first: 25, after: 'abc', campaignId: 'c1', query: 'ada' },
      filter: {
        ...{ acceptsMarketing: true, standings: [{ destination: 'KLAVIYO', states: ['FAILED'] }], page: null },
        ...{ from: '2026-11-21T23:00:00.000Z', to: '2026-11-22T23:00:00.000Z' },
      },
    },
  ]);
  expect(screen.getByLabelText<HTMLSelectElement>('At Klaviyo').value).toBe('FAILED');
});

test('a changed filter begins at the first page again, and clearing shows everybody', async () => {
  const asked: Record<string, unknown>[] = [];
  openAdmin('/signups?consent=no&after=abc', {
    ...aList(),
    SignupsPage: (variables) => {
      asked.push(variables);
      return listOf([signup()]);
    },
  });
  await screen.findByRole('link', { name: 'ada@people.example' }, patience);

  fireEvent.change(screen.getByLabelText('At Omnisend'), { target: { value: 'NONE' } });
  await waitFor(() => expect(asked).toHaveLength(2), patience);
  fireEvent.click(screen.getByRole('button', { name: 'Clear all' }));
  await waitFor(() => expect(asked).toHaveLength(3), patience);

  expect(asked[1]).toMatchObject({
    ...{ after: null, filter: { acceptsMarketing: false, standings: [{ destination: 'OMNISEND', states: [] }] } },
  });
  expect(asked[2]).toMatchObject({ after: null, filter: { acceptsMarketing: null, standings: null } });
});

test('the next page and the way back are walked by the arrows', async () => {
  openAdmin('/signups', {
    ...aList(),
    SignupsPage: ({ after }) =>
      after === null ? listOf([signup()], 'abc') : listOf([signup({ id: 's2', email: 'grace@people.example' })]),
  });

  await screen.findByRole('link', { name: 'ada@people.example' }, patience);
  fireEvent.click(screen.getByRole('button', { name: 'Next page' }));
  await screen.findByRole('link', { name: 'grace@people.example' }, patience);
  fireEvent.click(screen.getByRole('button', { name: 'Previous page' }));

  await screen.findByRole('link', { name: 'ada@people.example' }, patience);
});

test('a shop without sign-ups is taught where they come from; a search without a match says how it searches', async () => {
  const { unmount } = openAdmin('/signups', aList({ SignupsPage: listOf([]) }));
  await screen.findByText('Nobody has signed up yet', {}, patience);
  expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
  unmount();

  openAdmin('/signups?q=lovelace', aList({ SignupsPage: listOf([]) }));
  await screen.findByText('No sign-up matches', {}, patience);
  expect(screen.getByText(/Search by the beginning of an e-mail address/)).toBeTruthy();
});

test('where only the newest were looked through, one can look on', async () => {
  openAdmin('/signups?page=https://shop.example/old', {
    ...aList(),
    SignupsPage: ({ after }) => (after === null ? listOf([], 'abc') : listOf([signup()])),
  });

  await screen.findByText(/^None of the newest ones/, {}, patience);
  fireEvent.click(screen.getByRole('button', { name: 'Next page' }));

  await screen.findByRole('link', { name: 'ada@people.example' }, patience);
});

test('an export that breaks off says so and keeps no file; a whole one is kept', async () => {
  const kept: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    kept.push(this.download);
  });
  const bodies = ['"E-mail"\r\n"ada@', '"E-mail"\r\n"ada@people.example"\r\n'];
  const addresses: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    addresses.push(address);
    return new Response(bodies.shift() ?? '');
  });
  openAdmin('/signups?consent=yes', aList());

  fireEvent.click(await screen.findByRole('button', { name: 'Export' }, patience));
  const dialog = within(await screen.findByRole('dialog', { name: 'Export sign-ups' }, patience));
  fireEvent.click(dialog.getByRole('button', { name: 'Export as CSV' }));
  await dialog.findByText(/^The export broke off after 0 people/, {}, patience);
  expect(kept).toEqual([]);
  fireEvent.click(dialog.getByRole('button', { name: 'Export as CSV' }));
  await dialog.findByText('1 person was exported.', {}, patience);

  expect(kept).toEqual([expect.stringMatching(/^signups-\d{4}-\d\d-\d\d\.csv$/)]);
  expect(addresses[0]).toBe('/admin/signups.csv?acceptsMarketing=true&bom=true');
});

const aPerson = (part: object = {}) => ({
  ...signup(),
  ...{ confirmedAt: null, confirmation: null, pass: null, consents: [], receipts: [] },
  ...part,
});

test('one sign-up tells what happened, in order, with the words that were agreed to', async () => {
  const consent = {
    __typename: 'SignupConsent',
    textVersion: 'abc123',
    language: 'en',
    page: 'https://shop.example/early',
  };
  const person = aPerson({
    confirmedAt: '2026-11-22T09:05:00.000Z',
    confirmation: {
      ...{ __typename: 'SignupConfirmation', sentCount: 2, lastSentAt: '2026-11-22T09:01:00.000Z' },
      expiresAt: '2026-11-22T09:31:00.000Z',
    },
    pass: {
      ...{ __typename: 'AccessPass', id: 'p1', issuedAt: '2026-11-22T09:05:01.000Z', isRevoked: true },
      ...{ expiresAt: '2026-12-22T09:05:01.000Z', revokedAt: '2026-11-23T09:00:00.000Z' },
    },
    consents: [{ ...consent, isGiven: true, text: 'News, please', answeredAt: '2026-11-22T09:00:00.500Z' }],
  });
  openAdmin('/signups/s1', { SignupPage: { data: { shop, signup: person } } });

  await screen.findByRole('heading', { name: 'ada@people.example' }, patience);

  const entries = [...document.querySelectorAll('ol.history > li')];
  const events = entries.map(({ textContent }) => textContent?.replace(/^.*:\d\d( [AP]M)?/, ''));
  expect(events).toEqual([
    'Signed upon shop.example/early',
    'Agreed to e-mails“News, please”Version abc123 of the words, language: en',
    'Asked to confirm the address, for the 2. time',
    'Confirmed the address',
    'Got in',
    'Access was revoked',
  ]);
  expect(screen.getByText('Revoked')).toBeTruthy();
});

test('a sign-up that is not there is said to be missing, and one that is removed leads back to the list', async () => {
  const { unmount } = openAdmin('/signups/other', { SignupPage: { data: { shop, signup: null } } });
  await screen.findByText('Sign-up not found', {}, patience);
  unmount();

  let removed: unknown;
  openAdmin('/signups/s1', {
    ...aList({ SignupsPage: listOf([signup({ id: 's2', email: 'grace@people.example' })]) }),
    SignupPage: { data: { shop, signup: aPerson() } },
    SignupDelete: ({ id }) => {
      removed = id;
      return { data: { signupDelete: { __typename: 'SignupDeletePayload', deletedSignupId: id, userErrors: [] } } };
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Remove ada@people.example' }, patience));
  const dialog = within(await screen.findByRole('dialog', {}, patience));
  expect(removed).toBeUndefined();
  fireEvent.click(dialog.getByRole('button', { name: 'Remove' }));

  await screen.findByRole('link', { name: 'grace@people.example' }, patience);
  expect(removed).toBe('s1');
});
