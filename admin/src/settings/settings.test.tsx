import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type Answers, aList, openAdmin } from '../test-page.tsx';

const patience = { timeout: 15_000 };
const shop = {
  ...{ __typename: 'Shop', domain: 'demo.example', name: 'Demo', currencyCode: 'EUR', timeZone: 'UTC' },
  isEditable: true,
};
const noLook = { __typename: 'CampaignDefaults', consentText: null, texts: [], accentColor: null, pictureUrl: null };
const aKey = (part: object = {}) => ({
  ...{ __typename: 'SigningKey', kid: 'key-1', state: 'SIGNING', createdAt: '2026-11-20T09:00:00.000Z' },
  ...{ changesAt: null, ...part },
});
const sender = { __typename: 'MailSender', way: 'SMTP', name: 'Demo', address: 'early@vip.example' };

function settings(part: { shop?: object; keys?: object[]; sender?: object; look?: object } = {}): Answers {
  const own = { ...shop, ...part.shop };
  return {
    SettingsPage: { data: { shop: own } },
    ShopHiding: { data: { shop: { ...own, unlisting: null } } },
    CampaignDefaults: { data: { shop: { ...own, campaignDefaults: { ...noLook, ...part.look } } } },
    Connections: { data: { connections: [] } },
    MailSender: { data: { mailSender: { ...sender, ...part.sender } } },
    DataRequests: { data: { dataRequests: { __typename: 'DataRequestConnection', ...aList([]) } } },
    ApiTokens: { data: { apiTokens: { __typename: 'ApiTokenConnection', ...aList([]) } } },
    SigningKeys: { data: { signingKeys: part.keys ?? [aKey()] } },
  };
}

const refused = (field: string[] | null, message: string) => ({
  ...{ __typename: 'Payload', userErrors: [{ __typename: 'UserError', field, message, code: 'INVALID' }] },
});
const bar = () => within(screen.getByRole('region', { name: 'Unsaved changes' }));

async function typeShopName(name: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText('Name', {}, patience), { target: { value: name } });
}

test('only what was changed of the shop is sent, and the page shows it at once', async () => {
  let sent: unknown;
  openAdmin('/settings', {
    ...settings(),
    ShopUpdate: ({ input }) => {
      sent = input;
      return {
        data: { shopUpdate: { __typename: 'P', shop: { ...shop, timeZone: 'Asia/Tokyo' }, userErrors: [] } },
      };
    },
  });

  fireEvent.change(await screen.findByLabelText('Time zone', {}, patience), { target: { value: 'Asia/Tokyo' } });
  fireEvent.click(bar().getByRole('button', { name: 'Save' }));

  await screen.findByText('Shop details saved', {}, patience);
  expect(sent).toEqual({ timeZone: 'Asia/Tokyo' });
  expect(screen.queryByRole('region', { name: 'Unsaved changes' })).toBeNull();
});

test('a refused name is told at its field and stays typed, also when the page is left and entered again', async () => {
  const answers = {
    ...settings(),
    ShopUpdate: { data: { shopUpdate: { shop: null, ...refused(['input', 'name'], 'A name is one line.') } } },
  };
  const first = openAdmin('/settings', answers);

  await typeShopName('Half a na');
  fireEvent.click(bar().getByRole('button', { name: 'Save' }));
  await screen.findByText('A name is one line.', {}, patience);
  first.unmount();
  openAdmin('/settings', answers);

  expect((await screen.findByLabelText<HTMLInputElement>('Name', {}, patience)).value).toBe('Half a na');
  fireEvent.click(bar().getByRole('button', { name: 'Discard' }));
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Demo');
});

test('in Shopify the details are shown, and where they are changed', async () => {
  openAdmin('/settings', settings({ shop: { isEditable: false } }));

  await screen.findByText(/^They come from Shopify/, {}, patience);
  expect(screen.queryByLabelText('Time zone')).toBeNull();
});

test('an address with a section’s name leads to the section', async () => {
  openAdmin('/settings#keys', settings());

  await screen.findByLabelText('Time zone', {}, patience);
  await waitFor(() => expect(document.activeElement?.id).toBe('keys'), patience);
});

test('keys say what they do and what comes next, and are rotated after a word about it', async () => {
  let rotated = 0;
  openAdmin('/settings', {
    ...settings({
      keys: [
        aKey({ kid: 'key-2', state: 'WAITING', changesAt: '2026-11-29T09:06:00.000Z' }),
        aKey({ changesAt: '2026-11-29T09:06:00.000Z' }),
      ],
    }),
    SigningKeyRotate: () => {
      rotated += 1;
      return { data: { signingKeyRotate: { signingKeys: [], ...refused(null, 'The keys were rotated today.') } } };
    },
  });

  await screen.findByText(/^Signs from 29 Nov 2026|^Signs from Nov 29, 2026/, {}, patience);
  expect(screen.getByText(/^The next one takes over/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Rotate keys' }));
  const dialog = within(await screen.findByRole('dialog', {}, patience));
  expect(dialog.getByText(/Nobody loses access/)).toBeTruthy();
  expect(rotated).toBe(0);
  fireEvent.click(dialog.getByRole('button', { name: 'Rotate keys' }));

  await screen.findAllByText('The keys were rotated today.', {}, patience);
  expect(rotated).toBe(1);
});

test('a test mail that the mail server refuses is told at the field, and the address stays', async () => {
  openAdmin('/settings', {
    ...settings(),
    TestMailSend: { data: { testMailSend: refused(null, 'The mail server refused the mail with 550.') } },
  });

  const field = await screen.findByLabelText<HTMLInputElement>('Send a test mail to', {}, patience);
  fireEvent.click(screen.getByRole('button', { name: 'Send test mail' }));
  expect(screen.getByText('Type an e-mail address.')).toBeTruthy();
  fireEvent.change(field, { target: { value: 'me@demo.example' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send test mail' }));

  await screen.findByText('The mail server refused the mail with 550.', {}, patience);
  expect(field.value).toBe('me@demo.example');
});

test('without a mail server nothing can be sent, and the page says who can change that', async () => {
  openAdmin('/settings', settings({ sender: { way: 'NONE', address: null } }));

  await screen.findByText(/sets SMTP_URL and MAIL_FROM/, {}, patience);
  expect(screen.queryByRole('button', { name: 'Send test mail' })).toBeNull();
});

test('what new campaigns begin with is told in a line', async () => {
  openAdmin('/settings', settings({ look: { accentColor: '#1a6b54', consentText: 'News?' } }));

  await screen.findByText('Colour #1a6b54. The words for consent are yours.', {}, patience);
});

test('the preview shows what is typed, and an emptied text goes back to ours', async () => {
  let sent: unknown;
  const text = { __typename: 'GateText', name: 'heading', text: 'Come in' };
  openAdmin('/settings/new-campaigns', {
    ...settings({ look: { texts: [text] } }),
    CampaignDefaultsSave: ({ input }) => {
      sent = input;
      return { data: { campaignDefaultsSave: { __typename: 'P', userErrors: [] } } };
    },
  });

  const preview = within(await screen.findByRole('figure', { name: 'Preview' }, patience));
  expect(preview.getByText('Come in')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Change the gate’s texts' }));
  fireEvent.change(await screen.findByDisplayValue('Come in'), { target: { value: '' } });
  expect(preview.queryByText('Come in')).toBeNull();
  fireEvent.click(bar().getByRole('button', { name: 'Save' }));

  await screen.findByText('Saved. New campaigns begin with it.', {}, patience);
  expect(sent).toEqual({ texts: [{ name: 'heading', text: null }] });
});
