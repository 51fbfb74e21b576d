import { z } from 'zod';
import { type Refused, type Rejection, refusalFor } from '../around-refusals.ts';
import type { VendorAnswer } from '../vendor-http.ts';
import { VendorProblem } from '../vendor-problem.ts';
import { tidyWords } from '../vendor-words.ts';

const errorSchema = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  code: z.string().optional(),
  source: z.object({ pointer: z.string().nullish() }).nullish(),
});
const bodySchema = z.object({ errors: z.array(errorSchema).min(1) });

const OF_ALL = /^\/data\/(relationships|attributes\/(custom_source|historical_import))/;

type KlaviyoError = z.infer<typeof errorSchema>;

/** Klaviyo's words in an error's body; empty where there are none. */
export function klaviyoWords(body: unknown): string {
  const [first] = errorsOf(body);
  return first ? wordsOf(first) : '';
}

/** Whether a bulk of events was refused because Klaviyo has one of them already. */
export function isKnownEvent(rejection: Rejection): boolean {
  return /unique_id|duplicate/i.test(rejection.words);
}

/** The rejection of a request for many people: null where it was taken. */
export function rejectionOf(answer: VendorAnswer, key: string): Rejection | null {
  if (answer.status < 300) return null;
  const errors = errorsOf(answer.body);
  const words = tidyWords(klaviyoWords(answer.body) || `Klaviyo answered ${answer.status}.`, key);
  // What belongs to all of them is no person's fault: no half of the request would do better.
  if (errors.some((error) => OF_ALL.test(error.source?.pointer ?? '')))
    throw new VendorProblem('REJECTED', { detail: words });
  return { words, culprits: culpritsOf(errors, key) };
}

/** What went wrong with a request about no person in particular. */
export function rejected(answer: VendorAnswer, key: string): VendorProblem {
  const words = klaviyoWords(answer.body) || `Klaviyo answered ${answer.status}.`;
  return new VendorProblem('REJECTED', { detail: tidyWords(words, key) });
}

function culpritsOf(errors: readonly KlaviyoError[], key: string): ReadonlyMap<number, Refused> {
  const culprits = new Map<number, Refused>();
  for (const error of errors) {
    const place = error.source?.pointer ?? '';
    const person = personAt(place);
    if (person !== null) culprits.set(person, refusalFor({ words: tidyWords(wordsOf(error), key), place }));
  }
  return culprits;
}

/** `/data/attributes/profiles/data/3/attributes/email` speaks of the fourth. */
function personAt(pointer: string): number | null {
  const place = /\/data\/(\d+)(?:\/|$)/.exec(pointer)?.[1];
  return place === undefined ? null : Number(place);
}

function wordsOf({ title, detail, code }: KlaviyoError): string {
  return detail || title || code || '';
}

function errorsOf(body: unknown): readonly KlaviyoError[] {
  const parsed = bodySchema.safeParse(body);
  return parsed.success ? parsed.data.errors : [];
}
