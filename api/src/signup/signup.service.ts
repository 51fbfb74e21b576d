import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import { UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';
import { isUuid } from '../platform/uuid.ts';
import type { NewSignup } from './signup.store.ts';
import type { Signup, SignupDeletePayload } from './signup.type.ts';

/** Asks, in the deletion's own transaction, that somebody be removed wherever they were brought to. */
export type AskErasure = (
  transaction: Prisma.TransactionClient,
  signup: { readonly shop: string; readonly id: string },
) => Promise<void>;

/** The sign-ups of a shop by their ids, for its merchant and for the gate. `SignupReader` looks through them. */
export class SignupService {
  readonly #prisma: PrismaClient;
  readonly #askErasure: AskErasure;

  constructor(prisma: PrismaClient, askErasure: AskErasure) {
    this.#prisma = prisma;
    this.#askErasure = askErasure;
  }

  /** What a claim for this sign-up's place is made of, once its owner has proved the address; null when it is gone. */
  async findForClaim(shop: string, id: string): Promise<NewSignup | null> {
    const row = await this.#prisma.signup.findUnique({ where: { shop_id: { shop, id } } });
    if (row === null) return null;
    const { email, emailKey, firstName, lastName, acceptsMarketing } = row;
    const consent = { text: '', language: 'und', page: null };
    return { email, emailKey, firstName, lastName, acceptsMarketing, isProof: true, consent };
  }

  /** The sign-up of an address at a campaign; `emailKey` as `readEmail` made it. Null where nobody signed up with it. */
  findByAddress(shop: string, campaignId: string, emailKey: string): Promise<Signup | null> {
    return this.#prisma.signup.findUnique({
      where: { shop_campaignId_emailKey: { shop, campaignId, emailKey } },
    });
  }

  /** Sign-ups by their ids, in any order; unknown ones are left out. */
  findMany(shop: string, ids: readonly string[]): Promise<Signup[]> {
    return this.#prisma.signup.findMany({ where: { shop, id: { in: ids.filter(isUuid) } } });
  }

  /**
   * Forgets a person's sign-up and place, takes them off the campaign's count and asks for their removal at the destinations, all of it
   * in one transaction.
   */
  async delete(shop: string, id: string): Promise<SignupDeletePayload> {
    const isDeleted =
      isUuid(id) && (await this.#prisma.$transaction((transaction) => this.#erase(transaction, { shop, id })));
    if (isDeleted) return { deletedSignupId: id, userErrors: [] };
    const problem = userError(['id'], UserErrorCode.NOT_FOUND, 'There is no sign-up with this id.');
    return { deletedSignupId: null, userErrors: [problem] };
  }

  async #erase(transaction: Prisma.TransactionClient, { shop, id }: { shop: string; id: string }): Promise<boolean> {
    // The campaign first, as a claim does it, so that neither waits for the other; Prisma has no word for the lock.
    const known = await transaction.$queryRaw<unknown[]>`
      SELECT 1 FROM "EarlyAccessCampaign" c JOIN "Signup" s ON s.shop = c.shop AND s."campaignId" = c.id
       WHERE s.shop = ${shop} AND s.id = ${id}::uuid FOR NO KEY UPDATE OF c`;
    if (known.length === 0) return false;
    await this.#askErasure(transaction, { shop, id });
    return deleteAndCount(transaction, shop, id);
  }
}

/** One statement, so that the count and the row change together; Prisma has no word for it. */
async function deleteAndCount(transaction: Prisma.TransactionClient, shop: string, id: string): Promise<boolean> {
  const counted = await transaction.$executeRaw`
    WITH gone AS (
      DELETE FROM "Signup" WHERE shop = ${shop} AND id = ${id}::uuid RETURNING shop, "campaignId"
    )
    UPDATE "EarlyAccessCampaign" c SET
        "totalSignups" = c."totalSignups" - 1,
        "totalPasses" = c."totalPasses" - (
          SELECT count(*)::int FROM "AccessPass" p WHERE p.shop = ${shop} AND p."signupId" = ${id}::uuid)
      FROM gone WHERE c.shop = gone.shop AND c.id = gone."campaignId"`;
  return counted === 1;
}
