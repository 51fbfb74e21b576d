import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type Answers, openAdmin } from '../../test-page.tsx';

const patience = { timeout: 5_000 };

const page = {
  data: {
    shop: { __typename: 'Shop', domain: 'demo.example', timeZone: 'Europe/Berlin' },
    campaign: { __typename: 'EarlyAccessCampaign', id: 'c1', name: 'Autumn drop' },
  },
};

interface Told {
  kind?: string;
  verdict?: string;
  steps?: [rule: string, holds: boolean][];
  others?: object;
}

function told({ kind = 'EMAIL', verdict = 'DENIED', steps = [], others = {} }: Told) {
  return {
    data: {
      campaign: { __typename: 'EarlyAccessCampaign', id: 'c1', startsAt: null, archivedAt: null },
      campaignAdmission: {
        ...{ __typename: 'Admission', kind, verdict, status: 'LIVE' },
        steps: steps.map(([rule, holds]) => ({ __typename: 'AdmissionStep', rule, holds })),
        ...{ accessCode: null, secretLink: null, signup: null, accessPass: null, elsewhere: null },
        ...{ isGuest: kind === 'EMAIL' ? false : null, isWaiting: kind === 'EMAIL' ? false : null },
        ...others,
      },
    },
  };
}

async function askFor(presented: string, answers: Answers) {
  openAdmin('/campaigns/c1/why', { WhyCampaign: page, ...answers });
  fireEvent.change(await screen.findByLabelText('E-mail, code, link or access pass', {}, patience), {
    target: { value: presented },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Find out' }));
}

test('somebody who is no guest is told about in words, and put on the list where the merchant reads it', async () => {
  let isGuest = false;
  const added: unknown[] = [];
  await askFor('grace@example.com', {
    CampaignAdmission: () =>
      isGuest
        ? told({ verdict: 'OPEN', steps: [['ON_GUEST_LIST', true]] })
        : told({
            steps: [
              ['NOT_PAUSED', true],
              ['ON_GUEST_LIST', false],
            ],
          }),
    GuestAdd: (variables) => {
      added.push(variables);
      isGuest = true;
      const campaign = { __typename: 'EarlyAccessCampaign', id: 'c1', guestsCount: 1 };
      return { data: { guestAdd: { __typename: 'GuestAddPayload', campaign, userErrors: [] } } };
    },
  });

  await screen.findByText('It isn’t paused.', {}, patience);
  expect(screen.getAllByText(/this address isn’t on the guest list/).length).toBe(2);
  fireEvent.click(screen.getByRole('button', { name: 'Add them to the guest list' }));

  await waitFor(() => expect(screen.getAllByText('They get in now').length).toBeGreaterThan(0), patience);
  expect(added).toEqual([{ campaignId: 'c1', email: 'grace@example.com' }]);
});

test('a full campaign leads to the very field that lets more people in', async () => {
  await askFor('first light', {
    CampaignAdmission: told({ kind: 'CODE', verdict: 'FULL', steps: [['PLACE_LEFT', false]] }),
  });

  const lead = await screen.findByRole('link', { name: 'Let more people in' }, patience);

  expect(lead.getAttribute('href')).toBe('/campaigns/c1#field-capacity');
});

test('a link of another campaign leads there', async () => {
  const elsewhere = { __typename: 'EarlyAccessCampaign', id: 'c2', name: 'Spring drop' };
  await askFor('https://vip.example/c/abc', {
    CampaignAdmission: told({ kind: 'LINK', steps: [['CREDENTIAL_KNOWN', false]], others: { elsewhere } }),
  });

  const lead = await screen.findByRole('link', { name: 'It belongs to “Spring drop”' }, patience);

  expect(lead.getAttribute('href')).toBe('/campaigns/c2');
});

test('an answer that did not come is told, and what was typed stays', async () => {
  await askFor('grace@example.com', { CampaignAdmission: new TypeError('Failed to fetch') });

  await screen.findByText('The network is gone', {}, patience);

  expect(screen.getByLabelText<HTMLInputElement>('E-mail, code, link or access pass').value).toBe('grace@example.com');
});
