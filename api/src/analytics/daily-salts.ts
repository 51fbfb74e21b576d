import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { PrismaClient } from '../../../prisma/client/client.ts';
import type { VisitorDigest } from './happening.store.ts';
import { dayOf, type Happening } from './happening.ts';

const SALT_BYTES = 32;
/** Enough that two of a hundred million visitors are hardly ever taken for one. */
const DIGEST_BYTES = 12;

/**
 * What a day's visitors are hashed with, one salt for each shop and day in UTC, the same in every process. It is in the database for
 * that day and in memory until the next one; then nobody can say any more who a digest was, or find somebody's.
 */
export class DailySalts {
  readonly #prisma: PrismaClient;
  #day = '';
  /** As keys: a hash begun with bare bytes takes five times as long. */
  readonly #salts = new Map<string, KeyObject>();

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** 12 bytes by which the maker of a view is known until the day is over; null where the view says nothing of its maker. */
  async digestOf({ shop, campaignId, at, who }: Happening): Promise<Omit<VisitorDigest, 'group'> | null> {
    if (who === undefined) return null;
    const day = dayOf(at);
    const salt = await this.#saltOf(shop, day);
    const digest = createHmac('sha256', salt)
      .update(`${campaignId}\n${who}`)
      .digest('hex')
      .slice(0, 2 * DIGEST_BYTES);
    return { campaignId, day, digest };
  }

  async #saltOf(shop: string, day: string): Promise<KeyObject> {
    if (day > this.#day) {
      this.#salts.clear();
      this.#day = day;
    }
    const key = `${day} ${shop}`;
    const known = this.#salts.get(key);
    if (known) return known;
    const salt = createSecretKey(await this.#keep(shop, day));
    this.#salts.set(key, salt);
    return salt;
  }

  /** The first process's salt is everybody's. */
  async #keep(shop: string, day: string): Promise<Uint8Array> {
    const key = { shop, day: new Date(day) };
    await this.#prisma.visitorSalt.createMany({
      data: [{ ...key, salt: new Uint8Array(randomBytes(SALT_BYTES)) }],
      skipDuplicates: true,
    });
    return (await this.#prisma.visitorSalt.findUniqueOrThrow({ where: { shop_day: key } })).salt;
  }
}
