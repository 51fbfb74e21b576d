import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { type Answers, aCampaign, aShopWith, campaignList, openAdmin } from '../test-page.tsx';

const patience = { timeout: 5_000 };
const two = [aCampaign(), aCampaign({ id: 'c2', name: 'Winter drop', totalSignups: 31 })];

afterEach(() => localStorage.clear());

/** Opens the list and notes every question it asks. */
function openList(address: string, answers: Answers = {}, nodes: readonly object[] = two) {
  const asked: Record<string, unknown>[] = [];
  openAdmin(address, {
    ...aShopWith(aCampaign()),
    CampaignsPage: (variables) => {
      asked.push(variables);
      return campaignList(nodes);
    },
    ...answers,
  });
  return asked;
}

const ofPayload = (field: string, payload: object) => ({
  data: { [field]: { __typename: 'Payload', userErrors: [], ...payload } },
});
const notFound = [{ __typename: 'UserError', field: ['id'], message: 'There is no such campaign', code: 'NOT_FOUND' }];

async function selectBoth(): Promise<void> {
  for (const name of ['Autumn drop', 'Winter drop'])
    fireEvent.click(await screen.findByRole('checkbox', { name: `Select ${name}` }, patience));
}

/** A deed of the bar over the list; Polaris has each twice, the other to measure its width. */
function press(name: string): void {
  const [button] = screen.getAllByRole('button', { name });
  if (button) fireEvent.click(button);
}

describe('the address', () => {
  test('says all that the list shows: search, filters, order and page', async () => {
    const asked = openList(
      '/campaigns?q=drop&status=live&status=full&access=secret_link&sort=name-down&after=one&after=two',
    );

    await screen.findByText('Winter drop', {}, patience);

    expect(asked[0]).toEqual({
      ...{ first: 25, after: 'two', query: 'drop', sortKey: 'NAME', reverse: true },
      ...{ isArchived: false, filter: { statuses: ['LIVE', 'FULL'], accessTypes: ['SECRET_LINK'] } },
    });
    expect(document.title).toContain('page 3');
  });

  test('that says nonsense shows what it still can', async () => {
    const asked = openList('/campaigns?status=asleep&access=magic&sort=upwards');

    await screen.findByText('Winter drop', {}, patience);

    expect(asked[0]).toMatchObject({ sortKey: 'CREATED_AT', filter: { statuses: [], accessTypes: [] } });
  });

  test('goes with each filter and each view, and a filter begins at the first page', async () => {
    const asked = openList('/campaigns?after=one');
    await screen.findByText('Winter drop', {}, patience);

    fireEvent.click(screen.getByRole('button', { name: 'Status' }));
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Paused' }, patience));
    await waitFor(() =>
      expect(asked.at(-1)).toMatchObject({ after: null, filter: { statuses: ['PAUSED'], accessTypes: [] } }),
    );
    fireEvent.click(screen.getByRole('link', { name: 'Live' }));

    await waitFor(() => expect(asked.at(-1)).toMatchObject({ filter: { statuses: ['LIVE', 'FULL'] } }));
    expect(screen.getByRole('link', { name: 'Live' }).getAttribute('aria-current')).toBe('page');
  });
});

test('nothing found is told from nothing there, with the way back to all', async () => {
  const asked = openList('/campaigns?status=ended', {}, []);

  fireEvent.click(await screen.findByRole('button', { name: 'Clear search and filters' }, patience));

  await waitFor(() => expect(asked.at(-1)).toMatchObject({ filter: { statuses: [] } }));
});

describe("the merchant's own view", () => {
  test('is kept in this browser under a name, shown, and removed', async () => {
    openList('/campaigns?status=paused');
    fireEvent.click(await screen.findByRole('button', { name: 'Save view' }, patience));
    const dialog = within(await screen.findByRole('dialog', { name: 'Save this view' }, patience));
    fireEvent.change(dialog.getByLabelText('Name of the view'), { target: { value: 'Live' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Save view' }));
    expect(await dialog.findByText('Another view has this name.')).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('Name of the view'), { target: { value: 'On hold' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Save view' }));

    const view = await screen.findByRole('link', { name: 'On hold' }, patience);

    expect(view.getAttribute('aria-current')).toBe('page');
    expect(localStorage.getItem('vip:campaign-views:demo.example')).toBe(
      '[{"name":"On hold","search":"status=paused"}]',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Remove the view “On hold”' }));
    expect(screen.queryByRole('link', { name: 'On hold' })).toBeNull();
  });
});

describe('several campaigns at once', () => {
  test('are paused together, and set back together', async () => {
    const done: string[] = [];
    const change = (field: string, isActive: boolean) => (variables: Record<string, unknown>) => {
      done.push(`${field} ${variables.id}`);
      return ofPayload(field, { campaign: { ...aCampaign({ id: variables.id }), isActive, status: 'PAUSED' } });
    };
    openList('/campaigns', {
      CampaignPause: change('campaignPause', false),
      CampaignActivate: change('campaignActivate', true),
    });
    await selectBoth();

    press('Pause');
    await screen.findByText('2 campaigns paused. Nobody gets in meanwhile.', {}, patience);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));

    await screen.findByText('2 campaigns set back', {}, patience);
    expect(done).toEqual(['campaignPause c1', 'campaignPause c2', 'campaignActivate c1', 'campaignActivate c2']);
  });

  test('where one is refused, the others are done, and it is said which and why', async () => {
    let tries = 0;
    openList('/campaigns', {
      CampaignBulkDuplicate: ({ id }) => {
        tries += 1;
        if (id === 'c2') return ofPayload('campaignDuplicate', { campaign: null, userErrors: notFound });
        return ofPayload('campaignDuplicate', { campaign: { __typename: 'EarlyAccessCampaign', id: 'c9' } });
      },
    });
    await selectBoth();

    press('Duplicate');

    await screen.findByText('1 of 2 campaigns are done, the others are as they were', {}, patience);
    expect(screen.getByText('Winter drop: There is no such campaign')).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select Winter drop' }).checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select Autumn drop' }).checked).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Try these again' }));
    await waitFor(() => expect(tries).toBe(3), patience);
  });

  test('are deleted only after it was said what is lost', async () => {
    const gone: unknown[] = [];
    openList('/campaigns', {
      CampaignBulkDelete: ({ id }) => {
        gone.push(id);
        return ofPayload('campaignDelete', { deletedCampaignId: id });
      },
    });
    await selectBoth();

    press('Delete');
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete 2 campaigns?' }, patience));
    expect(dialog.getByText('Autumn drop, Winter drop.')).toBeTruthy();
    expect(dialog.getByText(/e-mails of 31 people/)).toBeTruthy();
    expect(gone).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Delete' }));

    await screen.findByText('2 campaigns deleted', {}, patience);
    expect(gone).toEqual(['c1', 'c2']);
  });

  test('an activated one whose window is over is said to stay closed', async () => {
    const campaign = { ...aCampaign(), status: 'ENDED' };
    openList('/campaigns', { CampaignActivate: ofPayload('campaignActivate', { campaign }) }, [aCampaign()]);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Select Autumn drop' }, patience));

    press('Activate');

    await screen.findByText(/^Autumn drop: the window is over/, {}, patience);
  });
});

test('what was typed into the create modal is there again after it was closed by mistake', async () => {
  openList('/campaigns');
  fireEvent.click(await screen.findByRole('button', { name: 'Create campaign' }, patience));
  const first = within(await screen.findByRole('dialog', { name: 'Create campaign' }, patience));
  fireEvent.change(first.getByLabelText(/^Name/), { target: { value: 'Spring drop' } });
  fireEvent.click(first.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), patience);

  fireEvent.click(screen.getByRole('button', { name: 'Create campaign' }));

  const again = within(await screen.findByRole('dialog', { name: 'Create campaign' }, patience));
  expect(again.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Spring drop');
});
