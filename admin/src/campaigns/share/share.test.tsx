import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aCampaign, aShopWith, openAdmin } from '../../test-page.tsx';

const patience = { timeout: 15_000 };

const link = (part: object) => ({
  ...{ __typename: 'SecretLink', id: 'l1', name: 'Press', hostedPageUrl: 'https://example.test/c/press' },
  ...{ maxUses: 50, totalUses: 3, expiresAt: null, revokedAt: null },
  ...part,
});

const linked = (part: object = {}) =>
  aShopWith(
    aCampaign({
      secretLinks: [link({}), link({ id: 'l2', name: 'Old', revokedAt: '2026-11-22T09:00:00.000Z' })],
      ...part,
    }),
  );

test.each([
  ['SECRET_LINK', /^3 people who came in by it lose access, and can come in again by the new link/],
  ['PASSWORD', /^People who are in keep their access/],
])(
  'replacing a link of a %s campaign says what breaks, and does nothing before it is confirmed',
  async (accessType, says) => {
    const asked: unknown[] = [];
    openAdmin('/campaigns/c1', {
      ...linked({ accessType }),
      SecretLinkRotate: (variables) => {
        asked.push(variables);
        return { data: { secretLinkRotate: { __typename: 'SecretLinkRotatePayload', userErrors: [] } } };
      },
    });

    fireEvent.click(await screen.findByRole('button', { name: 'Replace Press' }, patience));
    const dialog = within(await screen.findByRole('dialog', {}, patience));
    expect(dialog.getByText(/The present address stops working at once/)).toBeTruthy();
    expect(dialog.getByText(says)).toBeTruthy();
    expect(asked).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Replace the link' }));

    await waitFor(() => expect(asked).toEqual([{ campaignId: 'c1', linkId: 'l1' }]), patience);
    expect(screen.queryByRole('button', { name: 'Replace Old' })).toBeNull();
  },
);

test('a link is shown as a QR code, and kept as a file', async () => {
  const kept: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    kept.push(this.download);
  });
  openAdmin('/campaigns/c1', linked());

  fireEvent.click(await screen.findByRole('button', { name: 'QR code: Press' }, patience));
  const dialog = within(await screen.findByRole('dialog', { name: 'QR code: Press' }, patience));
  const picture = await dialog.findByRole<HTMLImageElement>('img', {
    name: 'QR code that leads to https://example.test/c/press',
  });
  expect(decodeURIComponent(picture.src)).toContain('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ');
  fireEvent.click(dialog.getByRole('button', { name: 'Download SVG' }));

  expect(kept).toEqual(['press-qr.svg']);
});

test('the snippet comes in three forms; the strict one says what the page’s policy must allow', async () => {
  openAdmin('/campaigns/c1', {
    ...aShopWith(
      aCampaign({ embedSnippet: '<plain>', pinnedSnippet: '<pinned>', contentSecurityPolicy: 'script-src x' }),
    ),
  });

  await screen.findByText('<plain>', {}, patience);
  fireEvent.click(screen.getByLabelText('Pinned by its hash (SRI)'));
  expect(screen.getByText('<pinned>')).toBeTruthy();
  expect(screen.queryByText('script-src x')).toBeNull();
  fireEvent.click(screen.getByLabelText('With a strict Content-Security-Policy'));

  expect(screen.getByText('<pinned>')).toBeTruthy();
  expect(screen.getByText('script-src x')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy What the policy must allow' })).toBeTruthy();
});

function tested(test: object | null, userErrors: object[] = []) {
  const payload = { __typename: 'InstallationTestPayload', installationTest: test, userErrors };
  return { data: { installationTest: payload } };
}

const finding = (code: string, severity: string, detail: string | null = null) => ({
  __typename: 'InstallationFinding',
  ...{ code, severity, detail },
});

test('a page that is tested says what is right and what is to be mended, in words', async () => {
  const asked: unknown[] = [];
  const findings = [finding('GATE_OF_ANOTHER', 'PROBLEM', 'Spring drop'), finding('SCRIPT_FOUND', 'GOOD')];
  openAdmin('/campaigns/c1', {
    ...aShopWith(aCampaign()),
    InstallationTest: (variables) => {
      asked.push(variables);
      return tested({ __typename: 'InstallationTest', isInstalled: false, form: 'PLAIN', findings });
    },
  });

  fireEvent.click(await screen.findByRole('button', { name: 'Test the page' }, patience));
  expect(screen.getByText('Type the address of a page.')).toBeTruthy();
  expect(asked).toEqual([]);
  fireEvent.change(screen.getByLabelText('Address of your page'), { target: { value: 'shop.example/early' } });
  fireEvent.click(screen.getByRole('button', { name: 'Test the page' }));

  await screen.findByText('The gate doesn’t work on this page yet', {}, patience);
  expect(screen.getByText(/belongs to another campaign: Spring drop/)).toBeTruthy();
  expect(screen.getByText(/The gate’s script is on the page/)).toBeTruthy();
  expect(asked).toEqual([{ campaignId: 'c1', url: 'shop.example/early' }]);
});

test('a page that has the gate says in which form, and a test too many says to wait', async () => {
  const right = {
    __typename: 'InstallationTest',
    isInstalled: true,
    form: 'PINNED',
    findings: [finding('GATE_FOUND', 'GOOD')],
  };
  const message = 'A test of this shop is under way. Wait until it is done.';
  const busy = { __typename: 'UserError', field: ['url'], message, code: 'TOO_MANY' };
  const answers = [tested(right), tested(null, [busy])];
  openAdmin('/campaigns/c1', { ...aShopWith(aCampaign()), InstallationTest: () => answers.shift() ?? tested(null) });

  fireEvent.change(await screen.findByLabelText('Address of your page', {}, patience), {
    target: { value: 'a.example' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Test the page' }));
  await screen.findByText('This page has it by the snippet that pins a version.', {}, patience);
  fireEvent.click(screen.getByRole('button', { name: 'Test the page' }));

  await screen.findByText(message, {}, patience);
});
