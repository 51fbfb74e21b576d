import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { embed } from '../../test-app-bridge.ts';
import { type Answers, aCampaign, aList, aShopWith, openAdmin } from '../../test-page.tsx';

const patience = { timeout: 15_000 };
const money = (amount: string) => ({ __typename: 'Money', amount, currencyCode: 'EUR' });

const ofCampaign = (part: object) => ({ data: { campaign: { __typename: 'EarlyAccessCampaign', id: 'c1', ...part } } });

const hiding = (part: object = {}) => ({
  __typename: 'CampaignUnlisting',
  ...{ state: 'OFF', hiddenCount: 0, waitingCount: 0, leftAloneCount: 0, sharedCount: 0 },
  ...{ problem: null, problemDetail: null, failures: [], ...part },
});

const note = (code: string, text: string) => ({ __typename: 'EnforcementNote', code, text });

/** A campaign in a Shopify shop: nothing hidden, nothing enforced, orders not granted; a test overrides what it is about. */
function inShopify(part: object = {}): Answers {
  const unlisting = { __typename: 'CampaignUnlisting', state: 'OFF' };
  const enforcement = {
    __typename: 'CampaignEnforcement',
    grade: 'OPEN',
    blocked: [],
    hiddenOnly: [],
    open: [],
    why: [],
  };
  return {
    ...aShopWith(aCampaign({ unlisting, ...part })),
    HiddenProducts: ofCampaign({ unlisting: hiding() }),
    Enforcement: ofCampaign({ enforcement }),
    Revenue: ofCampaign({ revenue: null }),
    ProductWarnings: ofCampaign({ productWarnings: [] }),
  };
}

test('in standalone mode a campaign says nothing of a shop at Shopify', async () => {
  openAdmin('/campaigns/c1', aShopWith(aCampaign()));
  await screen.findByLabelText(/^Name/, {}, patience);

  expect(screen.queryByText('In your shop')).toBeNull();
  expect(screen.queryByText('Hidden products')).toBeNull();
});

test('the wish to hide and to enforce is sent with the save, with the pieces as a number', async () => {
  let sent: unknown;
  openAdmin('/campaigns/c1', {
    ...inShopify(),
    CampaignUpdate: ({ input }) => {
      sent = input;
      return {
        data: { campaignUpdate: { __typename: 'P', campaign: aCampaign({ hidesProducts: true }), userErrors: [] } },
      };
    },
  });

  fireEvent.click(await screen.findByLabelText('Hide these products while it runs', {}, patience));
  fireEvent.click(screen.getByLabelText('Sell them only to people with access, at checkout'));
  fireEvent.change(screen.getByLabelText('Most pieces of one product per order'), { target: { value: '2' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(
    () => expect(sent).toEqual({ hidesProducts: true, enforcesAtCheckout: true, mostPiecesPerOrder: 2 }),
    patience,
  );
});

test('the honest grade tells what is blocked, what is only hidden, what stays open, and why', async () => {
  const enforcement = {
    __typename: 'CampaignEnforcement',
    grade: 'PARTLY_BLOCKED',
    blocked: [note('CHECKOUT', 'Checkout refuses 3 products.')],
    hiddenOnly: [note('UNLISTED', '2 products are unlisted.')],
    open: [note('DRAFT_ORDERS', 'Draft orders stay open.')],
    why: [note('PLAN', 'This store is on the plan Basic.')],
  };
  openAdmin('/campaigns/c1', { ...inShopify(), Enforcement: ofCampaign({ enforcement }) });

  await screen.findByText('Partly blocked', {}, patience);
  for (const [title, sentence] of [
    ['What is blocked', 'Checkout refuses 3 products.'],
    ['What is only hidden', '2 products are unlisted.'],
    ['What stays open', 'Draft orders stay open.'],
    ['Why', 'This store is on the plan Basic.'],
  ] as const) {
    const part = screen.getByRole('heading', { name: title }).parentElement as HTMLElement;
    expect(within(part).getByText(sentence)).toBeTruthy();
  }
});

test('undoing says how many products come back first, and the journal names each with its value before', async () => {
  let undone = 0;
  const products = [{ __typename: 'Product', id: 'p1', title: 'Blue Bowl', imageUrl: null }];
  const entry = { id: 'e1', at: '2026-11-28T09:00:00.000Z', event: 'HIDDEN', detail: null, productId: 'p1' };
  const nodes = [{ __typename: 'UnlistingEntry', ...entry, statusBefore: 'ACTIVE', statusAfter: 'UNLISTED' }];
  const journal = { __typename: 'UnlistingEntryConnection', ...aList(nodes) };
  openAdmin('/campaigns/c1', {
    ...inShopify({ hidesProducts: true, products }),
    HiddenProducts: ofCampaign({ unlisting: hiding({ state: 'HIDDEN', hiddenCount: 3, leftAloneCount: 1 }) }),
    HiddenJournal: ofCampaign({
      products,
      unlisting: { __typename: 'CampaignUnlisting', journal },
    }),
    UnlistingUndo: () => {
      undone += 1;
      const campaign = aCampaign({ products, unlisting: hiding({ state: 'SHOWING', hiddenCount: 3 }) });
      return { data: { unlistingUndo: { __typename: 'P', campaign, userErrors: [] } } };
    },
  });

  await screen.findByText('3 products hidden now', {}, patience);
  fireEvent.click(screen.getByRole('button', { name: 'Show what was changed' }));
  await screen.findByText('Blue Bowl', {}, patience);
  expect(screen.getByText('Unlisted')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Undo everything' }));
  const dialog = within(await screen.findByRole('dialog', {}, patience));
  expect(dialog.getByText(/^3 products get back the status they had/)).toBeTruthy();
  expect(undone).toBe(0);
  fireEvent.click(dialog.getByRole('button', { name: 'Undo everything' }));

  await waitFor(() => expect(undone).toBe(1), patience);
});

test('what Shopify refuses is told, and that it is tried again', async () => {
  const failures = [
    { __typename: 'UnlistingFailure', productId: 'gid://shopify/Product/1', detail: 'Title is too long' },
  ];
  const unlisting = hiding({ state: 'HIDING', waitingCount: 1, problem: 'SCOPE_MISSING', failures });
  openAdmin('/campaigns/c1', { ...inShopify(), HiddenProducts: ofCampaign({ unlisting }) });

  await screen.findByText(/may not change your products any more/, {}, patience);
  expect(screen.getByText('gid://shopify/Product/1: Title is too long')).toBeTruthy();
  expect(screen.getByText('1 product still to do')).toBeTruthy();
});

test('products that are public, missing or sold out are told above everything else', async () => {
  const products = [{ __typename: 'WarnedProduct', id: 'p1', message: '“Mug” is in your online store for everybody.' }];
  const productWarnings = [{ __typename: 'ProductWarning', kind: 'PUBLIC', count: 3, products }];
  openAdmin('/campaigns/c1', { ...inShopify(), ProductWarnings: ofCampaign({ productWarnings }) });

  await screen.findByText('3 products are on sale for everybody', {}, patience);
  expect(screen.getByText('“Mug” is in your online store for everybody.')).toBeTruthy();
  expect(screen.getByText('And 2 more.')).toBeTruthy();
});

test('where orders may not be read, the merchant is asked for that scope and no other; granted, the numbers are asked anew', async () => {
  const { scopes, toast } = embed();
  let asked = 0;
  const sold = { orders: 2, amount: money('96.00') };
  const revenue = {
    ...{ __typename: 'CampaignRevenue', ...sold, bySecretLink: [] },
    byAccessCode: [{ __typename: 'AccessCodeRevenue', accessCodeId: 'a1', name: 'Newsletter', ...sold }],
    byEmail: { __typename: 'EmailRevenue', orders: 0, amount: money('0.00') },
  };
  openAdmin('/campaigns/c1', {
    ...inShopify(),
    Revenue: () => {
      asked += 1;
      return ofCampaign({ revenue: asked === 1 ? null : revenue });
    },
  });

  fireEvent.click(await screen.findByRole('button', { name: 'Allow reading orders' }, patience));

  await screen.findByText('Access code: Newsletter', {}, patience);
  expect(scopes.request).toHaveBeenCalledExactlyOnceWith(['read_orders']);
  expect(toast.show).toHaveBeenCalledWith('Thank you. Orders count from now on.', expect.anything());
  expect(screen.queryByText('E-mail sign-up', { selector: '.wrapping' })).toBeNull();
});

test('a merchant who declines keeps the question', async () => {
  const { scopes, toast } = embed();
  scopes.request.mockResolvedValue({ result: 'declined-all', detail: { granted: [], required: [], optional: [] } });
  openAdmin('/campaigns/c1', inShopify());

  fireEvent.click(await screen.findByRole('button', { name: 'Allow reading orders' }, patience));

  await waitFor(() => expect(toast.show).toHaveBeenCalledOnce(), patience);
  expect(screen.getByRole('button', { name: 'Allow reading orders' })).toBeTruthy();
});

test('a campaign that is activated shows at once that its products are being hidden, and follows until they are', async () => {
  const states = ['READY', 'HIDING', 'HIDDEN'];
  let looks = 0;
  const campaign = aCampaign({ isActive: false, status: 'PAUSED', hidesProducts: true, unlisting: hiding() });
  const active = { __typename: 'EarlyAccessCampaign', id: 'c1', isActive: true, status: 'LIVE', archivedAt: null };
  openAdmin('/campaigns/c1', {
    ...inShopify(),
    CampaignPage: { data: { shop: { __typename: 'Shop', domain: 'd', timeZone: 'UTC' }, campaign } },
    CampaignActivate: { data: { campaignActivate: { __typename: 'P', campaign: active, userErrors: [] } } },
    HiddenProducts: () => {
      const state = states[Math.min(looks, states.length - 1)];
      looks += 1;
      return ofCampaign({ unlisting: hiding({ state }) });
    },
  });
  await screen.findByText('Its products will be hidden once the campaign is active.', {}, patience);

  fireEvent.click(screen.getByRole('button', { name: 'Activate' }));

  await screen.findByText('Products are being hidden.', {}, patience);
  await screen.findByText(/^All of its products are hidden/, {}, patience);
});

test('a warning goes by itself once the catalog has heard that the product is hidden', async () => {
  const warning = { __typename: 'ProductWarning', kind: 'PUBLIC', count: 1, products: [] };
  let asked = 0;
  openAdmin('/campaigns/c1', {
    ...inShopify(),
    ProductWarnings: () => {
      asked += 1;
      return ofCampaign({ productWarnings: asked === 1 ? [warning] : [] });
    },
  });

  await screen.findByText('1 product is on sale for everybody', {}, patience);

  await waitFor(() => expect(screen.queryByText('1 product is on sale for everybody')).toBeNull(), patience);
});
