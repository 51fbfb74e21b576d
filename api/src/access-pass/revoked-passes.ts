import type { PrismaClient } from '../../../prisma/client/client.ts';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import { onceFor } from '../platform/once-for.ts';
import type { AccessPassPerson } from './access-pass.ts';

/** Of a campaign with more revoked passes than this none are kept in memory: each pass is asked about by itself. */
const MOST_IN_MEMORY = 10_000;

/** Which passes open nothing though they are genuine and have not expired. */
export class RevokedPasses {
  readonly #prisma: PrismaClient;
  /** Null: too many. A campaign of which a pass was revoked is another object, so what is kept holds as long as the campaign does. */
  readonly #ofCampaign = onceFor((campaign: GuardedCampaign) => this.#read(campaign));

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Whether the pass was revoked by itself, or with the code or link that it was given for, or its place is no more. */
  async has(
    campaign: GuardedCampaign,
    pass: { readonly id: string; readonly person: AccessPassPerson },
  ): Promise<boolean> {
    if (isCredentialRevoked(campaign, pass.person)) return true;
    const revoked = await this.#ofCampaign(campaign);
    return revoked ? revoked.has(pass.id) : this.#isRevoked(campaign, pass.id);
  }

  /** Forgets the passes that have expired since. */
  async sweep(): Promise<void> {
    await this.#prisma.revokedPass.deleteMany({ where: { expiresAt: { lte: new Date() } } });
  }

  async #read({ shop, id }: GuardedCampaign): Promise<ReadonlySet<string> | null> {
    const where = { shop, campaignId: id, expiresAt: { gt: new Date() } };
    const rows = await this.#prisma.revokedPass.findMany({ where, select: { id: true }, take: MOST_IN_MEMORY + 1 });
    return rows.length > MOST_IN_MEMORY ? null : new Set(rows.map((row) => row.id));
  }

  async #isRevoked({ shop, id: campaignId }: GuardedCampaign, id: string): Promise<boolean> {
    const where = { shop_campaignId_id: { shop, campaignId, id } };
    return (await this.#prisma.revokedPass.findUnique({ where })) !== null;
  }
}

/** Whether the code or link by which somebody got through was revoked since. */
export function isCredentialRevoked({ accessCodes, secretLinks }: GuardedCampaign, person: AccessPassPerson): boolean {
  const [by, credentialId] = person.split(':');
  const credentials = by === 'code' ? accessCodes : by === 'link' ? secretLinks : [];
  return credentials.some(({ id, revokedAt }) => id === credentialId && revokedAt !== null);
}
