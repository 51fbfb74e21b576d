/** Documents that nobody sends who means well, at `/public/graphql`, by what they try. */
export function hostileDocuments(): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const [what, make, sizes] of SCALED) for (const size of sizes) all.set(`${what}, ${size}`, make(size));
  for (const [what, document] of PLAIN) all.set(what, document);
  return all;
}

const repeat = (times: number, part: (at: number) => string) =>
  Array.from({ length: times }, (_, at) => part(at)).join(' ');
const nest = (levels: number) => `${'ofType { '.repeat(levels)}name${' }'.repeat(levels)}`;
const types = (inner: string) => `{ __schema { types { fields { type { ${inner} } } } } }`;
const unlock = 'gateUnlockWithPassword(input: { campaignId: "1", password: "x" }) { __typename }';
const fanOut = (levels: number) =>
  repeat(levels, (at) => `fragment F${at} on __Type { ofType { ...F${at + 1} } a${at}: ofType { ...F${at + 1} } }`);
const cycle = (size: number) =>
  repeat(size, (at) => `fragment F${at} on Query { ...F${(at + 1) % size} ...F${(at + 1) % size} }`);

type Scaled = readonly [what: string, make: (size: number) => string, sizes: readonly number[]];

const SCALED: readonly Scaled[] = [
  ['depth', (size) => types(nest(size)), [12, 20, 40, 80, 150]],
  ['depth in a fragment', (size) => `${types('...A')} fragment A on __Type { ${nest(size)} }`, [12, 20, 40, 80]],
  [
    'depth in inline fragments',
    (size) => types(`${'... { ofType { '.repeat(size)}name${' } }'.repeat(size)}`),
    [12, 20, 40],
  ],
  [
    'depth behind a fragment __schema',
    (size) => `${types('...__schema')} fragment __schema on __Type { ${nest(size)} }`,
    [12, 40],
  ],
  ['aliases', (size) => `{ ${repeat(size, (at) => `a${at}: __typename`)} }`, [16, 40, 100, 300]],
  [
    'aliases over fragments',
    (size) =>
      `{ ...A ...B } fragment A on Query { ${repeat(size, (at) => `a${at}: __typename`)} } fragment B on Query { ${repeat(size, (at) => `b${at}: __typename`)} }`,
    [9, 40, 100],
  ],
  ['directives', (size) => `{ __typename ${'@include(if: true) '.repeat(size)} }`, [11, 25, 100]],
  ['unlocks in one operation', (size) => `mutation { ${repeat(size, (at) => `a${at}: ${unlock}`)} }`, [2, 10, 50]],
  ['tokens', (size) => `{ ${'__typename '.repeat(size)} }`, [1_001, 1_500, 2_500]],
  ['braces', (size) => '{'.repeat(size), [100, 900, 5_000]],
  ['brackets in a value', (size) => `{ campaign(id: ${'['.repeat(size)}${']'.repeat(size)}) { id } }`, [50, 400]],
  ['unknown fields', (size) => `{ ${repeat(size, (at) => `unknown${at}`)} }`, [1, 50, 400]],
  ['overlapping fields', (size) => `{ ${repeat(size, (at) => `a: campaign(id: "${at}") { id }`)} }`, [3, 20, 80]],
  [
    'fragments that double',
    (size) => `${types('...F0')} ${fanOut(size)} fragment F${size} on __Type { name }`,
    [10, 20, 30],
  ],
  ['fragments in a circle', (size) => `{ ...F0 } ${cycle(size)}`, [1, 2, 20, 60]],
  ['a long comment', (size) => `#${'x'.repeat(size)}\n{ nothing }`, [1_000, 20_000]],
  ['a long string', (size) => `{ campaign(id: "${'x'.repeat(size)}", nothing: 1) { id } }`, [1_000, 20_000]],
  ['many operations', (size) => repeat(size, (at) => `query Q${at} { __typename }`), [2, 100]],
  ['many variables', (size) => `query (${repeat(size, (at) => `$v${at}: Int`)}) { __typename }`, [10, 200]],
  ['names as long as a page', (size) => `{ ${'x'.repeat(size)} }`, [1_000, 20_000]],
];

const PLAIN: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['blanks', '   '],
  ['an unfinished string', '{ campaign(id: "abc) { id } }'],
  ['a broken Unicode escape', '{ campaign(id: "\\uD800") { id } }'],
  ['a control character', '{ __typename \u0000 }'],
  ['a subscription', 'subscription { __typename }'],
  ['an unknown type', '{ ... on Nobody { id } }'],
  ['a fragment that nobody uses', '{ __typename } fragment A on Query { __typename }'],
  ['no selection', '{ campaign(id: "1") }'],
];
