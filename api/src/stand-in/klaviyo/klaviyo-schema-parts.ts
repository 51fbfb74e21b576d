/** What several of Klaviyo's requests have in common. */
import { z } from 'zod';

/** Klaviyo's own bounds: people, or events, in one request. */
export const KLAVIYO_MOST = { subscribed: 1000, unsubscribed: 100, joined: 1000, imported: 10_000, events: 1000 };
/** Largest body, profile and text in bytes. */
export const KLAVIYO_BYTES = { bulk: 5 * 1024 * 1024, profile: 100 * 1024 };

/** Text that may be absent, or null to clear it. */
export const text = z.string().nullable().optional();
/** An instant with its offset. */
export const instant = z.iso.datetime({ offset: true, message: 'Invalid datetime.' });
/** Properties of anybody's choice. */
export const bag = z.record(z.string(), z.unknown());
const place = z.union([z.string(), z.number()]).nullable().optional();

const location = z.strictObject({
  ...{ address1: text, address2: text, city: text, country: text, region: text, zip: text, timezone: text, ip: text },
  ...{ latitude: place, longitude: place },
});

/** Who somebody is. */
export const profileAttributes = {
  ...{ email: text, phone_number: text, external_id: text, _kx: text, first_name: text, last_name: text },
  ...{ organization: text, locale: text, title: text, image: text },
  location: location.nullable().optional(),
  properties: bag.nullable().optional(),
};

/** Changes of single properties and identifiers. */
export const patches = z
  .strictObject({
    patch_properties: z
      .strictObject({
        append: bag.nullable().optional(),
        unappend: bag.nullable().optional(),
        unset: z
          .union([z.string(), z.array(z.string())])
          .nullable()
          .optional(),
      })
      .nullable()
      .optional(),
    patch_identifiers: z.strictObject({ append: bag.optional(), unappend: bag.optional() }).nullable().optional(),
  })
  .nullable()
  .optional();

/** A profile to create or update. */
export const profile = z
  .strictObject({
    type: z.literal('profile'),
    id: text,
    attributes: z.strictObject(profileAttributes),
    meta: patches,
  })
  .refine(
    ({ id, attributes: { email, phone_number, external_id, _kx } }) =>
      id ?? email ?? phone_number ?? external_id ?? _kx,
    {
      message: 'One of id, email, phone_number, external_id or _kx is needed.',
      path: ['attributes'],
    },
  )
  .refine((one) => Buffer.byteLength(JSON.stringify(one)) <= KLAVIYO_BYTES.profile, 'A profile is at most 100KB.');
