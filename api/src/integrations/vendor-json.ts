import type { z } from 'zod';
import type { VendorAnswer } from './vendor-http.ts';
import { VendorProblem } from './vendor-problem.ts';

/** The answer's body as `schema` wants it; what lacks something is a broken answer. Unknown fields are let be. */
export function readAnswer<T>(schema: z.ZodType<T>, answer: VendorAnswer, call: { writes: boolean }): T {
  const parsed = schema.safeParse(answer.body);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') || 'its root';
  const detail = `The answer lacks what it should hold at ${where}.`;
  throw new VendorProblem('BROKEN_ANSWER', { detail, mayHaveApplied: call.writes });
}
