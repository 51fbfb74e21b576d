/** Closed schemas of Klaviyo's query parameters, of the parts that the stand-in knows. */
import { z } from 'zod';
import { readFilter } from './klaviyo-filter.ts';

const LIST_FIELDS = ['name', 'created', 'updated', 'opt_in_process', 'id', 'profile_count'];
const PROFILE_FIELDS = [
  ...[
    'created',
    'email',
    'external_id',
    'first_name',
    'id',
    'image',
    'joined_group_at',
    'last_event_date',
    'last_name',
  ],
  ...[
    'locale',
    'organization',
    'phone_number',
    'properties',
    'title',
    'updated',
    'subscriptions',
    'subscriptions.email',
  ],
  'subscriptions.email.marketing',
];
const JOB_FIELDS = [
  'completed_at',
  'completed_count',
  'created_at',
  'expires_at',
  'failed_count',
  'id',
  'started_at',
].concat(['status', 'total_count']);
const MOST_FIELDS = 100;

const fields = (known: readonly string[]) =>
  z
    .string()
    .transform((list) => list.split(','))
    .refine(
      (names) => names.length <= MOST_FIELDS && names.every((name) => known.includes(name)),
      'Invalid sparse fieldset.',
    )
    .optional();

const size = (most: number, usual: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((count) => count >= 1 && count <= most, `Page size must be an integer between 1 and ${most}.`)
    .default(usual);

const filter = (allowed: readonly string[]) =>
  z
    .string()
    .transform((written, context) => {
      const read = readFilter(written);
      if (read && allowed.includes(read.field)) return read;
      context.addIssue({ code: 'custom', message: `'${written}' is not a filter of this endpoint.` });
      return z.NEVER;
    })
    .optional();

const cursor = z.string().optional();
const withSubscriptions = z.literal('subscriptions').optional();

/** No parameter at all. */
export const noQuery = z.strictObject({});

/** `GET /api/accounts` */
export const accountsQuery = z.strictObject({});

/** `GET /api/lists` */
export const listsQuery = z.strictObject({
  'fields[list]': fields(LIST_FIELDS),
  filter: filter(['name', 'id']),
  'page[cursor]': cursor,
  'page[size]': size(10, 10),
  sort: z.enum(['created', '-created', 'id', '-id', 'name', '-name', 'updated', '-updated']).optional(),
});

/** `GET /api/lists/{id}` */
export const listQuery = z.strictObject({
  'fields[list]': fields(LIST_FIELDS),
  'additional-fields[list]': z.literal('profile_count').optional(),
});

/** `GET /api/lists/{id}/profiles` */
export const listProfilesQuery = z.strictObject({
  'additional-fields[profile]': withSubscriptions,
  'fields[profile]': fields(PROFILE_FIELDS),
  filter: filter(['email']),
  'page[cursor]': cursor,
  'page[size]': size(100, 20),
  sort: z.enum(['joined_group_at', '-joined_group_at']).optional(),
});

/** `GET /api/lists/{id}/relationships/profiles` */
export const listProfileIdsQuery = z.strictObject({
  filter: filter(['email']),
  'page[cursor]': cursor,
  'page[size]': size(100, 20),
  sort: z.enum(['joined_group_at', '-joined_group_at']).optional(),
});

/** `GET /api/profiles` */
export const profilesQuery = z.strictObject({
  'additional-fields[profile]': withSubscriptions,
  'fields[profile]': fields(PROFILE_FIELDS),
  filter: filter(['email', 'id']),
  'page[cursor]': cursor,
  'page[size]': size(100, 20),
  sort: z.enum(['created', '-created', 'email', '-email', 'id', '-id', 'updated', '-updated']).optional(),
});

/** `GET /api/profiles/{id}` and the answer of `POST /api/profile-import` */
export const profileQuery = z.strictObject({
  'additional-fields[profile]': withSubscriptions,
  'fields[profile]': fields(PROFILE_FIELDS),
});

/** `GET /api/profile-bulk-import-jobs/{job_id}` */
export const importJobQuery = z.strictObject({ 'fields[profile-bulk-import-job]': fields(JOB_FIELDS) });

/** `GET /api/profile-bulk-import-jobs/{id}/import-errors` */
export const importErrorsQuery = z.strictObject({ 'page[cursor]': cursor, 'page[size]': size(100, 20) });
