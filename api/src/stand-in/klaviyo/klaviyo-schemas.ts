/** Closed schemas of Klaviyo's requests about people in revision 2026-07-15, of the parts of them that the stand-in knows. */
import { z } from 'zod';
import { instant, KLAVIYO_MOST, profile, text } from './klaviyo-schema-parts.ts';

const listReference = z.strictObject({ type: z.literal('list'), id: z.string() });
const listRelationship = z.strictObject({ list: z.strictObject({ data: listReference }) });

const subscribing = z.strictObject({
  marketing: z.strictObject({ consent: z.literal('SUBSCRIBED'), consented_at: instant.nullable().optional() }),
});
const unsubscribing = z.strictObject({ marketing: z.strictObject({ consent: z.literal('UNSUBSCRIBED') }) });

/** `POST /api/profile-import` */
export const profileImport = z.strictObject({ data: profile });

/** `POST /api/profile-bulk-import-jobs` */
export const bulkImport = z.strictObject({
  data: z.strictObject({
    type: z.literal('profile-bulk-import-job'),
    attributes: z.strictObject({
      profiles: z.strictObject({ data: z.array(profile).min(1).max(KLAVIYO_MOST.imported) }),
    }),
    relationships: z.strictObject({ lists: z.strictObject({ data: z.array(listReference) }) }).optional(),
  }),
});

/** `POST /api/profile-subscription-bulk-create-jobs`, its e-mail part: the only channel that this product has consent for. */
export const bulkSubscribe = z.strictObject({
  data: z.strictObject({
    type: z.literal('profile-subscription-bulk-create-job'),
    attributes: z.strictObject({
      custom_source: text,
      profiles: z.strictObject({
        data: z
          .array(
            z.strictObject({
              type: z.literal('profile'),
              id: text,
              attributes: z.strictObject({ email: z.string(), subscriptions: z.strictObject({ email: subscribing }) }),
            }),
          )
          .min(1)
          .max(KLAVIYO_MOST.subscribed),
      }),
      historical_import: z.boolean().nullable().optional(),
    }),
    relationships: listRelationship.optional(),
  }),
});

/** `POST /api/profile-subscription-bulk-delete-jobs`, its e-mail part. */
export const bulkUnsubscribe = z.strictObject({
  data: z.strictObject({
    type: z.literal('profile-subscription-bulk-delete-job'),
    attributes: z.strictObject({
      profiles: z.strictObject({
        data: z
          .array(
            z.strictObject({
              type: z.literal('profile'),
              attributes: z.strictObject({
                email: z.string(),
                subscriptions: z.strictObject({ email: unsubscribing }),
              }),
            }),
          )
          .min(1)
          .max(KLAVIYO_MOST.unsubscribed),
      }),
    }),
    relationships: listRelationship.optional(),
  }),
});

/** `POST /api/lists/{id}/relationships/profiles` */
export const joinList = z.strictObject({
  data: z
    .array(z.strictObject({ type: z.literal('profile'), id: z.string() }))
    .min(1)
    .max(KLAVIYO_MOST.joined),
});

/** `POST /api/data-privacy-deletion-jobs`: one identifier, never two. */
export const deletion = z.strictObject({
  data: z.strictObject({
    type: z.literal('data-privacy-deletion-job'),
    attributes: z.strictObject({
      profile: z.strictObject({
        data: z
          .strictObject({
            type: z.literal('profile'),
            id: text,
            attributes: z.strictObject({ email: text, phone_number: text }),
          })
          .refine(
            ({ id, attributes: { email, phone_number } }) => [id, email, phone_number].filter(Boolean).length === 1,
            {
              message: 'Exactly one identifier is needed.',
              path: ['attributes'],
            },
          ),
      }),
    }),
  }),
});
