import { ARROWS, EMPTY_NAMES, SHARED_WRITES, TOP_FILES, WRITERS } from './house.ts';
import type { SourceFile } from './source.ts';

const isTest = ({ path }: SourceFile) => /\.(test|fixture)\.tsx?$/.test(path);

/** The room of a file of `api/src`; for a file above the rooms its own name. */
function roomOf(path: string): string {
  return path.replace(/^api\/src\//, '').replace(/\/.*|\.ts$/g, '');
}

/** Imports of `api/src` that follow no arrow of the house. */
export function findForbiddenImports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (TOP_FILES.includes(room)) return [];
    const allowed = ARROWS[room];
    if (!allowed) return [`${file.path}: the room ${room} has no arrows in api/test/house.ts`];
    const known = [room, 'platform', ...allowed];
    return file.imports
      .filter((path) => path.startsWith('api/src/') && !known.includes(roomOf(path)))
      .map((path) => `${file.path} → ${path}: ${room} may not know ${roomOf(path)}`);
  });
}

/** Chains of files that import each other in a ring. */
export function findCycles(files: readonly SourceFile[]): string[] {
  const imports = new Map(files.map((file) => [file.path, file.imports]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const next of imports.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return cycles;
}

/** Files of `api/src` that read the environment, other than the one that may. */
export function findEnvironmentReaders(files: readonly SourceFile[]): string[] {
  return files
    .filter(
      ({ path, text }) =>
        path !== 'api/src/platform/config.ts' && /\bprocess\s*(\.env\b|\[)|\benv\b.*node:process/.test(text),
    )
    .map(({ path }) => path);
}

/** Writes of `api/src` to a table that belongs to another room. */
export function findForeignWrites(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !isTest(file))
    .flatMap((file) =>
      writesOf(file)
        .filter((table) => !mayWrite(roomOf(file.path), table))
        .map((table) => `${file.path} writes ${table}, which belongs to ${WRITERS[table] ?? 'nobody'}`),
    );
}

function mayWrite(room: string, table: string): boolean {
  return WRITERS[table] === room || SHARED_WRITES.some((shared) => shared.room === room && shared.table === table);
}

function writesOf({ text }: SourceFile): string[] {
  const calls = text.matchAll(
    /\.(\w+)\s*\.(?:create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)\b/g,
  );
  const byClient = [...calls].map(([, model = '']) => model.charAt(0).toUpperCase() + model.slice(1));
  const statements = text.matchAll(
    /\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE|MERGE\s+INTO)\s+(?:ONLY\s+)?"(\w+)"/gi,
  );
  const bySql = [...statements].map(([, table = '']) => table);
  return [...new Set([...byClient.filter((table) => table in WRITERS), ...bySql])];
}

/** The stand-in for Shopify is a server of the tests' own: journeys begin it in their process and look into its world. */
const SHOWN_TO_JOURNEYS = 'api/src/shopify-stand-in/';

/** Imports from one package into another, or out of the source into what is built. */
export function findWallBreaks(files: readonly SourceFile[]): string[] {
  const packageOf = (path: string) => path.split('/')[0] ?? '';
  return files.flatMap(({ path, imports }) =>
    imports
      .filter(
        (target) =>
          packageOf(target) !== packageOf(path) &&
          !(packageOf(path) === 'api' && target.startsWith('prisma/client/')) &&
          !(packageOf(path) === 'e2e' && target.startsWith(SHOWN_TO_JOURNEYS)),
      )
      .map((target) => `${path} → ${target}`),
  );
}

/** Files and folders whose name says nothing, and files that only pass on what others export. */
export function findEmptyNames(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => path.split(/[/.]/).some((part) => EMPTY_NAMES.includes(part)) || /\/index\.tsx?$/.test(path))
    .map(({ path }) => path);
}

/** The room of the admin through which its pages reach Polaris. */
const OF_POLARIS = 'admin/src/ui/';

/** Files of the admin that name Polaris past its room: a move to Shopify's web components would have to find them all. */
export function findPolarisImports(files: readonly SourceFile[]): string[] {
  return files
    .filter(
      ({ path, text }) =>
        path.startsWith('admin/src/') && !path.startsWith(OF_POLARIS) && /['"]@shopify\/polaris/.test(text),
    )
    .map(({ path }) => path);
}

/** Files of the admin that say something to a merchant in words of their own: another language would have to find them all. */
export function findSpokenWords(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => file.path.startsWith('admin/src/') && file.path.endsWith('.tsx') && !isTest(file))
    .flatMap(({ path, text }) => [...text.matchAll(SPOKEN)].map(([words]) => `${path}: ${words.trim()}`));
}

/** Words between tags, and in attributes that are read aloud or shown. */
const SPOKEN =
  />\s*[A-Za-z][^<>{}=;()]*\s[^<>{}=;()]*<\/|\b(?:label|title|aria-label|alt|placeholder|helpText|content)="(?!https?:|#)[^"]*[a-z][^"]*"/g;

/** Tables of the Prisma schema that no room is said to write, and rooms' tables that there are not. */
export function findUnownedTables(prismaSchema: string): string[] {
  const tables = [...prismaSchema.matchAll(/^model (\w+) \{/gm)].map((match) => match[1] ?? '');
  const owned = Object.keys(WRITERS);
  return [...tables.filter((table) => !owned.includes(table)), ...owned.filter((table) => !tables.includes(table))];
}
