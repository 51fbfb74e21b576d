import { expect, test } from 'vitest';
import { GateController } from './gate.controller.ts';
import { aGate } from './gate-stage.fixture.ts';
import { aCampaign, anEntry, inMs, opened, sent } from './gate-world.fixture.ts';

const here = { campaign: 'autumn', secretLink: '' };

/** The same page, loaded anew in the same tab. */
function reloaded({ api, passes, host }: ReturnType<typeof aGate>): GateController {
  return new GateController({ api, tries: () => api.tries(), passes, pending: api.pending, host });
}

test('a page that is loaded anew still waits for the code that was mailed', async () => {
  const before = aGate((api) => api.outcomes.push(sent(), opened()));
  await before.gate.start(here);
  await before.gate.submitEmail(anEntry());

  const gate = reloaded(before);
  await gate.start(here);

  expect(gate.step).toMatchObject({ name: 'confirming', sent: { handle: 'confirmation-1' } });
  await gate.submitCode('123456');
  expect(before.api.tried.at(-1)).toBe('confirmation-1 123456');
  expect(gate.step.name).toBe('open');
});

test('once it is confirmed, nothing waits any more', async () => {
  const before = aGate((api) => api.outcomes.push(sent(), opened()));
  await before.gate.start(here);
  await before.gate.submitEmail(anEntry());
  await before.gate.submitCode('123456');

  expect(before.api.pending.recall('autumn')).toBe('');
});

test('a pass that wants to be confirmed says so again after a reload', async () => {
  const confirmBy = inMs(600_000);
  const before = aGate((api) =>
    api.outcomes.push({ ...opened({ expiresAt: confirmBy }), confirmBy, confirmation: 'confirmation-2' }),
  );
  await before.gate.start(here);
  await before.gate.submitEmail(anEntry());
  before.api.validPass = 'pass-1';
  before.api.accessExpiresAt = confirmBy;

  const gate = reloaded(before);
  await gate.start(here);

  expect(gate.step).toMatchObject({ name: 'open', remembered: true, confirmBy, confirmation: 'confirmation-2' });
});

test('a pass that has been confirmed elsewhere asks for nothing more', async () => {
  const confirmBy = inMs(600_000);
  const before = aGate((api) =>
    api.outcomes.push({ ...opened({ expiresAt: confirmBy }), confirmBy, confirmation: 'confirmation-2' }),
  );
  await before.gate.start(here);
  await before.gate.submitEmail(anEntry());
  before.api.validPass = 'pass-1';
  before.api.accessExpiresAt = inMs(86_400_000);

  const gate = reloaded(before);
  await gate.start(here);

  expect(gate.step).toMatchObject({ name: 'open', confirmBy: null, confirmation: null });
});

test('who mistyped the address goes back to the form, also after a reload', async () => {
  const before = aGate((api) => {
    api.campaign = aCampaign({ accessType: 'EMAIL_SIGNUP' });
    api.outcomes.push(sent());
  });
  await before.gate.start(here);
  await before.gate.submitEmail(anEntry());

  before.gate.insist();
  const gate = reloaded(before);
  await gate.start(here);

  expect(before.gate.step).toMatchObject({ name: 'locked', pending: null, refusal: null });
  expect(gate.step.name).toBe('locked');
});

test.each(['not JSON', '"text"', '{"handle":7}'])('damaged storage (%s) begins anew', async (kept) => {
  const { gate, api } = aGate();
  api.pending.remember('autumn', kept, inMs(60_000));

  await gate.start(here);

  expect(gate.step.name).toBe('locked');
});

test('a code that is no longer good is not waited for', async () => {
  const { gate, api } = aGate();
  const past = inMs(-1_000);
  api.pending.remember('autumn', JSON.stringify({ handle: 'old', resendAt: past, expiresAt: past }), past);

  await gate.start(here);

  expect(gate.step.name).toBe('locked');
});
