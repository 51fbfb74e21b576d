import { z } from 'zod';
import { type Refused, type Rejection, refusalFor } from '../around-refusals.ts';
import type { VendorAnswer } from '../vendor-http.ts';
import { VendorProblem } from '../vendor-problem.ts';
import { tidyWords } from '../vendor-words.ts';

const problemSchema = z.object({
  title: z.string().nullish(),
  detail: z.string().nullish(),
  errors: z.array(z.object({ field: z.string().nullish(), message: z.string().nullish() })).nullish(),
});

type Problem = z.infer<typeof problemSchema>;

/** Omnisend's words in an error's body; empty where there are none. */
export function omnisendWords(body: unknown): string {
  const problem = problemIn(body);
  return problem?.errors?.[0]?.message || problem?.detail || problem?.title || '';
}

/** The rejection of a request for many people: null where it was taken. */
export function rejectionOf(answer: VendorAnswer, key: string): Rejection | null {
  if (answer.status < 300) return null;
  const words = tidyWords(omnisendWords(answer.body) || `Omnisend answered ${answer.status}.`, key);
  const culprits = new Map<number, Refused>();
  for (const { field, message } of problemIn(answer.body)?.errors ?? []) {
    const place = /items[.[](\d+)/.exec(field ?? '')?.[1];
    const refusal = refusalFor({ words: tidyWords(message || words, key), place: field ?? '' });
    if (place !== undefined) culprits.set(Number(place), refusal);
  }
  return { words, culprits };
}

/** Why Omnisend will not have the one person of a request or of a batch's item. */
export function refusalIn(body: unknown, key: string): Refused {
  const words = tidyWords(omnisendWords(body) || 'Omnisend refused this contact.', key);
  return refusalFor({ words, place: problemIn(body)?.errors?.[0]?.field ?? '' });
}

/** What went wrong with a request about no person in particular. */
export function rejected(answer: VendorAnswer, key: string): VendorProblem {
  const words = omnisendWords(answer.body) || `Omnisend answered ${answer.status}.`;
  return new VendorProblem('REJECTED', { detail: tidyWords(words, key) });
}

function problemIn(body: unknown): Problem | null {
  const parsed = problemSchema.safeParse(body);
  return parsed.success ? parsed.data : null;
}
