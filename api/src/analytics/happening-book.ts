import type { PrismaClient } from '../../../prisma/client/client.ts';
import type { Pipeline, PipelinedTransaction } from '../platform/database/pipeline.ts';
import { createGroupCommit, type GroupCommit } from '../platform/group-commit.ts';
import { DailySalts } from './daily-salts.ts';
import { addHappenings, groupAlike, type HappeningGroup, type VisitorDigest } from './happening.store.ts';
import type { Happening } from './happening.ts';
import { SourceLimit } from './source-limit.ts';
import { ViewPace } from './suspicion.ts';

/** Writes down what one request made happen; answers when it has committed. */
export type HappeningRecorder = GroupCommit<readonly Happening[], void>;

/** Writes happenings in a transaction that does what they say, so that both commit together. */
export type RecordHappenings = (transaction: PipelinedTransaction, happenings: readonly Happening[]) => Promise<void>;

const SETTINGS = { largestGroup: 5_000, inFlight: 1 };

/** Where everything that happens at gates is written down and counted. */
export class HappeningBook {
  readonly #salts: DailySalts;
  readonly #sources = new SourceLimit();
  readonly #pace = new ViewPace();

  /** Concurrent requests share one statement: none updates a campaign's row alone. */
  readonly record: HappeningRecorder;

  constructor(pipeline: Pipeline, prisma: PrismaClient) {
    this.#salts = new DailySalts(prisma);
    this.record = createGroupCommit<readonly Happening[], void>(async (requests) => {
      await pipeline.transact((transaction) => this.write(transaction, requests.flat()));
      return requests.map(() => undefined);
    }, SETTINGS);
  }

  /** Writes happenings in a transaction. */
  readonly write: RecordHappenings = async (transaction, happenings) => {
    if (happenings.length === 0) return;
    const counted: Happening[] = [];
    for (const happening of happenings) counted.push(await this.#sources.limited(transaction, this.#paced(happening)));
    const alike = groupAlike(counted);
    const visitors = await this.#visitors(alike);
    addHappenings(
      transaction,
      alike.map(({ group }) => group),
      visitors,
    );
  };

  #paced(happening: Happening): Happening {
    const { who, campaignId, traits } = happening;
    if (who === undefined || !this.#pace.isAbsurd(campaignId, who)) return happening;
    return { ...happening, traits: { ...traits, isSuspected: true } };
  }

  async #visitors(
    alike: readonly { group: HappeningGroup; members: readonly Happening[] }[],
  ): Promise<VisitorDigest[]> {
    const visitors = new Map<string, VisitorDigest>();
    for (const [group, { members }] of alike.entries()) {
      for (const member of members) {
        const visitor = await this.#salts.digestOf(member);
        if (visitor === null) continue;
        const key = `${visitor.campaignId} ${visitor.day} ${visitor.digest}`;
        if (!visitors.has(key)) visitors.set(key, { ...visitor, group });
      }
    }
    return [...visitors.values()];
  }
}
