import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aCampaign, aShopWith, openAdmin } from '../../test-page.tsx';

const patience = { timeout: 15_000 };

/** An answer that the test gives when it wants to. */
function anAnswer<Answer>() {
  let give: (answer: Answer) => void = () => undefined;
  const promise = new Promise<Answer>((resolve) => {
    give = resolve;
  });
  return { promise, give: (answer: Answer) => give(answer) };
}

test('a pause is shown at once, and taken back where the API cannot be asked', async () => {
  const { promise, give } = anAnswer<Error>();
  openAdmin('/campaigns/c1', { ...aShopWith(aCampaign()), CampaignPause: () => promise });

  fireEvent.click(await screen.findByRole('button', { name: 'Pause' }, patience));
  await screen.findByText('Paused', {}, patience);
  give(new TypeError('Failed to fetch'));

  await screen.findByText('Live', {}, patience);
  await screen.findByText(/^The network is gone. Once you’re back online, look/, {}, patience);
});

test('an activation before its window is shown as planned, before the API has answered', async () => {
  const startsAt = new Date(Date.now() + 86_400_000).toISOString();
  const draft = aCampaign({ isActive: false, status: 'DRAFT', startsAt });
  const { promise } = anAnswer<Error>();
  openAdmin('/campaigns/c1', { ...aShopWith(draft), CampaignActivate: () => promise });

  fireEvent.click(await screen.findByRole('button', { name: 'Activate' }, patience));

  await waitFor(() => expect(screen.getByText('Scheduled')).toBeTruthy(), patience);
});
