import { z } from 'zod';
import { ReceiptState } from '../../../prisma/client/enums.ts';
import type { SignupFilter, WantedStanding } from './signup-filter.ts';

/** Stands for having no receipt. */
const NOWHERE = 'NONE';

const yesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true');
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const states = z
  .string()
  .transform((text) => (text === NOWHERE ? [] : text.split(',')))
  .pipe(z.array(z.enum(ReceiptState)));

const Query = z
  .strictObject({
    campaignId: z.string().optional(),
    query: z.string().optional(),
    acceptsMarketing: yesOrNo.optional(),
    klaviyo: states.optional(),
    omnisend: states.optional(),
    page: z.string().optional(),
    from: instant.optional(),
    to: instant.optional(),
    bom: yesOrNo.optional(),
  })
  .refine(({ from, to }) => !from || !to || from < to, { path: ['to'] });

/** What is wrong with an address, naming the parameters at fault and none of their values. */
export class BadExportQuery extends Error {
  readonly statusCode = 400;
  readonly code = 'BAD_REQUEST';
}

/** What is to be exported. */
export interface ExportWish {
  readonly filter: SignupFilter;
  /** Whether the file begins with a byte order mark, by which spreadsheets know that it is UTF-8. */
  readonly hasMark: boolean;
}

/** Reads the parameters of an export's address. Throws `BadExportQuery`; a parameter that nobody knows is refused too: it narrows nothing. */
export function readExportQuery(query: unknown): ExportWish {
  const read = Query.safeParse(query);
  if (!read.success) {
    const named = read.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1).map(String),
    );
    throw new BadExportQuery(`These parameters cannot be read: ${[...new Set(named)].join(', ')}.`);
  }
  const { klaviyo, omnisend, bom = false, ...filter } = read.data;
  const standings: WantedStanding[] = [
    ...(klaviyo ? [{ destination: 'KLAVIYO' as const, states: klaviyo }] : []),
    ...(omnisend ? [{ destination: 'OMNISEND' as const, states: omnisend }] : []),
  ];
  return { filter: { ...filter, standings }, hasMark: bom };
}
