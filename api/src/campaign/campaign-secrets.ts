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

/** Writes the access codes and secret links of campaigns, sealed and indexed, within the caller's transaction. */
export interface CampaignSecrets {
  /** Puts a password in the place of the first access code; null takes that one away. */
  replacePassword(transaction: Prisma.TransactionClient, key: CampaignKey, password: string | null): Promise<void>;
  /** Makes a new secret link and revokes those before it. */
  rotateLink(transaction: Prisma.TransactionClient, key: CampaignKey): Promise<void>;
}

/** What the merchant calls the code and the link that every campaign begins with. */
const FIRST_NAME = 'First';

export function createCampaignSecrets(seal: Seal): CampaignSecrets {
  return {
    async replacePassword(transaction, { shop, campaignId }, password) {
      const orderBy: Prisma.AccessCodeOrderByWithRelationInput[] = [{ createdAt: 'asc' }, { id: 'asc' }];
      const first = await transaction.accessCode.findFirst({ where: { shop, campaignId }, orderBy });
      if (password === null) {
        if (first) await transaction.accessCode.delete({ where: { shop_id: { shop, id: first.id } } });
        return;
      }
      const id = first?.id ?? uuidv7();
      const code = {
        sealedCode: seal.seal(password, accessCodePlace(id)),
        codeDigest: accessCodeDigest(seal, campaignId, password),
      };
      await transaction.accessCode.upsert({
        where: { shop_id: { shop, id } },
        create: { shop, id, campaignId, name: FIRST_NAME, ...code },
        update: code,
      });
    },
    async rotateLink(transaction, { shop, campaignId }) {
      const id = uuidv7();
      const secret = newSecret();
      await transaction.secretLink.updateMany({
        where: { shop, campaignId, revokedAt: null },
        data: { revokedAt: new Date() },
      });
      await transaction.secretLink.create({
        data: {
          ...{ shop, id, campaignId, name: FIRST_NAME },
          sealedSecret: seal.seal(secret, secretLinkPlace(id)),
          secretDigest: secretDigest(seal, secret),
        },
      });
    },
  };
}
