import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { embed } from '../../test-app-bridge.ts';
import { aCampaign, aShopWith, openAdmin } from '../../test-page.tsx';
import { createSession } from './merchant-session.ts';

const patience = { timeout: 15_000 };
const mug = {
  id: 'gid://shopify/Product/1',
  title: 'Mug',
  images: [{ id: 'i', originalSrc: 'https://cdn.test/mug.png' }],
};

const saved = (campaign: object) => ({
  data: { campaignUpdate: { __typename: 'CampaignUpdatePayload', campaign, userErrors: [] } },
});

/** The page's own way back, as opposed to the section of the same name. */
function backLink(): HTMLElement {
  return within(screen.getByRole('main')).getByRole('link', { name: 'Campaigns' });
}

async function typeName(name: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText(/^Name/, {}, patience), { target: { value: name } });
}

test("embedded, the sections stand in Shopify's navigation, and no frame of ours is shown", async () => {
  embed();
  const { container } = openAdmin('/campaigns', aShopWith(aCampaign()));
  await screen.findByText('Autumn drop', {}, patience);

  const links = [...container.querySelectorAll('s-app-nav > a')];
  expect(links.map((link) => [link.textContent, link.getAttribute('href'), link.getAttribute('rel')])).toEqual([
    ['Home', '/', 'home'],
    ['Campaigns', '/campaigns', null],
    ['Sign-ups', '/signups', null],
    ['Analytics', '/analytics', null],
    ['Catalog', '/catalog', null],
    ['Settings', '/settings', null],
  ]);
  expect(screen.queryByRole('banner')).toBeNull();
  expect(screen.queryByRole('navigation', { name: 'Sections' })).toBeNull();
});

test("a press in Shopify's navigation opens that section without loading the page anew", async () => {
  embed();
  const { container } = openAdmin('/nowhere', aShopWith(aCampaign()));
  await screen.findByText('Page not found', {}, patience);

  const pressed = new Event('shopify:navigate', { bubbles: true, cancelable: true });
  container.querySelector('s-app-nav > a[href="/campaigns"]')?.dispatchEvent(pressed);

  await screen.findByText('Autumn drop', {}, patience);
  expect(pressed.defaultPrevented).toBe(true);
});

test("unsaved changes show Shopify's save bar, whose buttons save and discard, and it goes with them", async () => {
  const { saveBar, toast } = embed();
  const { container } = openAdmin('/campaigns/c1', {
    ...aShopWith(aCampaign()),
    CampaignUpdate: saved(aCampaign({ name: 'Winter drop' })),
  });
  await typeName('Winter drop');
  const bar = container.querySelector('ui-save-bar');
  const button = (name: string) => within(bar as HTMLElement).getByText(name);

  expect(saveBar.show).toHaveBeenCalledExactlyOnceWith(bar?.id);
  expect(screen.queryByLabelText('Unsaved changes')).toBeNull();
  expect(button('Save').getAttribute('variant')).toBe('primary');
  fireEvent.click(button('Save'));

  await waitFor(() => expect(saveBar.hide).toHaveBeenCalledExactlyOnceWith(bar?.id), patience);
  expect(container.querySelector('ui-save-bar')).toBeNull();
  expect(toast.show).toHaveBeenCalledWith('Campaign saved', expect.objectContaining({ isError: false }));
  await typeName('Half a na');
  fireEvent.click(within(container.querySelector('ui-save-bar') as HTMLElement).getByText('Discard'));
  expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Winter drop');
});

test("Shopify's toast offers the same way back as ours", async () => {
  const { toast } = embed();
  const campaign = aCampaign();
  const paused = { ...campaign, isActive: false, status: 'PAUSED' };
  const payload = { __typename: 'Payload', userErrors: [] };
  openAdmin('/campaigns/c1', {
    ...aShopWith(campaign),
    CampaignPause: { data: { campaignPause: { ...payload, campaign: paused } } },
    CampaignActivate: { data: { campaignActivate: { ...payload, campaign } } },
  });

  fireEvent.click(await screen.findByRole('button', { name: 'Pause' }, patience));
  await waitFor(() => expect(toast.show).toHaveBeenCalledOnce(), patience);
  const [, options] = toast.show.mock.calls[0] ?? [];
  expect(options?.action).toBe('Undo');
  options?.onAction?.();

  await screen.findByRole('button', { name: 'Pause' }, patience);
  await waitFor(() => expect(toast.show).toHaveBeenCalledTimes(2), patience);
});

test('who wants to stay at unsaved changes stays, and who leaves gives them up', async () => {
  const { saveBar } = embed();
  const first = openAdmin('/campaigns/c1', aShopWith(aCampaign()));
  await typeName('Half a na');
  saveBar.leaveConfirmation.mockImplementation(() => new Promise(() => undefined));

  fireEvent.click(backLink());
  expect(saveBar.leaveConfirmation).toHaveBeenCalledOnce();
  expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Half a na');

  saveBar.leaveConfirmation.mockImplementation(async () => undefined);
  fireEvent.click(backLink());
  await screen.findByRole('button', { name: 'Create campaign' }, patience);
  first.unmount();
  openAdmin('/campaigns/c1', aShopWith(aCampaign()));

  const name = await screen.findByLabelText<HTMLInputElement>(/^Name/, {}, patience);
  expect(name.value).toBe('Autumn drop');
});

test("products are chosen in Shopify's picker, with what is chosen already, and a cancelled picker changes nothing", async () => {
  const { resourcePicker } = embed();
  const chosen = { __typename: 'Product', id: 'gid://shopify/Product/7', title: 'Bowl', imageUrl: null };
  openAdmin('/campaigns/c1', aShopWith(aCampaign({ productIds: [chosen.id], products: [chosen] })));

  fireEvent.click(await screen.findByRole('button', { name: 'Choose products' }, patience));
  expect(resourcePicker).toHaveBeenCalledExactlyOnceWith({
    ...{ type: 'product', action: 'select', multiple: true, filter: { variants: false } },
    selectionIds: [{ id: chosen.id }],
  });
  expect(await screen.findByText('1 product chosen')).toBeTruthy();

  resourcePicker.mockResolvedValueOnce([mug] as never);
  fireEvent.click(screen.getByRole('button', { name: 'Choose products' }));

  await screen.findByText('Mug', {}, patience);
  expect(screen.queryByText('Bowl')).toBeNull();
  fireEvent.click(screen.getByText('Discard'));
});

test('a Shopify that gives no token is told as an ended session, not as a gap in the network', async () => {
  const { idToken } = embed();
  idToken.mockRejectedValue(new Error('gone'));
  const getToken = createSession({ fetch, now: Date.now, isOnline: () => true });

  await expect(getToken()).rejects.toMatchObject({ name: 'SessionEndedError' });
});
