import { z } from 'zod';

/** What we read of Omnisend's answers: what is named must be there, the rest is let be. */
export const brand = z.object({
  brandID: z.string().min(1),
  name: z.string().nullish(),
  website: z.string().nullish(),
});

const statuses = z.array(z.object({ channel: z.string(), status: z.string(), statusChangedAt: z.string().nullish() }));

const contact = z.object({
  id: z.string().min(1),
  email: z.string().nullish(),
  status: z.string().nullish(),
  statuses: statuses.nullish(),
  tags: z.array(z.string()).nullish(),
  updatedAt: z.string().nullish(),
});

/** A contact as Omnisend tells it. */
export type OmnisendContact = z.infer<typeof contact>;

/** The contact that an upsert created or found. */
export const upserted = z.object({ id: z.string().min(1) });

/** One page of contacts. */
export const contacts = z.object({
  contacts: z.array(contact),
  paging: z
    .object({ cursors: z.object({ after: z.string().nullish() }).nullish(), hasMore: z.boolean().nullish() })
    .nullish(),
});

/** A batch that was taken. */
export const createdBatch = z.object({ batchID: z.string().min(1) });

/** How far a batch is. */
export const batch = z.object({ status: z.string(), errorsCount: z.number().nullish() });

const item = z.object({
  responseCode: z.number().nullish(),
  request: z.object({ identifiers: z.array(z.object({ id: z.string() })).min(1) }),
  response: z.unknown(),
});

/** What of a batch failed; an item that does not say whom it was about cannot be used. */
export const batchItems = z.object({ errors: z.array(z.unknown()).nullish() }).transform(({ errors }) =>
  (errors ?? []).flatMap((error) => {
    const parsed = item.safeParse(error);
    return parsed.success ? [parsed.data] : [];
  }),
);
