import { v7 as uuidv7 } from 'uuid';
import type { AccessCode as AccessCodeRow, Prisma, PrismaClient } from '../../../../prisma/client/client.ts';
import { type UserError, UserErrorCode, userError } from '../../platform/graphql/user-error.type.ts';
import type { Seal } from '../../platform/seal.ts';
import { isUuid } from '../../platform/uuid.ts';
import { accessCodePlace } from '../access-code.ts';
import { codeProblems } from '../access-code-strength.ts';
import type { Doer } from '../campaign.service.ts';
import { noteActions } from '../campaign-actions.ts';
import { type CampaignKey, type CampaignSecrets, isTaken } from '../campaign-secrets.ts';
import { shownNames } from '../shown-names.ts';
import { textOrNull } from '../text-length.ts';
import type { AccessCode, AccessCodeInput, AccessCodePayload } from './access-code.type.ts';
import {
  CREDENTIAL_ORDER,
  lockCampaign,
  MOST_CREDENTIALS,
  termsAfter,
  termsProblems,
  tooMany,
} from './credential-terms.ts';
import { makeUpCode } from './made-up-code.ts';

const NO_CODE = userError(['id'], UserErrorCode.NOT_FOUND, 'There is no access code with this id.');
const NO_CAMPAIGN = userError(['campaignId'], UserErrorCode.NOT_FOUND, 'There is no campaign with this id.');
const REVOKED = userError(['id'], UserErrorCode.INVALID, 'This code is revoked. Make a new one.');

/** A code whose campaign it is. */
export type CampaignCode = AccessCode & { readonly campaignId: string };

/** The access codes of a shop's campaigns, for its merchant. */
export class AccessCodeService {
  readonly #prisma: PrismaClient;
  readonly #seal: Seal;
  readonly #secrets: CampaignSecrets;

  constructor(prisma: PrismaClient, seal: Seal, secrets: CampaignSecrets) {
    this.#prisma = prisma;
    this.#seal = seal;
    this.#secrets = secrets;
  }

  /** The codes of these campaigns, oldest first, revoked ones last. */
  listByCampaigns(shop: string, campaignIds: readonly string[]): Promise<CampaignCode[]> {
    return this.#list({ shop, campaignId: { in: [...campaignIds] } });
  }

  /** The codes with these ids, in any order; unknown ones are left out. */
  listByIds(shop: string, ids: readonly string[]): Promise<CampaignCode[]> {
    return this.#list({ shop, id: { in: [...ids] } });
  }

  /** Makes a code; without a text one is made up. */
  async create(key: CampaignKey, input: AccessCodeInput): Promise<AccessCodePayload> {
    if (!isUuid(key.campaignId)) return refused(NO_CAMPAIGN);
    const [terms, text] = [termsAfter(null, input), textOrNull(input.code) ?? makeUpCode()];
    const names = await shownNames(this.#prisma, key);
    const problems = [...termsProblems(terms, null), ...codeProblems('code', text, names)];
    if (problems.length > 0) return refused(...problems);
    const id = uuidv7();
    return this.#saving({ shop: key.shop, id }, async (transaction) => {
      if (!(await lockCampaign(transaction, key))) return NO_CAMPAIGN;
      if ((await transaction.accessCode.count({ where: { ...key, revokedAt: null } })) >= MOST_CREDENTIALS) {
        return tooMany('access codes');
      }
      await transaction.accessCode.create({ data: { ...key, id, ...terms, ...this.#secrets.sealCode(key, id, text) } });
      return null;
    });
  }

  /** Changes what the input names. Passes that the code gave before stay good, also under another text. */
  async update({ shop, actor }: Doer, id: string, input: AccessCodeInput): Promise<AccessCodePayload> {
    const row = await this.#row(shop, id);
    if (row === null) return refused(NO_CODE);
    if (row.revokedAt !== null) return refused(REVOKED);
    const [terms, text] = [termsAfter(row, input), textOrNull(input.code)];
    const names = await shownNames(this.#prisma, { shop, campaignId: row.campaignId });
    const problems = [...termsProblems(terms, row), ...(text === null ? [] : codeProblems('code', text, names))];
    if (problems.length > 0) return refused(...problems);
    const sealed = text === null ? {} : this.#secrets.sealCode({ shop, campaignId: row.campaignId }, id, text);
    return this.#saving({ shop, id }, async (transaction) => {
      const where = { shop, id, revokedAt: null };
      const { count } = await transaction.accessCode.updateMany({ where, data: { ...terms, ...sealed } });
      const kinds = text !== null && count > 0 ? (['CODE_REPLACED'] as const) : [];
      await noteActions(transaction, { shop, campaignId: row.campaignId }, { kinds, actor });
      return count === 0 ? REVOKED : null;
    });
  }

  /** Revokes a code and with it the passes that it gave. For good; once more changes nothing. */
  async revoke(shop: string, id: string): Promise<AccessCodePayload> {
    if ((await this.#row(shop, id)) === null) return refused(NO_CODE);
    await this.#secrets.revokeCode(this.#prisma, { shop, id });
    return this.#kept({ shop, id });
  }

  async #saving(
    where: { shop: string; id: string },
    save: (transaction: Prisma.TransactionClient) => Promise<UserError | null>,
  ): Promise<AccessCodePayload> {
    try {
      const problem = await this.#prisma.$transaction(save);
      return problem ? refused(problem) : this.#kept(where);
    } catch (fault) {
      if (!isTaken(fault)) throw fault;
      const message = 'Another code of this campaign is the same, read without case and spaces.';
      return refused(userError(['input', 'code'], UserErrorCode.TAKEN, message));
    }
  }

  async #kept({ shop, id }: { shop: string; id: string }): Promise<AccessCodePayload> {
    const row = await this.#row(shop, id);
    return row === null ? refused(NO_CODE) : { accessCode: this.#open(row), userErrors: [] };
  }

  async #list(where: Prisma.AccessCodeWhereInput): Promise<CampaignCode[]> {
    const rows = await this.#prisma.accessCode.findMany({ where, orderBy: [...CREDENTIAL_ORDER] });
    return rows.map((row) => this.#open(row));
  }

  async #row(shop: string, id: string): Promise<AccessCodeRow | null> {
    return isUuid(id) ? this.#prisma.accessCode.findUnique({ where: { shop_id: { shop, id } } }) : null;
  }

  #open(row: AccessCodeRow): CampaignCode {
    return { ...row, code: this.#seal.open(row.sealedCode, accessCodePlace(row.id)) };
  }
}

function refused(...userErrors: UserError[]): AccessCodePayload {
  return { accessCode: null, userErrors };
}
