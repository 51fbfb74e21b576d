import { v7 as uuidv7 } from 'uuid';
import type { Prisma } from '../../../prisma/client/client.ts';
import type { Seal } from '../platform/seal.ts';
import { accessCodeDigest, accessCodePlace } from './access-code.ts';
import { newSecret, secretDigest, secretLinkPlace } from './secret-link.ts';

/** The campaign whose codes or links are meant. */
export interface CampaignKey {
  readonly shop: string;
  readonly campaignId: string;
}

/** The columns of an access code that hold its text. */
type SealedCode = Pick<Prisma.AccessCodeUncheckedCreateInput, 'sealedCode' | 'codeDigest'>;
/** The columns of a secret link that hold its secret. */
type SealedLink = Pick<Prisma.SecretLinkUncheckedCreateInput, 'sealedSecret' | 'secretDigest'>;

/** Seals and indexes the access codes and secret links of campaigns; what writes does so within the caller's transaction. */
export interface CampaignSecrets {
  sealCode(key: CampaignKey, id: string, text: string): SealedCode;
  /** Makes up a secret for a link with this id. */
  sealNewLink(id: string): SealedLink;
  /** Puts a password in the place of the first code that is not revoked; null revokes that one. */
  replacePassword(transaction: Prisma.TransactionClient, key: CampaignKey, password: string | null): Promise<void>;
  /** Revokes a code, unless it was before, and frees its text for another one. */
  revokeCode(transaction: Prisma.TransactionClient, where: { shop: string; id: string }): Promise<void>;
  /** Makes a link with a new secret in the place of the first one that is not revoked, on its terms, and revokes that one. */
  rotateLink(transaction: Prisma.TransactionClient, key: CampaignKey): Promise<void>;
  /** The same with the link that has this id; false where it is none of the campaign's, or revoked. */
  rotateNamedLink(transaction: Prisma.TransactionClient, key: CampaignKey, linkId: string): Promise<boolean>;
}

/** What the merchant calls the code and the link that every campaign begins with. */
const FIRST_NAME = 'First';

const OLDEST_FIRST = [{ createdAt: 'asc' }, { id: 'asc' }] satisfies Prisma.AccessCodeOrderByWithRelationInput[];

/** What the new link has of the one before. With its date it keeps its place: in the place of the first it is the first from now on. */
const LINK_TERMS = {
  ...{ id: true, name: true, maxUses: true, expiresAt: true, createdAt: true },
} satisfies Prisma.SecretLinkSelect;

type ReplacedLink = Prisma.SecretLinkGetPayload<{ select: typeof LINK_TERMS }>;

export function createCampaignSecrets(seal: Seal): CampaignSecrets {
  const sealCode: CampaignSecrets['sealCode'] = (key, id, text) => ({
    sealedCode: seal.seal(text, accessCodePlace(id)),
    codeDigest: accessCodeDigest(seal, key.campaignId, text),
  });
  const sealNewLink: CampaignSecrets['sealNewLink'] = (id) => {
    const secret = newSecret();
    return { sealedSecret: seal.seal(secret, secretLinkPlace(id)), secretDigest: secretDigest(seal, secret) };
  };
  const revokeCode: CampaignSecrets['revokeCode'] = async (transaction, where) => {
    // The text stays readable to the merchant; its digest goes, so that nothing typed finds it and another code may have it.
    const data = { revokedAt: new Date(), codeDigest: seal.digest('revoked-access-code', where.id) };
    await transaction.accessCode.updateMany({ where: { ...where, revokedAt: null }, data });
  };
  const renew = async (transaction: Prisma.TransactionClient, key: CampaignKey, before: ReplacedLink | null) => {
    const { id: replaced, ...terms } = before ?? { id: null, name: FIRST_NAME };
    if (replaced !== null) {
      const where = { shop_id: { shop: key.shop, id: replaced } };
      await transaction.secretLink.update({ where, data: { revokedAt: new Date() } });
    }
    const id = uuidv7();
    await transaction.secretLink.create({ data: { ...key, id, ...terms, ...sealNewLink(id) } });
  };
  return {
    ...{ sealCode, sealNewLink, revokeCode },
    async replacePassword(transaction, key, password) {
      const where = { ...key, revokedAt: null };
      const first = await transaction.accessCode.findFirst({ where, orderBy: OLDEST_FIRST });
      if (password === null) {
        if (first) await revokeCode(transaction, { shop: key.shop, id: first.id });
        return;
      }
      const id = first?.id ?? uuidv7();
      const sealed = sealCode(key, id, password);
      await transaction.accessCode.upsert({
        where: { shop_id: { shop: key.shop, id } },
        create: { ...key, id, name: FIRST_NAME, ...sealed },
        update: sealed,
      });
    },
    async rotateLink(transaction, key) {
      const first = await transaction.secretLink.findFirst({
        ...{ where: { ...key, revokedAt: null }, orderBy: OLDEST_FIRST, select: LINK_TERMS },
      });
      await renew(transaction, key, first);
    },
    async rotateNamedLink(transaction, key, linkId) {
      const link = await transaction.secretLink.findFirst({
        ...{ where: { ...key, id: linkId, revokedAt: null }, select: LINK_TERMS },
      });
      if (link === null) return false;
      await renew(transaction, key, link);
      return true;
    },
  };
}

/** Whether a write failed because another code of the campaign has the same text. */
export function isTaken(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'P2002';
}
