import { expect, test } from 'vitest';
import type { UnlockResult } from './gate-api.ts';
import { aGate } from './gate-stage.fixture.ts';
import { aCampaign, anEntry, inMs, opened, sent } from './gate-world.fixture.ts';

const here = { campaign: 'autumn', secretLink: '' };
const byLink = { campaign: 'autumn', secretLink: 's3cret' };

test('a live campaign with a password stands locked, and the view is counted once', async () => {
  const { gate, api } = aGate();

  await gate.start(here);
  await gate.retry();

  expect(gate.step).toMatchObject({ name: 'locked', pending: null, refusal: null });
  expect(api.views).toEqual(['autumn']);
});

test('the right password opens the gate, and the pass is remembered', async () => {
  const { gate, passes, events } = aGate((api) => api.outcomes.push(opened()));
  await gate.start(here);

  await gate.submitPassword('lantern');

  expect(gate.step).toMatchObject({ name: 'open', remembered: false });
  expect(passes.recall('autumn')).toBe('pass-1');
  expect(events).toMatchObject([
    { name: 'vip-gate-open', detail: { campaignId: 'autumn', pass: 'pass-1', remembered: false } },
  ]);
});

test('a wrong password leaves the gate closed', async () => {
  const { gate, passes, events } = aGate();
  await gate.start(here);

  await gate.submitPassword('lamp');

  expect(gate.step).toMatchObject({ name: 'locked', refusal: { reason: 'denied', way: 'password' } });
  expect(passes.recall('autumn')).toBe('');
  expect(events).toEqual([
    { name: 'vip-gate-denied', detail: { campaignId: 'autumn', way: 'password', reason: 'denied' } },
  ]);
});

test('no event ever tells the password or the e-mail address', async () => {
  const { gate, events } = aGate((api) => {
    api.campaign = aCampaign({ accessType: 'PASSWORD_OR_EMAIL' });
    api.outcomes = [{ __typename: 'GateDenied' }, new Error('offline'), opened()];
  });
  await gate.start(here);

  await gate.submitPassword('typed-in-private');
  await gate.submitPassword('typed-in-private');
  await gate.submitEmail(anEntry({ email: 'typed-in-private@example.com', acceptsMarketing: true }));

  expect(events).toHaveLength(4);
  expect(JSON.stringify(events)).not.toContain('typed-in-private');
});

test('an e-mail address signs up, with the consent that was given', async () => {
  const { gate, api, events } = aGate((fake) => fake.outcomes.push(opened()));
  await gate.start(here);

  await gate.submitEmail(anEntry({ email: 'ada@example.com', acceptsMarketing: false }));

  expect(api.tried).toMatchObject([{ email: 'ada@example.com', acceptsMarketing: false }]);
  expect(events[0]).toEqual({ name: 'vip-gate-signup', detail: { campaignId: 'autumn', acceptsMarketing: false } });
  expect(gate.step.name).toBe('open');
});

test.each(['', '   '])('an empty entry (%j) is not sent', async (nothing) => {
  const { gate, api } = aGate();
  await gate.start(here);

  await gate.submitPassword(nothing);
  expect(gate.step).toMatchObject({ name: 'locked', refusal: { reason: 'empty', way: 'password' } });
  await gate.submitEmail(anEntry({ email: nothing, acceptsMarketing: true }));

  expect(gate.step).toMatchObject({ name: 'locked', refusal: { reason: 'empty', way: 'email' } });
  expect(api.tried).toEqual([]);
});

test.each<[UnlockResult, object, string]>([
  [
    { __typename: 'TooManyAttempts', retryAt: inMs(9) },
    { refusal: { reason: 'too-many-attempts', retryAt: inMs(9) } },
    'too-many-attempts',
  ],
  [{ __typename: 'InvalidInput', problems: [] }, { refusal: { reason: 'invalid' } }, 'invalid'],
  [{ __typename: 'CampaignFull' }, { name: 'full' }, 'full'],
  [
    { __typename: 'CampaignNotOpen', status: 'PAUSED', startsAt: null, serverTime: inMs(0) },
    { name: 'not-open', campaign: { status: 'PAUSED' } },
    'not-open',
  ],
])('the answer %o is shown and told to the page', async (outcome, step, reason) => {
  const { gate, events } = aGate((api) => api.outcomes.push(outcome));
  await gate.start(here);

  await gate.submitPassword('lantern');

  expect(gate.step).toMatchObject(step);
  expect(events).toMatchObject([{ name: 'vip-gate-denied', detail: { reason } }]);
});

test('a server that does not answer leaves the form in place, and the next try may open it', async () => {
  const { gate, names } = aGate((api) => api.outcomes.push(new Error('offline'), opened()));
  await gate.start(here);

  await gate.submitPassword('lantern');
  expect(gate.step).toMatchObject({ name: 'locked', pending: null, refusal: { reason: 'unreachable' } });
  await gate.submitPassword('lantern');

  expect(gate.step.name).toBe('open');
  expect(names()).toEqual(['vip-gate-error', 'vip-gate-open']);
});

test('a campaign that cannot be asked for is asked for again by a retry', async () => {
  const { gate, api, names } = aGate((fake) => {
    fake.isDown = true;
  });

  await gate.start(here);
  expect(gate.step.name).toBe('unreachable');
  api.isDown = false;
  await gate.retry();

  expect(gate.step.name).toBe('locked');
  expect(names()).toEqual(['vip-gate-error']);
});

test('a second press while the first is under way sends nothing', async () => {
  const answer = Promise.withResolvers<UnlockResult>();
  const { gate, api } = aGate((fake) => fake.outcomes.push(answer.promise));
  await gate.start(here);

  const first = gate.submitPassword('lantern');
  await gate.submitPassword('lantern');
  answer.resolve(opened());
  await first;

  expect(api.tried).toEqual(['lantern']);
  expect(gate.step.name).toBe('open');
});

test('of two submissions by two ways, the last one wins', async () => {
  const slow = Promise.withResolvers<UnlockResult>();
  const { gate } = aGate((api) => api.outcomes.push(slow.promise, opened()));
  await gate.start(here);

  const first = gate.submitPassword('lamp');
  await gate.submitEmail(anEntry({ email: 'ada@example.com', acceptsMarketing: false }));
  slow.resolve({ __typename: 'GateDenied' });
  await first;

  expect(gate.step.name).toBe('open');
});

test('a remembered pass opens the gate at once, and the view counts too', async () => {
  const { gate, api, passes, events } = aGate((fake) => {
    fake.validPass = 'pass-1';
  });
  passes.remember('autumn', 'pass-1', inMs(60_000));

  await gate.start(here);

  expect(gate.step).toMatchObject({ name: 'open', remembered: true });
  expect(events).toMatchObject([{ name: 'vip-gate-open', detail: { remembered: true } }]);
  expect(api.questions).toHaveLength(1);
  expect(api.views).toEqual(['autumn']);
});

test('a remembered pass that the server refuses is forgotten, and the gate is locked', async () => {
  const { gate, passes } = aGate();
  passes.remember('autumn', 'revoked', inMs(60_000));

  await gate.start(here);

  expect(gate.step.name).toBe('locked');
  expect(passes.recall('autumn')).toBe('');
});

test.each(['PAUSED', 'SCHEDULED'] as const)(
  'a pass is kept while its campaign is %s, and opens it once it runs again',
  async (status) => {
    const { gate, api, passes } = aGate((fake) => {
      fake.campaign = aCampaign({ status });
    });
    passes.remember('autumn', 'pass-1', inMs(60_000));
    await gate.start(here);
    expect(gate.step.name).toBe('not-open');

    api.campaign = aCampaign();
    api.validPass = 'pass-1';
    await gate.start(here);

    expect(gate.step).toMatchObject({ name: 'open', remembered: true });
  },
);

test('a pass is kept while the server cannot be reached', async () => {
  const { gate, passes } = aGate((api) => {
    api.isDown = true;
  });
  passes.remember('autumn', 'pass-1', inMs(60_000));

  await gate.start(here);

  expect(passes.recall('autumn')).toBe('pass-1');
});

test('a secret link opens its own campaign by itself', async () => {
  const { gate, api } = aGate((fake) => {
    fake.campaign = fake.linked = aCampaign({ accessType: 'SECRET_LINK' });
    fake.outcomes.push(opened());
  });

  await gate.start(byLink);

  expect(api.tried).toEqual(['s3cret']);
  expect(gate.step.name).toBe('open');
});

test("another campaign's secret link is not spent here", async () => {
  const { gate, api } = aGate((fake) => {
    fake.campaign = aCampaign({ accessType: 'SECRET_LINK' });
    fake.linked = aCampaign({ id: 'winter', accessType: 'SECRET_LINK' });
  });

  await gate.start(byLink);

  expect(api.tried).toEqual([]);
  expect(gate.step).toMatchObject({ name: 'locked', refusal: { reason: 'denied', way: 'link' } });
});

test('without its secret, a link-only campaign waits for a link', async () => {
  const { gate, api } = aGate((fake) => {
    fake.campaign = aCampaign({ accessType: 'SECRET_LINK' });
  });

  await gate.start(here);

  expect(gate.step).toMatchObject({ name: 'locked', pending: null, refusal: null });
  expect(api.tried).toEqual([]);
});

test('a secret link leads to a campaign that asks for its password, and to its remembered pass', async () => {
  const { gate, api, passes } = aGate((fake) => {
    fake.linked = fake.campaign;
    fake.validPass = 'pass-1';
  });

  await gate.start({ campaign: '', secretLink: 's3cret' });
  expect(gate.step.name).toBe('locked');
  passes.remember('autumn', 'pass-1', inMs(60_000));
  await gate.start({ campaign: '', secretLink: 's3cret' });

  expect(gate.step.name).toBe('open');
  expect(api.tried).toEqual([]);
});

test('an unknown campaign has nothing to open', async () => {
  const { gate, api } = aGate();

  await gate.start({ campaign: 'unknown', secretLink: '' });

  expect(gate.step.name).toBe('missing');
  expect(api.views).toEqual([]);
});

test('a scheduled campaign is asked for again when it starts, by the server’s clock', async () => {
  const { gate, api, alarms } = aGate((fake) => {
    fake.campaign = aCampaign({ status: 'SCHEDULED', serverTime: inMs(9_000_000), startsAt: inMs(9_060_000) });
  });
  await gate.start(here);
  expect(gate.step.name).toBe('not-open');
  expect(alarms[0]?.milliseconds).toBeGreaterThanOrEqual(60_000);
  expect(alarms[0]?.milliseconds).toBeLessThanOrEqual(63_000);

  api.campaign = aCampaign();
  alarms[0]?.ring();
  await new Promise((resolve) => setTimeout(resolve));

  expect(gate.step.name).toBe('locked');
});

test('the gate closes when its pass ends', async () => {
  const { gate, alarms } = aGate((api) => api.outcomes.push(opened({ expiresAt: inMs(1_000) })));
  await gate.start(here);
  await gate.submitPassword('lantern');
  expect(alarms.map(({ milliseconds }) => milliseconds)).toEqual([1_000]);

  alarms[0]?.ring();
  await new Promise((resolve) => setTimeout(resolve));

  expect(gate.step.name).not.toBe('open');
});

test('a gate that was taken off the page changes nothing any more', async () => {
  const answer = Promise.withResolvers<UnlockResult>();
  const { gate, passes } = aGate((api) => api.outcomes.push(answer.promise));
  await gate.start(here);

  const submission = gate.submitPassword('lantern');
  gate.stop();
  answer.resolve(opened());
  await submission;

  expect(gate.step.name).toBe('locked');
  expect(passes.recall('autumn')).toBe('');
});

test('an address that must be confirmed opens by the code of its mail', async () => {
  const { gate, api, names } = aGate((fake) => fake.outcomes.push(sent(), opened()));
  await gate.start(here);

  await gate.submitEmail(anEntry());
  expect(gate.step).toMatchObject({ name: 'confirming', sent: { handle: 'confirmation-1' } });
  await gate.submitCode('123456');

  expect(api.tried.at(-1)).toBe('confirmation-1 123456');
  expect(gate.step.name).toBe('open');
  expect(names()).toEqual(['vip-gate-signup', 'vip-gate-open']);
});

test('a wrong code leaves the code’s form in place, and a new mail may be asked for', async () => {
  const { gate } = aGate((api) =>
    api.outcomes.push(sent(), { __typename: 'GateDenied' }, sent({ handle: 'confirmation-2' })),
  );
  await gate.start(here);
  await gate.submitEmail(anEntry());

  await gate.submitCode('000000');
  expect(gate.step).toMatchObject({ name: 'confirming', refusal: { way: 'code', reason: 'denied' } });
  await gate.resend();

  expect(gate.step).toMatchObject({ name: 'confirming', sent: { handle: 'confirmation-2' }, refusal: null });
});

test('a gate that opened before its address was confirmed takes the code and stays open', async () => {
  const early = { ...opened(), confirmBy: inMs(60_000), confirmation: 'confirmation-1' } as UnlockResult;
  const { gate, api, events } = aGate((fake) => fake.outcomes.push(early, { __typename: 'GateDenied' }, opened()));
  await gate.start(here);
  await gate.submitEmail(anEntry());

  await gate.submitCode('000000');
  expect(gate.step).toMatchObject({ name: 'open', refusal: { way: 'code' } });
  await gate.submitCode('123456');

  expect(gate.step).toMatchObject({ name: 'open', confirmBy: null, refusal: null });
  expect(api.tried.slice(1)).toEqual(['confirmation-1 000000', 'confirmation-1 123456']);
  expect(events.filter(({ name }) => name === 'vip-gate-open')).toHaveLength(2);
});

test('a full campaign offers its waiting list, and who has a place may still show it', async () => {
  const { gate, api } = aGate((fake) => {
    fake.campaign = aCampaign({ status: 'FULL', accessType: 'EMAIL_SIGNUP', hasWaitingList: true });
    fake.outcomes.push(opened());
  });
  await gate.start(here);

  await gate.submitWaiting('ada@example.com', '');
  expect(gate.step).toMatchObject({ name: 'full', isWaiting: true });
  gate.insist();
  await gate.submitEmail(anEntry());

  expect(api.tried).toMatchObject(['ada@example.com', { email: 'ada@example.com' }]);
  expect(gate.step.name).toBe('open');
});

test('what got no answer is sent again by itself, after pauses that grow', async () => {
  const { gate, api, alarms } = aGate((fake) =>
    fake.outcomes.push(new Error('offline'), new Error('offline'), opened()),
  );
  await gate.start(here);
  await gate.submitPassword('lantern');
  const first = alarms[0]?.milliseconds ?? 0;
  alarms.shift()?.ring();
  await new Promise((resolve) => setTimeout(resolve));
  const second = alarms[0]?.milliseconds ?? 0;
  alarms.shift()?.ring();
  await new Promise((resolve) => setTimeout(resolve));

  expect(first).toBeLessThan(1_500);
  expect(second).toBeGreaterThanOrEqual(1_000);
  expect(api.tried).toEqual(['lantern', 'lantern', 'lantern']);
  expect(gate.step.name).toBe('open');
});

test('a visitor who types on is not overtaken by what was typed before', async () => {
  const { gate, alarms } = aGate((api) => api.outcomes.push(new Error('offline')));
  await gate.start(here);
  await gate.submitPassword('lanten');

  gate.touch();

  expect(alarms).toEqual([]);
});
