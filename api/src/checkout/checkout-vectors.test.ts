import { expect, test } from 'vitest';
import { makeCheckoutVectors } from '../../test/checkout-vectors.ts';
import vectors from '../../test/fixtures/checkout-vectors.json' with { type: 'json' };

test('the committed checkouts are those that the app’s own proofs make: the function is held against the same ones', () => {
  expect(makeCheckoutVectors()).toEqual(vectors);
});
