import { v7 as uuidv7 } from 'uuid';
import type { Prisma, PrismaClient, SecretLink as SecretLinkRow } from '../../../../prisma/client/client.ts';
import { type UserError, UserErrorCode, userError } from '../../platform/graphql/user-error.type.ts';
import type { Seal } from '../../platform/seal.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { CampaignKey, CampaignSecrets } from '../campaign-secrets.ts';
import { hostedPageUrl, secretLinkPlace } from '../secret-link.ts';
import {
  CREDENTIAL_ORDER,
  lockCampaign,
  MOST_CREDENTIALS,
  termsAfter,
  termsProblems,
  tooMany,
} from './credential-terms.ts';
import type { SecretLink, SecretLinkInput, SecretLinkPayload } from './secret-link.type.ts';

const NO_LINK = userError(['id'], UserErrorCode.NOT_FOUND, 'There is no secret link with this id.');
const NO_CAMPAIGN = userError(['campaignId'], UserErrorCode.NOT_FOUND, 'There is no campaign with this id.');
const REVOKED = userError(['id'], UserErrorCode.INVALID, 'This link is revoked. Make a new one.');

/** A link and whose campaign it is. */
export type CampaignLink = SecretLink & { readonly campaignId: string };

export interface SecretLinkServiceParts {
  readonly prisma: PrismaClient;
  readonly seal: Seal;
  readonly secrets: CampaignSecrets;
  /** Where visitors reach this server, without a slash at its end. */
  readonly publicUrl: string;
}

/** The secret links of a shop's campaigns, for its merchant. */
export class SecretLinkService {
  readonly #parts: SecretLinkServiceParts;

  constructor(parts: SecretLinkServiceParts) {
    this.#parts = parts;
  }

  /** The links of these campaigns, oldest first, revoked ones last. */
  listByCampaigns(shop: string, campaignIds: readonly string[]): Promise<CampaignLink[]> {
    return this.#list({ shop, campaignId: { in: [...campaignIds] } });
  }

  /** The links with these ids, in any order; unknown ones are left out. */
  listByIds(shop: string, ids: readonly string[]): Promise<CampaignLink[]> {
    return this.#list({ shop, id: { in: [...ids] } });
  }

  async create(key: CampaignKey, input: SecretLinkInput): Promise<SecretLinkPayload> {
    if (!isUuid(key.campaignId)) return refused(NO_CAMPAIGN);
    const terms = termsAfter(null, input);
    const problems = termsProblems(terms, null);
    if (problems.length > 0) return refused(...problems);
    const id = uuidv7();
    const { prisma, secrets } = this.#parts;
    const problem = await prisma.$transaction(async (transaction) => {
      if (!(await lockCampaign(transaction, key))) return NO_CAMPAIGN;
      if ((await transaction.secretLink.count({ where: { ...key, revokedAt: null } })) >= MOST_CREDENTIALS) {
        return tooMany('secret links');
      }
      await transaction.secretLink.create({ data: { ...key, id, ...terms, ...secrets.sealNewLink(id) } });
      return null;
    });
    return problem ? refused(problem) : this.#kept(key.shop, id);
  }

  /** Changes what the input names; the link itself stays. */
  async update(shop: string, id: string, input: SecretLinkInput): Promise<SecretLinkPayload> {
    const row = await this.#row(shop, id);
    if (row === null) return refused(NO_LINK);
    if (row.revokedAt !== null) return refused(REVOKED);
    const terms = termsAfter(row, input);
    const problems = termsProblems(terms, row);
    if (problems.length > 0) return refused(...problems);
    await this.#parts.prisma.secretLink.updateMany({ where: { shop, id }, data: terms });
    return this.#kept(shop, id);
  }

  /** Revokes a link and with it the passes that it gave. For good; once more changes nothing. */
  async revoke(shop: string, id: string): Promise<SecretLinkPayload> {
    if ((await this.#row(shop, id)) === null) return refused(NO_LINK);
    const where = { shop, id, revokedAt: null };
    await this.#parts.prisma.secretLink.updateMany({ where, data: { revokedAt: new Date() } });
    return this.#kept(shop, id);
  }

  async #kept(shop: string, id: string): Promise<SecretLinkPayload> {
    const row = await this.#row(shop, id);
    return row === null ? refused(NO_LINK) : { secretLink: this.#open(row), userErrors: [] };
  }

  async #list(where: Prisma.SecretLinkWhereInput): Promise<CampaignLink[]> {
    const rows = await this.#parts.prisma.secretLink.findMany({ where, orderBy: [...CREDENTIAL_ORDER] });
    return rows.map((row) => this.#open(row));
  }

  async #row(shop: string, id: string): Promise<SecretLinkRow | null> {
    return isUuid(id) ? this.#parts.prisma.secretLink.findUnique({ where: { shop_id: { shop, id } } }) : null;
  }

  #open(row: SecretLinkRow): CampaignLink {
    const { seal, publicUrl } = this.#parts;
    const secretLink = seal.open(row.sealedSecret, secretLinkPlace(row.id));
    return { ...row, secretLink, hostedPageUrl: hostedPageUrl(publicUrl, secretLink) };
  }
}

function refused(...userErrors: UserError[]): SecretLinkPayload {
  return { secretLink: null, userErrors };
}
