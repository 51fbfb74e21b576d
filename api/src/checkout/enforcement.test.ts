import { expect, test } from 'vitest';
import { type EnforcementFacts, EnforcementGrade, gradeEnforcement } from './enforcement.ts';

const { BLOCKED, PARTLY_BLOCKED, HIDDEN, OPEN } = EnforcementGrade;

const CHECKOUT = { isTold: true, problem: null, marked: 3, isLeftOut: false, revokedLeftOut: 0 };
const NOT_TOLD = { ...CHECKOUT, isTold: false, marked: 0 };
/** A running campaign with three products, enforced in a Plus store. */
const FACTS: EnforcementFacts = {
  plan: { name: 'Plus', isPlus: true },
  ...{ isAsked: true, isRunning: true, isPersonal: true, mostPiecesPerOrder: null },
  goods: { listed: 3, unlisted: 0, notForSale: 0 },
  checkout: CHECKOUT,
};
const BASIC = { name: 'Basic', isPlus: false };
const UNLISTED = { listed: 0, unlisted: 3, notForSale: 0 };
const BESIDE = ['POINT_OF_SALE', 'DRAFT_ORDERS', 'OTHER_APPS'];

interface Row {
  readonly facts: Partial<EnforcementFacts>;
  readonly grade: EnforcementGrade;
  readonly blocked?: string[];
  readonly hiddenOnly?: string[];
  readonly open?: string[];
  readonly why: string[];
}

const TABLE: Record<string, Row> = {
  'enforced in a Plus store': { facts: {}, grade: BLOCKED, blocked: ['CHECKOUT'], open: BESIDE, why: ['FAILS_CLOSED'] },
  'enforced and unlisted': {
    facts: { goods: UNLISTED },
    grade: BLOCKED,
    blocked: ['CHECKOUT'],
    open: BESIDE,
    why: ['FAILS_CLOSED'],
  },
  'enforced by an app of the App Store on Basic': {
    facts: { plan: BASIC },
    ...{ grade: BLOCKED, blocked: ['CHECKOUT'], open: BESIDE, why: ['FAILS_CLOSED'] },
  },
  'enforced, by password': {
    facts: { isPersonal: false },
    ...{ grade: BLOCKED, blocked: ['CHECKOUT'], open: [...BESIDE, 'SHARED_PASS'], why: ['FAILS_CLOSED'] },
  },
  'enforced, with a limit and more revocations than checkout remembers': {
    facts: { mostPiecesPerOrder: 2, checkout: { ...CHECKOUT, revokedLeftOut: 40 } },
    ...{
      grade: BLOCKED,
      blocked: ['CHECKOUT'],
      open: [...BESIDE, 'SEVERAL_ORDERS', 'REVOKED_PASSES'],
      why: ['FAILS_CLOSED'],
    },
  },
  'some products told of': {
    facts: { checkout: { ...CHECKOUT, marked: 2 } },
    ...{
      grade: PARTLY_BLOCKED,
      blocked: ['CHECKOUT'],
      hiddenOnly: ['GATE'],
      open: ['LISTED', ...BESIDE],
      why: ['FAILS_CLOSED'],
    },
  },
  'with a draft': {
    facts: { goods: { listed: 3, unlisted: 0, notForSale: 1 } },
    ...{ grade: BLOCKED, blocked: ['CHECKOUT', 'NOT_FOR_SALE'], open: BESIDE, why: ['FAILS_CLOSED'] },
  },
  'told before Shopify went away': {
    facts: { checkout: { ...CHECKOUT, problem: 'UNREACHABLE' } },
    ...{ grade: BLOCKED, blocked: ['CHECKOUT'], open: BESIDE, why: ['UNREACHABLE'] },
  },
  'just begun': {
    facts: { checkout: NOT_TOLD },
    grade: OPEN,
    hiddenOnly: ['GATE'],
    open: ['LISTED'],
    why: ['NOT_YET'],
  },
  'not begun': {
    facts: { isRunning: false },
    grade: OPEN,
    hiddenOnly: ['GATE'],
    open: ['LISTED'],
    why: ['NOT_RUNNING'],
  },
  'a custom app on Basic': {
    facts: { plan: BASIC, checkout: { ...NOT_TOLD, problem: 'PLUS_ONLY' } },
    ...{ grade: OPEN, hiddenOnly: ['GATE'], open: ['LISTED'], why: ['PLUS_ONLY', 'PLAN'] },
  },
  'a custom app on Basic, unlisted': {
    facts: { plan: BASIC, goods: UNLISTED, checkout: { ...NOT_TOLD, problem: 'PLUS_ONLY' } },
    ...{ grade: HIDDEN, hiddenOnly: ['UNLISTED', 'GATE'], open: [], why: ['PLUS_ONLY', 'PLAN'] },
  },
  'switched off by the merchant': {
    facts: { checkout: { ...CHECKOUT, problem: 'SWITCHED_OFF' } },
    ...{ grade: OPEN, hiddenOnly: ['GATE'], open: ['LISTED'], why: ['SWITCHED_OFF'] },
  },
  'no room beside other campaigns': {
    facts: { checkout: { ...CHECKOUT, marked: 0, isLeftOut: true } },
    ...{ grade: OPEN, hiddenOnly: ['GATE'], open: ['LISTED'], why: ['NO_ROOM'] },
  },
  'not asked': { facts: { isAsked: false }, grade: OPEN, hiddenOnly: ['GATE'], open: ['LISTED'], why: ['NOT_ASKED'] },
  'not asked, unlisted, on Basic': {
    facts: { isAsked: false, plan: BASIC, goods: UNLISTED },
    ...{ grade: HIDDEN, hiddenOnly: ['UNLISTED', 'GATE'], open: [], why: ['NOT_ASKED', 'PLAN'] },
  },
  'without products': {
    facts: { goods: { listed: 0, unlisted: 0, notForSale: 0 }, checkout: { ...CHECKOUT, marked: 0 } },
    ...{ grade: OPEN, hiddenOnly: ['GATE'], open: [], why: ['NO_PRODUCTS'] },
  },
  standalone: { facts: { plan: null }, grade: OPEN, hiddenOnly: ['GATE'], open: ['LISTED'], why: ['STANDALONE'] },
};

test.each(Object.entries(TABLE))('%s', (_name, { facts, grade, blocked = [], hiddenOnly = [], open = [], why }) => {
  const said = gradeEnforcement({ ...FACTS, ...facts });
  const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);
  expect({
    ...{ grade: said.grade, blocked: codes(said.blocked), hiddenOnly: codes(said.hiddenOnly) },
    ...{ open: codes(said.open), why: codes(said.why) },
  }).toEqual({ grade, blocked, hiddenOnly, open, why });
});

test('each sentence is one that a merchant can read', () => {
  for (const { facts } of Object.values(TABLE)) {
    const { blocked, hiddenOnly, open, why } = gradeEnforcement({ ...FACTS, ...facts });
    for (const { text } of [...blocked, ...hiddenOnly, ...open, ...why]) {
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(text).not.toMatch(/undefined|null|NaN|metafield|validation/);
    }
  }
});
