import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { ImportProgress, ImportResult } from './catalog/catalog-import.ts';
import { NotAProductCsv } from './catalog/product-csv/product-columns.ts';
import { runWithServices, shopOf } from './command.ts';
import { runOrExplain } from './platform/run-or-explain.ts';
import { StartError } from './platform/start-error.ts';

const USAGE = 'Usage: pnpm catalog:import FILE.csv [--shop DOMAIN]';

/** `pnpm catalog:import`: a Shopify product export into the catalog; names the rows that could not be taken. */
await runOrExplain(() =>
  runWithServices(async (services) => {
    const { file, shop } = await readArguments();
    const source = createReadStream(file);
    const request = { shop: await shopOf(services, shop), source, onProgress: showProgress };
    try {
      report(await services.catalogImport.importProductsCsv(request));
    } catch (cause) {
      if (cause instanceof NotAProductCsv) throw new StartError(`${file}: ${cause.message}`, { cause });
      throw cause;
    }
  }),
);

async function readArguments(): Promise<{ file: string; shop: string | undefined }> {
  const { file, shop } = parse();
  try {
    await access(file);
  } catch (cause) {
    throw new StartError(`${file} cannot be read.`, { cause });
  }
  return { file, shop };
}

function parse() {
  const { positionals, values } = parseOrExplain();
  const [file, another] = positionals;
  if (!file || another) throw new StartError(USAGE);
  return { file, shop: values.shop };
}

function parseOrExplain() {
  try {
    return parseArgs({ options: { shop: { type: 'string' } }, allowPositionals: true });
  } catch (cause) {
    throw new StartError(USAGE, { cause });
  }
}

function showProgress({ rows, products, variants }: ImportProgress): void {
  process.stderr.write(`${rows} rows read: ${products} products, ${variants} variants\n`);
}

function report({ rows, products, variants, collections, problems, problemCount }: ImportResult): void {
  for (const { line, column, message } of problems) {
    process.stdout.write(`Line ${line}${column === null ? '' : `, ${column}`}: ${message}\n`);
  }
  const unnamed = problemCount - problems.length;
  if (unnamed > 0) process.stdout.write(`… and ${unnamed} more problems.\n`);
  process.stdout.write(`${rows} rows: ${products} products, ${variants} variants, ${collections} collections.\n`);
}
