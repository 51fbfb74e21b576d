import { createHash } from 'node:crypto';
import type { Database } from '../src/platform/database/database.ts';
import { readEmail } from '../src/platform/email.ts';

const HASHES = ['md5', 'sha1', 'sha256', 'sha512'] as const;

/** Every value of every table, as text; `bytea` in hexadecimal. Found by the database's own catalogue, so that no table is left out. */
export async function dumpOf({ prisma }: Database): Promise<string> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`;
  const dumps = tables.map(({ name }) =>
    prisma.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`),
  );
  return (await Promise.all(dumps)).flatMap((rows) => rows.map(({ row }) => row)).join('\n');
}

/**
 * The forms in which an address stands in a text: as it is in whatever case, percent-encoded, in base64 wherever it begins, in
 * hexadecimal, and hashed without a key.
 */
export function tracesOf(address: string, text: string): string[] {
  const folded = text.toLowerCase();
  return formsOf(address)
    .filter(({ form, isFolded }) => (isFolded ? folded.includes(form.toLowerCase()) : text.includes(form)))
    .map(({ name }) => name);
}

interface Form {
  readonly name: string;
  readonly form: string;
  /** Whether its case says nothing. */
  readonly isFolded: boolean;
}

function formsOf(address: string): Form[] {
  const spellings = new Set([
    address,
    address.toLowerCase(),
    address.toUpperCase(),
    readEmail(address)?.key ?? address,
  ]);
  return [...spellings].flatMap((spelling) => [
    { name: `plain: ${spelling}`, form: spelling, isFolded: true },
    { name: `percent-encoded: ${spelling}`, form: encodeURIComponent(spelling), isFolded: true },
    { name: `hexadecimal: ${spelling}`, form: Buffer.from(spelling).toString('hex'), isFolded: true },
    ...base64FormsOf(spelling).map((form) => ({ name: `base64: ${spelling}`, form, isFolded: false })),
    ...HASHES.flatMap((hash) => hashFormsOf(hash, spelling)),
  ]);
}

/** Base64 looks different by where in a group of three bytes the address begins; the edges that its surroundings share are cut off. */
function base64FormsOf(spelling: string): string[] {
  return [0, 1, 2].map((offset) => {
    const coded = Buffer.concat([Buffer.alloc(offset), Buffer.from(spelling)]).toString('base64url');
    return coded.slice(offset === 0 ? 0 : offset + 1, -2);
  });
}

function hashFormsOf(hash: (typeof HASHES)[number], spelling: string): Form[] {
  const digest = createHash(hash).update(spelling).digest();
  const name = `${hash}: ${spelling}`;
  return [
    { name, form: digest.toString('hex'), isFolded: true },
    { name, form: digest.toString('base64').replace(/=+$/, ''), isFolded: false },
    { name, form: digest.toString('base64url'), isFolded: false },
  ];
}
