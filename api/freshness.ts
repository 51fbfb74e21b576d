import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's root. */
export const ROOT = dirname(import.meta.dirname);

/** Something that is made from files, and is made again only when one of them changed. */
export interface Product {
  /** What people read while it is made. */
  name: string;
  /** Files and folders that it is made from, below the root. */
  sources: readonly string[];
  /** A file of its own that says what it was made from, below the root; gone when the product is. */
  stamp: string;
  /** The command that makes it, run in the root by this Node.js. */
  command: readonly string[];
}

/** What `pnpm start` needs, in the order in which it is made; those of one row do not need each other. */
export const PRODUCTS: readonly (readonly Product[])[] = [
  [
    {
      name: 'Prisma client',
      sources: ['prisma/schema.prisma', 'pnpm-lock.yaml'],
      stamp: 'prisma/client/.stamp',
      command: ['api/generate-prisma-client.ts'],
    },
  ],
  [
    {
      name: 'api',
      sources: [
        'api/src',
        'api/build-api.ts',
        'api/build-graphiql.ts',
        'api/graphiql',
        'prisma/schema.prisma',
        'pnpm-lock.yaml',
      ],
      stamp: 'api/dist/.stamp',
      command: ['api/build-api.ts'],
    },
    packageProduct(
      'admin',
      ['index.html', 'gate-preview.html', 'build-preview.ts', 'build-source.ts'].map((name) => `admin/${name}`),
    ),
    packageProduct(
      'widget',
      ['build-plugins.ts', 'bundle.ts', 'releases.ts', 'releases'].map((name) => `widget/${name}`),
    ),
  ],
];

/** What checkout runs at Shopify, not what the server needs: it is made by `pnpm --dir extensions/checkout-gate build`, and for its tests. */
export const CHECKOUT_GATE: Product = {
  name: 'checkout function',
  sources: ['assembly', 'build.ts', 'package.json'].map((name) => `extensions/checkout-gate/${name}`),
  stamp: 'extensions/checkout-gate/dist/.stamp',
  command: ['extensions/checkout-gate/build.ts'],
};

function packageProduct(name: string, further: readonly string[]): Product {
  const sources = [`${name}/src`, `${name}/build.ts`, `${name}/package.json`, ...further, 'pnpm-lock.yaml'];
  return { name, sources, stamp: `${name}/dist/.stamp`, command: [`${name}/build.ts`] };
}

/** Whether the product is what its sources make. */
export function isFresh(product: Product): boolean {
  const stamp = join(ROOT, product.stamp);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest(product);
}

/** Makes the product by `make`, and stamps it with the sources as they were when it began. */
export async function refresh(product: Product, make: () => Promise<void>): Promise<void> {
  const made = digest(product);
  const stamp = join(ROOT, product.stamp);
  rmSync(stamp, { force: true });
  await make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, made);
}

function digest(product: Product): string {
  const hash = createHash('sha256');
  for (const file of product.sources.flatMap((source) => listFiles(join(ROOT, source)))) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .flatMap((name) => listFiles(join(path, name)));
}
