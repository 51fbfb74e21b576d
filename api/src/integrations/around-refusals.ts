import type { Outcome, Person } from './destination.ts';
import { VendorProblem } from './vendor-problem.ts';

/** A person whom the vendor will not take. */
export type Refused = Extract<Outcome, { kind: 'REFUSED' }>;

/** A request for many people was refused as a whole. */
export interface Rejection {
  /** The vendor's words, cleaned. */
  readonly words: string;
  /** Whom it names, by place in what was sent; empty where it names nobody. */
  readonly culprits: ReadonlyMap<number, Refused>;
}

/** So many refusals in one delivery mean that the request is wrong, not the people. */
const MOST_REJECTIONS = 100;

/**
 * Sends people on in one request, and around those whom the vendor refuses: whom it names is left out, and where it
 * names nobody, halves are sent until the culprit stands alone. Answers with the refused, by `Person.id`.
 * `send` answers null when all were taken.
 */
export async function sendAroundRefusals(
  people: readonly Person[],
  send: (people: readonly Person[]) => Promise<Rejection | null>,
): Promise<ReadonlyMap<string, Refused>> {
  const refused = new Map<string, Refused>();
  const open = [people];
  const sent = { rejections: 0, isAnyTaken: false };
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (part.length === 0) continue;
    const rejection = await sendPart(part, { send, sent });
    if (rejection) open.push(...around(part, { rejection, refused }));
  }
  return refused;
}

async function sendPart(
  part: readonly Person[],
  { send, sent }: { send: Send; sent: { rejections: number; isAnyTaken: boolean } },
): Promise<Rejection | null> {
  try {
    const rejection = await send(part);
    if (!rejection) sent.isAnyTaken = true;
    else if (++sent.rejections > MOST_REJECTIONS) throw new VendorProblem('REJECTED', { detail: rejection.words });
    return rejection;
  } catch (fault) {
    throw sent.isAnyTaken && fault instanceof VendorProblem ? fault.afterOthersWereTaken() : fault;
  }
}

type Send = (people: readonly Person[]) => Promise<Rejection | null>;

/** What is still to be sent after a rejection. */
function around(
  part: readonly Person[],
  { rejection, refused }: { rejection: Rejection; refused: Map<string, Refused> },
): readonly (readonly Person[])[] {
  const culprits = part.length === 1 ? new Map([[0, onlyCulprit(rejection)]]) : rejection.culprits;
  if (culprits.size === 0) {
    const middle = Math.ceil(part.length / 2);
    return [part.slice(middle), part.slice(0, middle)];
  }
  part.forEach((person, place) => {
    const refusal = culprits.get(place);
    if (refusal) refused.set(person.id, refusal);
  });
  return [part.filter((_person, place) => !culprits.has(place))];
}

function onlyCulprit(rejection: Rejection): Refused {
  return rejection.culprits.get(0) ?? refusalFor({ words: rejection.words, place: '' });
}

/** The refusal of one person; it is the address that was refused where the place or the words speak of it. */
export function refusalFor({ words, place }: { words: string; place: string }): Refused {
  const isAddress = /e-?mail|identifier/i.test(place === '' ? words : place);
  return { kind: 'REFUSED', reason: isAddress ? 'ADDRESS_REFUSED' : 'VENDOR_REFUSED', detail: words };
}
