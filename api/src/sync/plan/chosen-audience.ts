import { Prisma } from '../../../../prisma/client/client.ts';
import type { DestinationName } from '../../integrations/destination.ts';

/** The columns of a campaign in which its audiences stand. A further destination has its line here and in the statement below. */
const COLUMNS = { KLAVIYO: 'klaviyoListId', OMNISEND: 'omnisendListId' } as const satisfies Record<
  DestinationName,
  string
>;

/** A campaign as far as it chose audiences. */
export type Choosing = Readonly<Record<(typeof COLUMNS)[DestinationName], string | null>>;

/** Rows of the campaign `c`: destination, the audience chosen there, and since when it is. */
export const CHOSEN_AUDIENCES = Prisma.sql`(
  SELECT * FROM (VALUES
    ('KLAVIYO'::"Destination", c."klaviyoListId", c."klaviyoListSince"),
    ('OMNISEND'::"Destination", c."omnisendListId", c."omnisendListSince")
  ) AS choice (destination, audience, since) WHERE audience IS NOT NULL)`;

/** What a campaign chose at one destination. */
export interface ChosenAudience {
  readonly destination: DestinationName;
  /** The campaign's field that holds it. */
  readonly field: keyof Choosing;
  /** Null: none. */
  readonly audience: string | null;
}

/** Which audience a campaign chose at each destination. */
export function chosenAudiences(campaign: Choosing): ChosenAudience[] {
  return (Object.keys(COLUMNS) as DestinationName[]).map((destination) => {
    const field = COLUMNS[destination];
    return { destination, field, audience: campaign[field] };
  });
}
