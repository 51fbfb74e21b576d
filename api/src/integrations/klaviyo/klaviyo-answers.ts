import { z } from 'zod';

/** What we read of Klaviyo's answers: what is named must be there, the rest is let be. */
const identified = z.object({ id: z.string().min(1) });

const list = identified.extend({
  attributes: z.object({ name: z.string().nullish(), opt_in_process: z.string().nullish() }),
});

/** A list as Klaviyo tells it. */
export type KlaviyoList = z.infer<typeof list>;

/** One page of lists. */
export const lists = z.object({ data: z.array(list), links: z.object({ next: z.string().nullish() }).nullish() });

/** One list. */
export const oneList = z.object({ data: list });

/** The account of a key, alone in its array. */
export const accounts = z.object({
  data: z
    .array(
      identified.extend({ attributes: z.object({ contact_information: z.object({ organization_name: z.string() }) }) }),
    )
    .min(1),
});

/** The profile that an import created or found. */
export const importedProfile = z.object({ data: identified });

/** The job of a bulk import. */
export const importedJob = z.object({ data: identified });

const timestamp = z.string().nullish();
const suppression = z.object({ reason: z.string(), timestamp });

const marketing = z.object({
  consent: z.string(),
  consent_timestamp: timestamp,
  last_updated: timestamp,
  suppression: z.array(suppression).nullish(),
  list_suppressions: z.array(suppression.extend({ list_id: z.string() })).nullish(),
});

/** What Klaviyo says of one person's e-mail marketing. */
export type Marketing = z.infer<typeof marketing>;

/** Profiles with their consent and suppressions. */
export const profiles = z.object({
  data: z.array(
    identified.extend({
      attributes: z.object({
        email: z.string().nullish(),
        subscriptions: z.object({ email: z.object({ marketing: marketing.nullish() }).nullish() }).nullish(),
      }),
    }),
  ),
});

/** Those of them who are on a list. */
export const members = z.object({ data: z.array(identified) });
