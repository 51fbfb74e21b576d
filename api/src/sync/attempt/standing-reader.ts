import type { Destination, Standing } from '../../integrations/destination.ts';
import { VendorProblem } from '../../integrations/vendor-problem.ts';
import type { Batch, LeasedReceipt } from '../receipt.ts';

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
