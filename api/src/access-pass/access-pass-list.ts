import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import { type Page, type PageRequest, readPage } from '../platform/graphql/connection.ts';
import { UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';
import { isUuid } from '../platform/uuid.ts';
import type { AccessPass, AccessPassPayload } from './access-pass.type.ts';

const NO_PASS = userError(['id'], UserErrorCode.NOT_FOUND, 'There is no access pass with this id.');

const EPOCH = { campaign: { select: { passEpoch: true } } } satisfies Prisma.AccessPassInclude;

type Row = Prisma.AccessPassGetPayload<{ include: typeof EPOCH }>;

/** The access passes of a shop's campaigns, for its merchant. */
export class AccessPassList {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Newest first. A campaign of another shop has none. */
  async list(shop: string, campaignId: string, request: PageRequest): Promise<Page<AccessPass>> {
    const found = { shop, campaignId };
    return readPage(
      request,
      { column: 'issuedAt', direction: 'desc' },
      async ({ where, ...page }) => {
        const rows = await this.#prisma.accessPass.findMany({
          where: { AND: [found, where] },
          ...page,
          include: EPOCH,
        });
        return rows.map(accessPassOf);
      },
      () => this.#prisma.accessPass.count({ where: found }),
    );
  }

  /** The place of each sign-up, in the order of their ids; null where it took none. One statement. */
  async bySignups(shop: string, signupIds: readonly string[]): Promise<(AccessPass | null)[]> {
    const where = { shop, signupId: { in: [...signupIds] } };
    const rows = await this.#prisma.accessPass.findMany({ where, include: EPOCH });
    const bySignup = new Map(rows.map((row) => [row.signupId, accessPassOf(row)]));
    return signupIds.map((id) => bySignup.get(id) ?? null);
  }

  /** The pass with this id; null where there is none. */
  find(shop: string, id: string): Promise<AccessPass | null> {
    return this.#find({ shop, id });
  }

  /** The pass of a sign-up's place; null where it has none. */
  ofSignup(shop: string, signupId: string): Promise<AccessPass | null> {
    return this.#find({ shop, signupId });
  }

  /** Revokes one pass: by its place nobody gets a new one until it is given back. Once more changes nothing. */
  async revoke(shop: string, id: string): Promise<AccessPassPayload> {
    if (!isUuid(id)) return { accessPass: null, userErrors: [NO_PASS] };
    const where = { shop, id, revokedAt: null };
    await this.#prisma.accessPass.updateMany({ where, data: { revokedAt: new Date() } });
    return this.#kept({ shop, id });
  }

  /**
   * Gives a pass back that was revoked by itself: it opens again, for as long as it was to. One that was revoked with all of its campaign, or
   * with its code or link, stays so.
   */
  async restore(shop: string, id: string): Promise<AccessPassPayload> {
    if (!isUuid(id)) return { accessPass: null, userErrors: [NO_PASS] };
    await this.#prisma.accessPass.updateMany({
      where: { shop, id, revokedAt: { not: null } },
      data: { revokedAt: null },
    });
    return this.#kept({ shop, id });
  }

  async #kept(where: { shop: string; id: string }): Promise<AccessPassPayload> {
    const accessPass = await this.#find(where);
    return { accessPass, userErrors: accessPass === null ? [NO_PASS] : [] };
  }

  async #find(where: { shop: string; id: string } | { shop: string; signupId: string }): Promise<AccessPass | null> {
    const row = await this.#prisma.accessPass.findFirst({ where, include: EPOCH });
    return row && accessPassOf(row);
  }
}

function accessPassOf(row: Row): AccessPass {
  return { ...row, isRevoked: row.revokedAt !== null || row.passEpoch < row.campaign.passEpoch };
}
