import { describe, expect, test } from 'vitest';
import { CampaignStatus } from '../campaign-status.ts';
import { type ProductStanding, warningsOf } from './product-warnings.ts';

const HIDDEN: ProductStanding = { status: 'UNLISTED', isPublished: true, isSoldOut: false };

const kindsOf = (differing: Partial<ProductStanding>, status = CampaignStatus.LIVE) =>
  warningsOf({ ...HIDDEN, ...differing }, status).map(({ kind }) => kind);

describe('a merchant is warned of a product that', () => {
  test.each([
    ['is on sale for everybody', { status: 'ACTIVE' }, ['PUBLIC']],
    ['is on sale for everybody and sold out', { status: 'ACTIVE', isSoldOut: true }, ['PUBLIC', 'SOLD_OUT']],
    ['is hidden and sold out', { isSoldOut: true }, ['SOLD_OUT']],
    ['was deleted', { status: null, isPublished: false, isSoldOut: true }, ['MISSING']],
    ['is a draft', { status: 'DRAFT', isSoldOut: true }, ['MISSING']],
    ['is archived', { status: 'ARCHIVED' }, ['MISSING']],
    ['is active and not in the online store', { status: 'ACTIVE', isPublished: false }, ['MISSING']],
    ['is hidden and not in the online store', { isPublished: false }, ['MISSING']],
  ] as const)('%s', (_what, standing, kinds) => {
    expect(kindsOf(standing)).toEqual(kinds);
  });
});

test('nobody is warned of a product that is hidden and can be bought', () => {
  expect(kindsOf({})).toEqual([]);
});

test.each([CampaignStatus.DRAFT, CampaignStatus.SCHEDULED, CampaignStatus.PAUSED, CampaignStatus.FULL])(
  'a public product is warned of before and between, too: the campaign is %s',
  (status) => {
    expect(kindsOf({ status: 'ACTIVE' }, status)).toEqual(['PUBLIC']);
  },
);

test('nobody is warned once the campaign has ended', () => {
  expect(kindsOf({ status: 'ACTIVE', isSoldOut: true }, CampaignStatus.ENDED)).toEqual([]);
  expect(kindsOf({ status: null }, CampaignStatus.ENDED)).toEqual([]);
});

test('each warning names the product', () => {
  const says = warningsOf({ ...HIDDEN, status: 'DRAFT' }, CampaignStatus.LIVE).map((warning) =>
    warning.says('Harbour Mug'),
  );
  expect(says).toEqual(['“Harbour Mug” is a draft: visitors do not see it.']);
});
