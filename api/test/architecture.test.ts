import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  findCycles,
  findEmptyNames,
  findEnvironmentReaders,
  findForbiddenImports,
  findForeignWrites,
  findPolarisImports,
  findSpokenWords,
  findUnownedTables,
  findWallBreaks,
} from './architecture.ts';
import { readSource, toSourceFile } from './source.ts';

const api = readSource('api/src');
const everything = ['api', 'admin', 'widget', 'e2e'].flatMap(readSource);
const prismaSchema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8');

test('the source is there to be judged', () => {
  expect(api.length).toBeGreaterThan(50);
  expect(everything.length).toBeGreaterThan(api.length);
});

test('a room knows only the rooms that its arrows lead to', () => {
  expect(findForbiddenImports(api)).toEqual([]);
});

test('no files import each other in a ring', () => {
  expect(findCycles(everything)).toEqual([]);
});

test('the environment is read in one place', () => {
  expect(findEnvironmentReaders(api)).toEqual([]);
});

test('every table is written by its room alone', () => {
  expect(findForeignWrites(api)).toEqual([]);
  expect(findUnownedTables(prismaSchema)).toEqual([]);
});

test('no package reaches into another', () => {
  expect(findWallBreaks(everything)).toEqual([]);
});

test('the admin names Polaris in one room, and its words in its texts', () => {
  expect(findPolarisImports(everything)).toEqual([]);
  expect(findSpokenWords(everything)).toEqual([]);
});

test('every name says something', () => {
  expect(findEmptyNames(everything)).toEqual([]);
});

test('an arrow that leads backwards is found, also one of types alone', () => {
  const file = toSourceFile('api/src/shop/shop.ts', "import type { Gate } from '../gate/gate.ts';");
  expect(findForbiddenImports([file])).toEqual(['api/src/shop/shop.ts → api/src/gate/gate.ts: shop may not know gate']);
  expect(findForbiddenImports([toSourceFile('api/src/attic/box.ts', '')])).toHaveLength(1);
});

test('a room that knows what stands above the rooms is found', () => {
  const file = toSourceFile('api/src/gate/gate.ts', "const app = await import('../app.ts');");
  expect(findForbiddenImports([file])).toHaveLength(1);
});

test('a ring is found', () => {
  const files = [
    toSourceFile('api/src/shop/a.ts', "import { b } from './b.ts';"),
    toSourceFile('api/src/shop/b.ts', "export { a } from './a.ts';"),
  ];
  expect(findCycles(files)).toEqual(['api/src/shop/a.ts → api/src/shop/b.ts → api/src/shop/a.ts']);
});

test('a second reader of the environment is found, in a comment it is not', () => {
  const reader = toSourceFile('api/src/shop/a.ts', 'const port = process.env.PORT;');
  const remark = toSourceFile('api/src/shop/b.ts', '/** process.env */\n// process.env');
  expect(findEnvironmentReaders([reader, remark])).toEqual(['api/src/shop/a.ts']);
});

test('a second writer of a table is found, by Prisma and by SQL', () => {
  const byPrisma = toSourceFile('api/src/gate/a.ts', 'await this.prisma.signup.create({ data });');
  const bySql = toSourceFile('api/src/gate/b.ts', 'prisma.$executeRaw`UPDATE "EarlyAccessCampaign" SET x = 1`');
  expect(findForeignWrites([byPrisma, bySql])).toHaveLength(2);
  const shared = toSourceFile('api/src/analytics/a.ts', 'prisma.$executeRaw`UPDATE "EarlyAccessCampaign" SET x = 1`');
  expect(findForeignWrites([shared])).toEqual([]);
});

test('a package that reaches into another is found', () => {
  const file = toSourceFile('widget/src/a.ts', "import { seal } from '../../api/src/platform/seal.ts';");
  expect(findWallBreaks([file])).toHaveLength(1);
});

test('a page that names Polaris itself is found, its room is not', () => {
  const page = toSourceFile('admin/src/catalog/A.tsx', "import { Card } from '@shopify/polaris';");
  const icon = toSourceFile('admin/src/catalog/B.tsx', "import { XIcon } from '@shopify/polaris-icons';");
  const room = toSourceFile('admin/src/ui/polaris.ts', "export { Card } from '@shopify/polaris';");
  expect(findPolarisImports([page, icon, room])).toEqual(['admin/src/catalog/A.tsx', 'admin/src/catalog/B.tsx']);
});

test('words that stand in a page are found, between tags and in what is read aloud', () => {
  const spoken = toSourceFile('admin/src/a.tsx', '<p>Nothing found here</p>');
  const read = toSourceFile('admin/src/b.tsx', '<img alt="A blue bowl" />');
  const quiet = toSourceFile('admin/src/c.tsx', '<p title={texts.title}>{texts.none}</p>');
  expect(findSpokenWords([spoken, read, quiet])).toHaveLength(2);
});
