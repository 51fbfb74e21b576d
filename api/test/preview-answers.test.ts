import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type DocumentNode, type FragmentDefinitionNode, Kind, parse, print, type SelectionSetNode } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { ROOT } from '../freshness.ts';
import { type TestApp, testApp } from './app.ts';
import { aCampaign, aProduct, aShop } from './builders.ts';

/** Packages know each other only through the schema; that the preview answers what the widget asks is seen from outside. */
const load = (path: string) => import(/* @vite-ignore */ pathToFileURL(join(ROOT, path)).href);

/** Whatever the widget tries something with. */
const INPUTS = [
  { password: 'x' },
  { email: 'ada@example.com' },
  { secretLink: 'x' },
  { confirmation: 'x', code: '123456' },
  { confirmation: 'x' },
];
const ACTS = ['look', 'enter', 'enterWrong', 'enterTooOften', 'join'];
const MOMENTS = [
  ['open', {}, 'GateOpened'],
  ['early', { startsAt: '2099-01-01T00:00:00Z' }, 'CampaignNotOpen'],
  ['full', { capacity: 1 }, 'CampaignFull'],
] as const;

let app: TestApp;
let shop: string;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
});

test.each(MOMENTS)(
  'every document of the widget finds all that it selects in what the preview answers: %s',
  async (_name, input, kind) => {
    const { answerTo } = await load('admin/src/campaigns/preview/stage/answers.ts');
    const documents = await widgetDocuments();
    const shown = await preview(input);

    const answers = ACTS.flatMap((act) =>
      [{}, ...INPUTS.map((tried) => ({ input: tried }))].map((asked) =>
        answerTo(asked, { ...shown, act, way: 'LINK' }),
      ),
    );

    expect(documents.length).toBeGreaterThan(8);
    expect(documents.flatMap((document) => answers.flatMap((answer) => missingFrom(document, answer)))).toEqual([]);
    expect(answers.map(({ unlock }) => unlock?.__typename)).toContain(kind);
  },
);

/** What the admin asks of the API for its preview. */
async function preview(input: object) {
  const { CampaignPreviewDocument } = await load('admin/src/gql/graphql.ts');
  const password = { accessType: 'PASSWORD_OR_EMAIL', password: 'first light' };
  const { id } = await aCampaign(app, shop, { ...password, productIds: [await aProduct(app, shop)] });
  const variables = { id, input, at: new Date().toISOString(), placesTaken: 1, withProducts: true };
  const { data, errors } = await (await app.asTool(shop))(print(CampaignPreviewDocument), variables);
  expect(errors).toBeUndefined();
  return data.campaignPreview;
}

async function widgetDocuments(): Promise<DocumentNode[]> {
  const kept: Record<string, string> = JSON.parse(
    await readFile(join(ROOT, 'widget/src/gql/persisted-documents.json'), 'utf8'),
  );
  return Object.values(kept).map((text) => parse(text));
}

function missingFrom(document: DocumentNode, answer: unknown): string[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const part of document.definitions)
    if (part.kind === Kind.FRAGMENT_DEFINITION) fragments.set(part.name.value, part);
  return document.definitions.flatMap((part) =>
    part.kind === Kind.OPERATION_DEFINITION
      ? missing(part.selectionSet, answer, { path: part.name?.value ?? '', fragments })
      : [],
  );
}

interface Place {
  readonly path: string;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

function missing({ selections }: SelectionSetNode, value: unknown, place: Place): string[] {
  if (Array.isArray(value))
    return value.flatMap((item) => missing({ kind: Kind.SELECTION_SET, selections }, item, place));
  if (typeof value !== 'object' || value === null) return [];
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const path = `${place.path}.${key}`;
      if (!(key in fields)) return [path];
      return selection.selectionSet ? missing(selection.selectionSet, fields[key], { ...place, path }) : [];
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? place.fragments.get(selection.name.value) : selection;
    const type = fragment?.typeCondition?.name.value;
    const isOther = selection.kind === Kind.INLINE_FRAGMENT && type !== fields.__typename;
    return fragment && !isOther ? missing(fragment.selectionSet, value, place) : [];
  });
}
