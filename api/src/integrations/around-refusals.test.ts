import { expect, test } from 'vitest';
import { type Rejection, refusalFor, sendAroundRefusals } from './around-refusals.ts';
import { people, problemOf } from './destination.fixture.ts';
import type { Person } from './destination.ts';
import { VendorProblem } from './vendor-problem.ts';

const WORDS = 'Not like this.';

test('everybody goes in one request when nobody is refused', async () => {
  const vendor = vendorThatRefuses([]);
  expect((await sendAroundRefusals(people(1000), vendor.send)).size).toBe(0);
  expect(vendor.requests).toBe(1);
  expect(vendor.taken.size).toBe(1000);
});

test('nobody goes in no request', async () => {
  const vendor = vendorThatRefuses([]);
  await sendAroundRefusals([], vendor.send);
  expect(vendor.requests).toBe(0);
});

test.each([
  ['names them', true, 2],
  ['names nobody', false, 80],
])('three who are refused are found when the vendor %s, and everybody else is in once', async (_how, names, most) => {
  const bad = ['guest-0', 'guest-500', 'guest-999'];
  const vendor = vendorThatRefuses(bad, names);
  const refused = await sendAroundRefusals(people(1000), vendor.send);
  expect([...refused.keys()].sort()).toEqual(bad);
  expect(vendor.taken.size).toBe(997);
  expect(vendor.requests).toBeLessThanOrEqual(most);
});

test('a request that is refused whoever is in it ends, instead of asking for everybody', async () => {
  const vendor = vendorThatRefuses(people(1000).map(({ id }) => id));
  expect(await problemOf(sendAroundRefusals(people(1000), vendor.send))).toMatchObject({
    kind: 'REJECTED',
    mayHaveApplied: false,
  });
  expect(vendor.requests).toBeLessThan(150);
});

test('a failure after others were taken says that some may be in', async () => {
  let requests = 0;
  const sending = sendAroundRefusals(people(2), async (part): Promise<Rejection | null> => {
    requests += 1;
    if (requests === 3) throw new VendorProblem('KEY_REFUSED', { detail: 'No.' });
    return part.length > 1 ? { words: WORDS, culprits: new Map() } : null;
  });
  expect(await problemOf(sending)).toMatchObject({ kind: 'KEY_REFUSED', mayHaveApplied: true });
});

test.each([
  ['/data/attributes/profiles/data/3/attributes/email', 'Wrong.', 'ADDRESS_REFUSED'],
  ['items.3.identifiers.0.id', 'Wrong.', 'ADDRESS_REFUSED'],
  ['', 'Invalid email address', 'ADDRESS_REFUSED'],
  ['/data/attributes/first_name', 'Not with that email.', 'VENDOR_REFUSED'],
  ['', 'Wrong.', 'VENDOR_REFUSED'],
])('a refusal at %j with %j is %s', (place, words, reason) => {
  expect(refusalFor({ words, place })).toMatchObject({ reason, detail: words });
});

/** A vendor that refuses every request which holds one of `bad`, and says who it is or not. */
function vendorThatRefuses(bad: readonly string[], names = false) {
  const vendor = {
    requests: 0,
    taken: new Set<string>(),
    send: async (part: readonly Person[]): Promise<Rejection | null> => {
      vendor.requests += 1;
      const places = part.flatMap(({ id }, place) => (bad.includes(id) ? [place] : []));
      if (places.length === 0) {
        for (const { id } of part) vendor.taken.add(id);
        return null;
      }
      const refusal = refusalFor({ words: WORDS, place: '' });
      return { words: WORDS, culprits: new Map(names ? places.map((place) => [place, refusal]) : []) };
    },
  };
  return vendor;
}
