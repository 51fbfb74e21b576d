import type { PrismaClient } from '../../../prisma/client/client.ts';
import { readEmail } from '../platform/email.ts';
import type { Seal } from '../platform/seal.ts';
import { createMailCountRecorder, type Digest, type MailCount, type MailCountRecorder } from './mail-count.recorder.ts';

/** How many mails may be caused within an hour. */
export interface MailLimits {
  /** To one mailbox, over all campaigns and shops. */
  readonly perRecipient: number;
  /** By one visitor's address: IPv4, or the /64 of IPv6. */
  readonly perVisitor: number;
  /** At one campaign, before each visitor's address has few left. */
  readonly perCampaign: number;
}

/** A mail that somebody wants sent. */
export interface WantedMail {
  readonly to: string;
  readonly campaignId: string;
  /** As `visitorAddressOf` made it. */
  readonly visitorAddress: string;
}

const WINDOW_MS = 3_600_000;

/** What a visitor's address still has at a campaign whose own budget is spent. */
const MAILS_AT_A_BUSY_CAMPAIGN = 20;

/** Test mails that a shop's merchant may have sent within the hour. */
const TESTS_OF_A_SHOP = 10;

/** Memory holds at most this many whose budget is spent; beyond it the oldest go, and the database still knows them. */
const MOST_REMEMBERED = 50_000;

/**
 * Keeps us from being used to fill somebody's mailbox, or to spoil the name of our mail server. Counts are in the database, for
 * all processes; who has spent a budget is not counted on, so that one address cannot spend a campaign's. A campaign under
 * attack from many addresses leaves each visitor's address a few mails and keeps nobody out.
 */
export class MailBudget {
  readonly #prisma: PrismaClient;
  readonly #seal: Seal;
  readonly #limits: MailLimits;
  readonly #count: MailCountRecorder;
  /** Until when a budget is spent, in milliseconds. */
  readonly #spentUntil = new Map<string, number>();

  constructor(prisma: PrismaClient, seal: Seal, limits: MailLimits) {
    this.#prisma = prisma;
    this.#seal = seal;
    this.#limits = limits;
    this.#count = createMailCountRecorder(prisma, WINDOW_MS);
  }

  /** Whether this mail may go out; it is counted. */
  async take({ to, campaignId, visitorAddress }: WantedMail): Promise<boolean> {
    const recipient = this.#digest(`recipient ${mailboxOf(to)}`);
    const visitor = this.#digest(`visitor ${visitorAddress}`);
    if (this.#spentUntilOf(recipient) ?? this.#spentUntilOf(visitor)) return false;
    const counts = await this.#count([recipient, visitor, this.#digest(`campaign ${campaignId}`)]);
    const [toRecipient, byVisitor, atCampaign] = counts;
    const { perRecipient, perVisitor, perCampaign } = this.#limits;
    const isBusy = (atCampaign?.mails ?? 0) > perCampaign;
    const left = isBusy ? Math.min(perVisitor, MAILS_AT_A_BUSY_CAMPAIGN) : perVisitor;
    const isSpent = [this.#spend(recipient, toRecipient, perRecipient), this.#spend(visitor, byVisitor, perVisitor)];
    return !isSpent.includes(true) && (byVisitor?.mails ?? 0) <= left;
  }

  /** Whether a merchant may have a test mail sent there; it is counted, also as one of the mailbox's. */
  async takeTest({ shop, to }: { readonly shop: string; readonly to: string }): Promise<boolean> {
    const recipient = this.#digest(`recipient ${mailboxOf(to)}`);
    const tests = this.#digest(`tests of ${shop}`);
    if (this.#spentUntilOf(recipient) ?? this.#spentUntilOf(tests)) return false;
    const [toRecipient, ofShop] = await this.#count([recipient, tests]);
    const { perRecipient } = this.#limits;
    const isSpent = [this.#spend(recipient, toRecipient, perRecipient), this.#spend(tests, ofShop, TESTS_OF_A_SHOP)];
    return !isSpent.includes(true);
  }

  /** Counts an address that a visitor leaves for mails to come. Null when it may; else when the next one may. */
  async takeWaiting(visitorAddress: string): Promise<Date | null> {
    const visitor = this.#digest(`waiting ${visitorAddress}`);
    const known = this.#spentUntilOf(visitor);
    if (known) return new Date(known);
    const [count] = await this.#count([visitor]);
    return count && this.#spend(visitor, count, this.#limits.perVisitor) ? count.resetsAt : null;
  }

  /** Forgets the counts that have run out. */
  async sweep(): Promise<void> {
    await this.#prisma.mailBudget.deleteMany({ where: { resetsAt: { lte: new Date() } } });
  }

  /** Remembers a budget that this count overdraws. */
  #spend(digest: Digest, count: MailCount | undefined, most: number): boolean {
    if (!count || count.mails <= most) return false;
    this.#spentUntil.set(keyOf(digest), count.resetsAt.getTime());
    const [oldest] = this.#spentUntil.keys();
    if (this.#spentUntil.size > MOST_REMEMBERED && oldest !== undefined) this.#spentUntil.delete(oldest);
    return true;
  }

  /** Until when, if it is. */
  #spentUntilOf(digest: Digest): number | null {
    const until = this.#spentUntil.get(keyOf(digest));
    if (until === undefined || until > Date.now()) return until ?? null;
    this.#spentUntil.delete(keyOf(digest));
    return null;
  }

  #digest(whom: string): Digest {
    return this.#seal.digest('mail-budget', whom);
  }
}

/** One mailbox is written in many ways: what follows a plus sign, and dots, are left out here and nowhere else. */
function mailboxOf(address: string): string {
  const key = readEmail(address)?.key ?? address;
  const at = key.lastIndexOf('@');
  const [name = ''] = key.slice(0, at).split('+');
  return `${name.replaceAll('.', '')}${key.slice(at)}`;
}

function keyOf(digest: Digest): string {
  return Buffer.from(digest).toString('base64');
}
