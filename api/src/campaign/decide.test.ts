import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AccessType } from './access-type.ts';
import { CampaignStatus } from './campaign-status.ts';
import { type Credential, decide, type Rule, type RuledCampaign, type Verdict, type Visitor } from './decide.ts';
import { TrustLevel } from './trust-level.ts';

const noon = new Date('2026-11-27T12:00:00Z');
const earlier = new Date(noon.getTime() - 1);
const later = new Date(noon.getTime() + 1);

const open: RuledCampaign = {
  ...{
    isActive: true,
    activatedAt: earlier,
    archivedAt: null,
    startsAt: null,
    endsAt: null,
    capacity: null,
    totalPasses: 0,
  },
  ...{ accessType: AccessType.PASSWORD_OR_EMAIL, trustLevel: TrustLevel.INSTANT, isGuestListOnly: false },
  confirmWithinMinutes: 30,
  isOpenToAll: false,
};
const good: Credential = { maxUses: null, totalUses: 0, expiresAt: null, revokedAt: null };
const byCode: Visitor = { by: 'code', credential: good };
const byLink: Visitor = { by: 'link', credential: good };
const byEmail: Extract<Visitor, { by: 'email' }> = { by: 'email', isGuest: false, isConfirmed: false, place: null };
const proved = { revokedAt: null, unprovedSince: null };
const confirmLater = { ...open, trustLevel: TrustLevel.CONFIRM_LATER };
/** The address of somebody who has had a place for half an hour, and a moment less or more, without having proved it. */
const unproved = (by: Date): Visitor => ({
  ...byEmail,
  place: { revokedAt: null, unprovedSince: new Date(by.getTime() - 30 * 60_000) },
});
const linked = { ...open, accessType: AccessType.SECRET_LINK };

const broken = (fields: Partial<Credential>): Visitor => ({ by: 'code', credential: { ...good, ...fields } });

/** One row for every rule: a campaign and a visitor for whom it alone does not hold, and what comes of it. */
const RULES: readonly [Rule, RuledCampaign, Visitor, Verdict][] = [
  ['ACTIVATED', { ...open, isActive: false, activatedAt: null }, byCode, 'DENIED'],
  ['NOT_ENDED', { ...open, endsAt: noon }, byCode, 'NOT_OPEN'],
  ['NOT_PAUSED', { ...open, isActive: false }, byCode, 'DENIED'],
  ['BEGUN', { ...open, startsAt: later }, byCode, 'NOT_OPEN'],
  ['PLACE_LEFT', { ...open, capacity: 5, totalPasses: 5 }, byCode, 'FULL'],
  ['WAY_FITS', { ...open, accessType: AccessType.EMAIL_SIGNUP }, byCode, 'DENIED'],
  ['CREDENTIAL_KNOWN', open, { by: 'code', credential: null }, 'DENIED'],
  ['CREDENTIAL_NOT_REVOKED', open, broken({ revokedAt: earlier }), 'DENIED'],
  ['CREDENTIAL_NOT_EXPIRED', open, broken({ expiresAt: noon }), 'DENIED'],
  ['CREDENTIAL_NOT_USED_UP', open, broken({ maxUses: 3, totalUses: 3 }), 'DENIED'],
  ['ON_GUEST_LIST', { ...open, isGuestListOnly: true }, byEmail, 'DENIED'],
  ['PLACE_NOT_REVOKED', open, { ...byEmail, place: { ...proved, revokedAt: earlier } }, 'DENIED'],
  ['ADDRESS_CONFIRMED', { ...open, trustLevel: TrustLevel.CONFIRM_FIRST }, byEmail, 'CONFIRM'],
];

const failing = ({ trace }: { trace: readonly { rule: Rule; holds: boolean }[] }) =>
  trace.filter(({ holds }) => !holds).map(({ rule }) => rule);

describe('each rule alone', () => {
  test.each(RULES)('%s keeps the gate closed in its own way', (rule, campaign, visitor, verdict) => {
    const decision = decide(campaign, visitor, noon);

    expect(decision.verdict).toBe(verdict);
    expect(failing(decision).filter((other) => !(rule === 'ACTIVATED' && other === 'NOT_PAUSED'))).toEqual([rule]);
  });

  test.each([
    ['a password', open, byCode],
    ['a secret link', linked, byLink],
    ['an address', open, byEmail],
    ['a guest’s address', { ...open, isGuestListOnly: true }, { ...byEmail, isGuest: true }],
    ['a proved address', { ...open, trustLevel: TrustLevel.CONFIRM_FIRST }, { ...byEmail, isConfirmed: true }],
    ['an address that is to be proved later', confirmLater, byEmail],
    ['an address in the last moment in which it may still be proved later', confirmLater, unproved(later)],
    ['an address that was proved long ago', confirmLater, { ...byEmail, place: proved }],
    ['an address that nothing asks a proof of', open, unproved(earlier)],
    ['the address of who has a place in a full campaign', { ...open, capacity: 0 }, { ...byEmail, place: proved }],
    ['a code in its last moment', open, broken({ expiresAt: later })],
    ['a code at its last use', open, broken({ maxUses: 3, totalUses: 2 })],
    ['a password at the very beginning', { ...open, startsAt: noon }, byCode],
    ['a password in the last moment', { ...open, endsAt: later }, byCode],
  ] as [string, RuledCampaign, Visitor][])('%s opens where all of them hold', (_what, campaign, visitor) => {
    expect(decide(campaign, visitor, noon).verdict).toBe('OPEN');
  });
});

test('an address that was not proved in time has to be proved first, unless the gate is open to all', () => {
  expect(decide(confirmLater, unproved(noon), noon).verdict).toBe('CONFIRM');
  expect(decide(confirmLater, { ...unproved(noon), isConfirmed: true } as Visitor, noon).verdict).toBe('OPEN');
  expect(decide({ ...confirmLater, isOpenToAll: true }, unproved(noon), noon).verdict).toBe('OPEN');
});

test('a campaign that was put away has ended, whatever else holds', () => {
  const { status, verdict } = decide({ ...open, isActive: false, archivedAt: earlier }, byCode, noon);
  expect([status, verdict]).toEqual([CampaignStatus.ENDED, 'NOT_OPEN']);
});

test('a right password is as wrong as any other in a campaign that is full, paused, ended or to come', () => {
  for (const change of [{ capacity: 0 }, { isActive: false }, { endsAt: earlier }, { startsAt: later }]) {
    const [right, wrong] = [byCode, { by: 'code', credential: null } as const].map(
      (visitor) => decide({ ...open, ...change }, visitor, noon).verdict,
    );
    expect(right).toBe(wrong);
  }
});

const instants = fc.constantFrom(earlier, noon, later);
const anInstant = fc.option(instants, { nil: null });
const campaigns: fc.Arbitrary<RuledCampaign> = fc.record({
  isActive: fc.boolean(),
  activatedAt: anInstant,
  archivedAt: anInstant,
  startsAt: anInstant,
  endsAt: anInstant,
  capacity: fc.option(fc.nat(2), { nil: null }),
  totalPasses: fc.nat(2),
  accessType: fc.constantFrom(...Object.values(AccessType)),
  trustLevel: fc.constantFrom(...Object.values(TrustLevel)),
  confirmWithinMinutes: fc.constantFrom(0, 30),
  isGuestListOnly: fc.boolean(),
  isOpenToAll: fc.constant(false),
});
const credentials: fc.Arbitrary<Credential | null> = fc.option(
  fc.record({
    maxUses: fc.option(fc.integer({ min: 1, max: 2 }), { nil: null }),
    totalUses: fc.nat(2),
    expiresAt: anInstant,
    revokedAt: anInstant,
  }),
  { nil: null },
);
const visitors: fc.Arbitrary<Visitor> = fc.oneof(
  fc.record({ by: fc.constantFrom('code' as const, 'link' as const), credential: credentials }),
  fc.record({
    by: fc.constant('email' as const),
    isGuest: fc.boolean(),
    isConfirmed: fc.boolean(),
    place: fc.option(fc.record({ revokedAt: anInstant, unprovedSince: anInstant }), { nil: null }),
  }),
);

describe('where the gate is open to all', () => {
  const openToAll = { ...open, isOpenToAll: true };
  const used = { by: 'code', credential: { ...good, maxUses: 1, totalUses: 1, expiresAt: earlier } } as const;

  test.each<[string, RuledCampaign, Visitor]>([
    ['a code that is used up and has expired', openToAll, used],
    ['an address on no guest list', { ...openToAll, isGuestListOnly: true }, byEmail],
    ['an address that nobody has proved', { ...openToAll, trustLevel: TrustLevel.CONFIRM_FIRST }, byEmail],
  ])('%s is let in, and the trace says why', (_who, campaign, visitor) => {
    const { verdict, trace } = decide(campaign, visitor, noon);

    expect([verdict, decide({ ...campaign, isOpenToAll: false }, visitor, noon).verdict]).toEqual([
      'OPEN',
      expect.not.stringContaining('OPEN'),
    ]);
    expect(trace).toContainEqual({ rule: 'OPEN_TO_ALL', holds: true });
  });

  test.each<[string, RuledCampaign, Visitor, Verdict]>([
    ['a pause', { ...openToAll, isActive: false }, byCode, 'DENIED'],
    ['the end', { ...openToAll, endsAt: noon }, byCode, 'NOT_OPEN'],
    ['the number of places', { ...openToAll, capacity: 5, totalPasses: 5 }, byCode, 'FULL'],
    ['a revoked code', openToAll, broken({ revokedAt: earlier }), 'DENIED'],
    ['a revoked place', openToAll, { ...byEmail, place: { ...proved, revokedAt: earlier } }, 'DENIED'],
    ['another way than the campaign’s', openToAll, byLink, 'DENIED'],
  ])('%s holds as before', (_what, campaign, visitor, verdict) => {
    expect(decide(campaign, visitor, noon).verdict).toBe(verdict);
  });
});

describe('whatever the campaign, the visitor and the instant', () => {
  test('the gate opens if and only if every rule holds', () => {
    fc.assert(
      fc.property(campaigns, visitors, instants, (campaign, visitor, instant) => {
        const decision = decide(campaign, visitor, instant);
        expect(decision.verdict === 'OPEN').toBe(decision.trace.every(({ holds }) => holds));
        expect(decision.verdict === 'OPEN').toBe(mayEnter(campaign, visitor, instant));
      }),
      { numRuns: 5_000 },
    );
  });

  test('the first rule that does not hold makes the verdict', () => {
    const verdicts = new Map(RULES.map(([rule, , , verdict]) => [rule, verdict]));
    fc.assert(
      fc.property(campaigns, visitors, instants, (campaign, visitor, instant) => {
        const decision = decide(campaign, visitor, instant);
        const [first] = failing(decision);
        expect(decision.verdict).toBe(first === undefined ? 'OPEN' : verdicts.get(first));
      }),
      { numRuns: 2_000 },
    );
  });

  test('rules are asked in one order', () => {
    const order = RULES.map(([rule]) => rule);
    fc.assert(
      fc.property(campaigns, visitors, instants, (campaign, visitor, instant) => {
        const asked = decide(campaign, visitor, instant).trace.map(({ rule }) => rule);
        expect(asked).toEqual(order.filter((rule) => asked.includes(rule)));
      }),
      { numRuns: 2_000 },
    );
  });

  test('nobody gets in outside the window, into a draft or a paused campaign', () => {
    fc.assert(
      fc.property(campaigns, visitors, instants, (campaign, visitor, instant) => {
        const { status, verdict } = decide(campaign, visitor, instant);
        if (verdict !== 'OPEN' && verdict !== 'CONFIRM') return;
        expect([CampaignStatus.LIVE, CampaignStatus.FULL]).toContain(status);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** The same, said once more in plain words and without a trace. */
function mayEnter(campaign: RuledCampaign, visitor: Visitor, now: Date): boolean {
  const hasBegun = !campaign.startsAt || campaign.startsAt.getTime() <= now.getTime();
  const isOver = campaign.endsAt !== null && campaign.endsAt.getTime() <= now.getTime();
  const hasEnded = isOver || campaign.archivedAt !== null;
  if (!campaign.isActive || !hasBegun || hasEnded) return false;
  const isFull = campaign.capacity !== null && campaign.totalPasses >= campaign.capacity;
  if (visitor.by !== 'email') return !isFull && fits(campaign, visitor.by) && isGood(visitor.credential, now);
  if (!fits(campaign, 'email') || (campaign.isGuestListOnly && !visitor.isGuest)) return false;
  if (campaign.trustLevel === TrustLevel.CONFIRM_FIRST && !visitor.isConfirmed) return false;
  const minutesUnproved = (now.getTime() - (visitor.place?.unprovedSince?.getTime() ?? Infinity)) / 60_000;
  const isTooLong =
    campaign.trustLevel === TrustLevel.CONFIRM_LATER && minutesUnproved >= campaign.confirmWithinMinutes;
  if (isTooLong && !visitor.isConfirmed) return false;
  return visitor.place === null ? !isFull : visitor.place.revokedAt === null;
}

function fits({ accessType }: RuledCampaign, by: Visitor['by']): boolean {
  if (by === 'link') return accessType === 'SECRET_LINK';
  return accessType === 'PASSWORD_OR_EMAIL' || accessType === (by === 'code' ? 'PASSWORD' : 'EMAIL_SIGNUP');
}

function isGood(credential: Credential | null, now: Date): boolean {
  if (credential === null || credential.revokedAt !== null) return false;
  const isUsedUp = credential.maxUses !== null && credential.totalUses >= credential.maxUses;
  return !isUsedUp && (credential.expiresAt === null || credential.expiresAt.getTime() > now.getTime());
}
