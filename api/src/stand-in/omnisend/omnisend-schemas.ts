/** Closed schemas of what Omnisend accepts in version 2026-03-15, of the parts of it that the stand-in knows. */
import { z } from 'zod';

const MOST = { tags: 100, tagged: 250, batch: 100, page: 250, segments: 50 };

const text = z.string().optional();
const instant = z.iso.datetime({ offset: true, message: 'Must be an RFC 3339 time' }).optional();
const tag = z.string().min(1).max(255);

const channel = z.strictObject({
  status: z.enum(['subscribed', 'nonSubscribed', 'unsubscribed']),
  statusChangedAt: instant,
});

const identifier = z.strictObject({
  type: z.enum(['email', 'phone']),
  id: z.string(),
  channels: z.record(z.enum(['email', 'sms']), channel.optional()).optional(),
  consent: z.strictObject({ source: text, createdAt: instant, ip: text, userAgent: text }).optional(),
  sendWelcomeMessage: z.boolean().optional(),
  source: text,
});

/** `POST /contacts`, and each item of a batch of them. */
export const contactInput = z.strictObject({
  ...{
    address: text,
    birthdate: z.iso.date().optional(),
    city: text,
    country: text,
    countryCode: z.string().length(2).optional(),
  },
  ...{ createdAt: instant, firstName: text, lastName: text, postalCode: text, state: text },
  gender: z.enum(['m', 'f']).optional(),
  customProperties: z.record(z.string(), z.unknown()).optional(),
  identifiers: z.array(identifier).min(1).optional(),
  tags: z.array(tag).max(MOST.tags).optional(),
});

/** A contact as a request gives it. */
export type ContactInput = z.infer<typeof contactInput>;

/** `POST /contacts`: whom it is about must be said. */
export const newContact = contactInput.refine(({ identifiers }) => identifiers, {
  message: 'At least one identifier is needed',
  path: ['identifiers'],
});

/** `POST` and `DELETE /contacts/tags` */
export const tagging = z
  .strictObject({
    contactIDs: z.array(z.string()).max(MOST.tagged).optional(),
    emails: z.array(z.string()).max(MOST.tagged).optional(),
    phones: z.array(z.string()).max(MOST.tagged).optional(),
    segmentID: text,
    tags: z.array(tag).min(1).max(MOST.tags),
  })
  .refine(({ contactIDs, emails, phones, segmentID }) => contactIDs ?? emails ?? phones ?? segmentID, {
    message: 'One of contactIDs, emails, phones or segmentID is needed',
    path: ['contactIDs'],
  });

/** `POST /batches`, of contacts: this product sends nothing else in batches. */
export const newBatch = z.strictObject({
  endpoint: z.literal('contacts'),
  method: z.enum(['POST', 'PUT']),
  items: z.array(z.unknown()).min(1).max(MOST.batch),
  origin: text,
});

const count = (most: number, usual: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((number) => number >= 1 && number <= most, `Must be between 1 and ${most}`)
    .default(usual);

/** No parameter at all. */
export const noQuery = z.strictObject({});

/** `GET /contacts` */
export const contactsQuery = z
  .strictObject({
    ...{ after: text, before: text, limit: count(MOST.page, 100) },
    ...{ email: text, phone: text, segmentID: text, tag: text, updatedAtFrom: instant },
    status: z.enum(['subscribed', 'unsubscribed', 'nonSubscribed']).optional(),
    sort: z.enum(['createdAt', 'updatedAt']).default('createdAt'),
    direction: z.enum(['asc', 'desc']).default('desc'),
  })
  .refine(({ tag, status }) => !(tag && status), {
    message: 'tag and status cannot be used together',
    path: ['status'],
  })
  .refine(
    ({ updatedAtFrom, email, phone, status, segmentID, tag }) =>
      !updatedAtFrom || !(email ?? phone ?? status ?? segmentID ?? tag),
    {
      message: 'updatedAtFrom cannot be combined with this filter',
      path: ['updatedAtFrom'],
    },
  );

/** `PATCH /contacts` */
export const byEmailQuery = z.strictObject({ email: z.string() });

/** `GET /segments` */
export const segmentsQuery = z.strictObject({
  ...{ after: text, before: text, limit: count(MOST.segments, 10) },
  sort: z.enum(['createdAt', 'name']).optional(),
  direction: z.enum(['asc', 'desc']).optional(),
});
