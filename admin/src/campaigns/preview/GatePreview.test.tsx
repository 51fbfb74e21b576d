import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type Answers, aCampaign, aShopWith, openAdmin } from '../../test-page.tsx';

const patience = { timeout: 5_000 };

type Asked = { at: string; placesTaken: number | null; input: Record<string, unknown> };

/** An API whose judge says that the campaign begins at noon; `asked` keeps what it was asked. */
function aPreview(asked: Asked[]): Answers {
  return {
    CampaignPreview: (variables) => {
      const { at, input } = variables as unknown as Asked;
      asked.push(variables as unknown as Asked);
      const status = at < '2026-11-27T12:00:00.000Z' ? 'SCHEDULED' : 'LIVE';
      const gate = {
        ...{
          __typename: 'GateCampaign',
          id: 'c1',
          name: input.name,
          description: null,
          accessType: 'PASSWORD',
          status,
        },
        ...{ startsAt: null, endsAt: null, shopName: 'Demo', hasWaitingList: false, showsEmailFirst: false },
        ...{ consentText: null, accentColor: null, texts: [], serverTime: at },
      };
      const entry = { __typename: 'PreviewEntry', way: 'PASSWORD', verdict: 'OPEN', expiresAt: at, confirmBy: null };
      return { data: { campaignPreview: { __typename: 'CampaignPreview', gate, entries: [entry], products: [] } } };
    },
  };
}

async function openPreview(answers: Answers, campaign = aCampaign()) {
  openAdmin('/campaigns/c1', { ...aShopWith(campaign), ...answers });
  fireEvent.click(await screen.findByRole('button', { name: 'Show the preview' }, patience));
  return screen.findByTitle(/The gate as visitors see it/, {}, patience);
}

test('the gate is previewed with what is typed and not saved, in a frame that may reach nothing', async () => {
  const asked: Asked[] = [];
  const frame = await openPreview(aPreview(asked));

  fireEvent.change(screen.getByLabelText(/^Name/), { target: { value: 'Winter drop' } });

  await waitFor(() => expect(asked.at(-1)?.input).toMatchObject({ name: 'Winter drop', isActive: true }), patience);
  expect(asked.at(-1)?.input).not.toHaveProperty('password');
  expect(frame.getAttribute('sandbox')).toBe('allow-scripts allow-forms');
  fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
});

test('the slider chooses an instant, and the page says in words what the API decided about it', async () => {
  const asked: Asked[] = [];
  await openPreview(aPreview(asked), aCampaign({ startsAt: '2026-11-27T12:00:00.000Z' }));
  await screen.findByText(/It is open\./, {}, patience);

  fireEvent.click(screen.getByRole('button', { name: 'Just before it opens' }));

  await screen.findByText(/It isn’t open yet/, {}, patience);
  expect(asked.at(-1)?.at).toBe('2026-11-27T11:59:00.000Z');
  const slider = screen.getByLabelText('Time');
  expect(slider.getAttribute('aria-valuetext')).toContain('12:59');
});

test('a situation is chosen by its name, and what is taken for given is said', async () => {
  const asked: Asked[] = [];
  await openPreview(aPreview(asked), aCampaign({ isActive: false, status: 'DRAFT' }));

  fireEvent.change(screen.getByLabelText('What to show'), { target: { value: 'FULL' } });

  await waitFor(() => expect(asked.at(-1)).toMatchObject({ placesTaken: 1, input: { capacity: 1 } }), patience);
  await screen.findByText(/It has no limit of places/, {}, patience);
  expect(screen.getByText(/Shown as if the campaign were active/)).toBeTruthy();
});

test('a preview that the API could not make says so, and the form goes on', async () => {
  await openPreview({ CampaignPreview: new TypeError('Failed to fetch') });

  await screen.findByText('The network is gone', {}, patience);

  expect(screen.getByLabelText(/^Name/)).toBeTruthy();
});
