import type { Readable } from 'node:stream';
import type { PrismaClient } from '../../../prisma/client/client.ts';
import { type ImportProblem, ImportProblems } from '../platform/csv/import-problems.ts';
import { GuestsReader } from './guests.reader.ts';

/** Addresses of one statement. Wide enough to spare round trips, small enough that memory stays flat. */
const MOST_ADDRESSES = 2000;

/** Which campaign of which shop is meant. */
export interface CampaignKey {
  readonly shop: string;
  readonly id: string;
}

/** What an upload brought onto the list, and what it had to leave out. */
export interface GuestListUploadResult {
  /** Rows of the file with anything in them, without the line with the columns' names. */
  readonly rows: number;
  /** Addresses that are new on the list. */
  readonly guests: number;
  /** Rows whose address was on the list already, or stands in the file twice. */
  readonly known: number;
  /** How many problems; each cost one row, or all that follows where the file stops being text. */
  readonly problemCount: number;
  /** At most the first thousand; `problemCount` counts them all. */
  readonly problems: ImportProblem[];
}

/** The campaign was deleted while its list came in. */
export class CampaignGone extends Error {}

/** Brings uploaded addresses onto campaigns' guest lists. */
export class GuestListUpload {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /**
   * Reads the file as it arrives and adds its addresses; whoever is on the list stays. Throws `NotAGuestList` before anything
   * is written, `CampaignGone`, and errors of the source or the database as they are; what was written before those stays,
   * and the same file again completes it.
   */
  async add(campaign: CampaignKey, source: Readable): Promise<GuestListUploadResult> {
    const problems = new ImportProblems();
    const reader = new GuestsReader(problems);
    const counts = { guests: 0, known: 0 };
    const write = async (keys: readonly string[]) => {
      const added = await this.#insert(campaign, keys);
      counts.guests += added;
      counts.known += keys.length - added;
    };
    let keys: string[] = [];
    for await (const key of reader.read(source)) {
      keys.push(key);
      if (keys.length < MOST_ADDRESSES) continue;
      await write(keys);
      keys = [];
    }
    if (keys.length > 0) await write(keys);
    return { rows: reader.rows, ...counts, problemCount: problems.count, problems: problems.kept };
  }

  /**
   * Prisma has no word for inserting many rows while their campaign is kept from being deleted. In the order of the key, so
   * that two uploads of the same addresses never wait for each other in a ring. Returns how many were new.
   */
  async #insert({ shop, id }: CampaignKey, keys: readonly string[]): Promise<number> {
    const ordered = [...new Set(keys)].sort();
    const [counts] = await this.#prisma.$queryRaw<{ campaigns: number; added: number }[]>`
      WITH campaign AS (
        SELECT shop, id FROM "EarlyAccessCampaign" WHERE shop = ${shop} AND id = ${id}::uuid FOR KEY SHARE
      ), added AS (
        INSERT INTO "Guest" (shop, "campaignId", "emailKey")
        SELECT campaign.shop, campaign.id, given.key
          FROM campaign, unnest(${ordered}::text[]) WITH ORDINALITY AS given (key, place)
         ORDER BY given.place
        ON CONFLICT DO NOTHING RETURNING 1
      )
      SELECT (SELECT count(*)::int FROM campaign) AS campaigns, (SELECT count(*)::int FROM added) AS added`;
    if (!counts || counts.campaigns === 0) throw new CampaignGone('The campaign was deleted while its list came in.');
    return counts.added;
  }
}
