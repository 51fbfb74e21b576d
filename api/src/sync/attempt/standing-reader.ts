import type { Destination, Standing } from '../../integrations/destination.ts';
import { VendorProblem } from '../../integrations/vendor-problem.ts';
import type { Batch, LeasedReceipt } from '../receipts/receipt.ts';

/** What the vendor said about receipts, by `signupId`; whom it names nowhere was not read because of `problem`. */
export interface Reading {
  /** Null: the vendor does not know the address. */
  readonly standings: ReadonlyMap<string, Standing | null>;
  /** The vendor does not even let the address be asked for; its words. */
  readonly refused: ReadonlyMap<string, string>;
  readonly problem: VendorProblem | null;
}

/** So many go in one question: of a failure in the midst of many, what was read before it is kept. */
const PART = 100;
/** So many refusals of one reading mean that the question is wrong, not the addresses. */
const MOST_REJECTIONS = 20;

/** From so many people on, it is asked what changed lately, instead of where each of them stands. */
const MANY = 10;

/**
 * Reads as much about people as sending needs: whether they left since they consented, and whether they have arrived. Whether the
 * vendor knows them besides makes no difference to that.
 */
export async function readBeforeSending(
  destination: Destination,
  batch: Pick<Batch, 'connection'>,
  receipts: readonly LeasedReceipt[],
): Promise<Reading> {
  const consenting = receipts.filter(({ person }) => person.consent !== null);
  const recent = await recentOf(destination, batch, consenting);
  if (recent === null) return readAll(destination, batch, receipts);
  const others = receipts.filter(({ person }) => person.consent === null);
  const { standings, ...reading } = await readAll(destination, batch, others);
  const known = consenting.map(({ signupId, person }) => [signupId, recent.get(person.email) ?? null] as const);
  return { ...reading, standings: new Map([...standings, ...known]) };
}

/** Null: the vendor cannot tell, and each has to be asked for. */
async function recentOf(
  destination: Destination,
  { connection: { account } }: Pick<Batch, 'connection'>,
  receipts: readonly LeasedReceipt[],
): Promise<ReadonlyMap<string, Standing> | null> {
  const [first] = receipts;
  if (!first || receipts.length < MANY || !destination.recentStandings) return null;
  const times = receipts.map(({ person }) => person.consent?.givenAt.getTime() ?? 0);
  const emails = receipts.map(({ person }) => person.email);
  const asked = { audience: first.audience, since: new Date(Math.min(...times)), emails };
  const answer = await orProblem(destination.recentStandings(account, asked));
  return answer instanceof VendorProblem ? null : answer;
}

/** Reads where people stand, around addresses that the vendor refuses. */
export async function readAll(
  destination: Destination,
  { connection }: Pick<Batch, 'connection'>,
  receipts: readonly LeasedReceipt[],
): Promise<Reading> {
  const reading = { standings: new Map<string, Standing | null>(), refused: new Map<string, string>() };
  const open = partsOf(receipts);
  let rejections = 0;
  for (let part = open.shift(); part !== undefined; part = open.shift()) {
    const audience = part[0]?.audience ?? '';
    const emails = part.map(({ person }) => person.email);
    const answer = await orProblem(destination.standings(connection.account, audience, emails));
    if (!(answer instanceof VendorProblem)) {
      for (const { signupId, person } of part) reading.standings.set(signupId, answer.get(person.email) ?? null);
      continue;
    }
    if (answer.kind !== 'REJECTED' || ++rejections > MOST_REJECTIONS) return { ...reading, problem: answer };
    const middle = Math.ceil(part.length / 2);
    if (part.length > 1) open.unshift(part.slice(0, middle), part.slice(middle));
    else for (const { signupId } of part) reading.refused.set(signupId, answer.detail);
  }
  return { ...reading, problem: null };
}

/** What a call came to: its answer, or how the vendor failed. Every other fault is thrown on. */
export async function orProblem<T>(call: Promise<T>): Promise<T | VendorProblem> {
  try {
    return await call;
  } catch (fault) {
    if (fault instanceof VendorProblem) return fault;
    throw fault;
  }
}

function partsOf(receipts: readonly LeasedReceipt[]): LeasedReceipt[][] {
  const parts: LeasedReceipt[][] = [];
  for (let from = 0; from < receipts.length; from += PART) parts.push(receipts.slice(from, from + PART));
  return parts;
}
