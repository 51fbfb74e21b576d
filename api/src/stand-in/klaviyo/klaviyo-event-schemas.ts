/** Closed schemas of Klaviyo's event requests in revision 2026-07-15. */
import { z } from 'zod';
import { bag, instant, KLAVIYO_MOST, patches, profileAttributes, text } from './klaviyo-schema-parts.ts';

const metric = z.strictObject({
  data: z.strictObject({
    type: z.literal('metric'),
    attributes: z.strictObject({ name: z.string().min(1), service: text }),
  }),
});
const happening = {
  properties: bag,
  time: instant.nullable().optional(),
  value: z.number().nullable().optional(),
  value_currency: text,
  unique_id: text,
  backfill: z.boolean().nullable().optional(),
  metric,
};
const eventProfile = z.strictObject({
  type: z.literal('profile'),
  id: text,
  attributes: z.strictObject({ ...profileAttributes, anonymous_id: text, meta: patches }),
});
const bulkEventProfile = z.strictObject({
  type: z.literal('profile'),
  id: text,
  attributes: z.strictObject({ ...profileAttributes, anonymous_id: text }),
  meta: patches,
});

/** `POST /api/events` */
export const oneEvent = z.strictObject({
  data: z.strictObject({
    type: z.literal('event'),
    attributes: z.strictObject({ ...happening, profile: z.strictObject({ data: eventProfile }) }),
  }),
});

const eventsOfOne = z.strictObject({
  type: z.literal('event-bulk-create'),
  attributes: z.strictObject({
    backfill: z.boolean().nullable().optional(),
    profile: z.strictObject({ data: bulkEventProfile }),
    events: z.strictObject({
      data: z.array(z.strictObject({ type: z.literal('event'), attributes: z.strictObject(happening) })).min(1),
    }),
  }),
});

/** `POST /api/event-bulk-create-jobs` */
export const bulkEvents = z
  .strictObject({
    data: z.strictObject({
      type: z.literal('event-bulk-create-job'),
      attributes: z.strictObject({ 'events-bulk-create': z.strictObject({ data: z.array(eventsOfOne).min(1) }) }),
    }),
  })
  .refine(({ data }) => countEvents(data.attributes['events-bulk-create'].data) <= KLAVIYO_MOST.events, {
    message: 'At most 1000 events in a request.',
    path: ['data', 'attributes', 'events-bulk-create', 'data'],
  });

function countEvents(people: readonly z.infer<typeof eventsOfOne>[]): number {
  return people.reduce((sum, { attributes }) => sum + attributes.events.data.length, 0);
}
