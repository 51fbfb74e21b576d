import type { AccessPassService } from '../access-pass/access-pass.service.ts';
import type { AccessPassList } from '../access-pass/access-pass-list.ts';
import { LONGEST_ACCESS_CODE, normalizeAccessCode } from '../campaign/access-code.ts';
import type { CampaignReader } from '../campaign/campaign.reader.ts';
import type { CampaignService } from '../campaign/campaign.service.ts';
import type { AccessCodeService } from '../campaign/credentials/access-code.service.ts';
import type { SecretLinkService } from '../campaign/credentials/secret-link.service.ts';
import { type Decision, decide } from '../campaign/decide.ts';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import { isSecret } from '../campaign/secret-link.ts';
import type { GuestListService } from '../guest-list/guest-list.service.ts';
import type { Email } from '../platform/email.ts';
import type { SignupService } from '../signup/signup.service.ts';
import { type Admission, AdmissionKind } from './admission.type.ts';
import { judgePass } from './pass-admission.ts';
import { readPresented } from './presented.ts';

/** Whom the room asks. */
export interface AdmissionParts {
  readonly campaigns: Pick<CampaignService, 'find'>;
  /** The campaign as it is now, not as it is remembered: what the merchant has mended just now must show. */
  readonly readCampaign: (id: string) => Promise<GuardedCampaign | null>;
  readonly bySecretLink: CampaignReader['bySecretLink'];
  readonly accessCodes: Pick<AccessCodeService, 'listByCampaigns'>;
  readonly secretLinks: Pick<SecretLinkService, 'listByCampaigns'>;
  readonly signups: Pick<SignupService, 'findByAddress'>;
  readonly guestList: Pick<GuestListService, 'isGuest' | 'isWaiting'>;
  readonly passes: Pick<AccessPassService, 'genuine'>;
  readonly passList: Pick<AccessPassList, 'find' | 'ofSignup'>;
}

/** The longest that anything presented can be: a pass. */
const LONGEST_PRESENTED = 2_100;

/** Tells a merchant why somebody does not get in, by the judge that the gate has. Reads only, and spends nothing. */
export class AdmissionService {
  readonly #parts: AdmissionParts;

  constructor(parts: AdmissionParts) {
    this.#parts = parts;
  }

  /** Null for a campaign that the shop does not have. */
  async explain(shop: string, campaignId: string, text: string): Promise<Admission | null> {
    const { campaigns, readCampaign } = this.#parts;
    const own = await campaigns.find(shop, campaignId);
    const campaign = own && (await readCampaign(own.id));
    if (campaign === null) return null;
    const presented = readPresented(text.slice(0, LONGEST_PRESENTED));
    switch (presented.kind) {
      case 'EMAIL':
        return this.#byEmail(campaign, presented.email);
      case 'PASS':
        return this.#byPass(campaign, presented.pass);
      case 'LINK':
        return this.#byLink(campaign, presented.secret);
      case 'CODE':
        return this.#byCode(campaign, presented.code);
    }
  }

  async #byEmail(campaign: GuardedCampaign, { key }: Email): Promise<Admission> {
    const { guestList, signups, passList } = this.#parts;
    const { shop, id } = campaign;
    const [isGuest, isWaiting, signup] = await Promise.all([
      guestList.isGuest(campaign, key),
      guestList.isWaiting(campaign, key),
      signups.findByAddress(shop, id, key),
    ]);
    const accessPass = signup && (await passList.ofSignup(shop, signup.id));
    // A gate has every address proved anew where that comes first.
    const unprovedSince = signup?.confirmedAt ? null : (accessPass?.issuedAt ?? null);
    const place = accessPass && { revokedAt: accessPass.revokedAt, unprovedSince };
    const visitor = { by: 'email', isGuest, isConfirmed: false, place } as const;
    const kind = AdmissionKind.EMAIL;
    return admission(decide(campaign, visitor, new Date()), { kind, signup, accessPass, isGuest, isWaiting });
  }

  /** One that was revoked is found too: the gate does not know it any more, but its merchant does. */
  async #byCode(campaign: GuardedCampaign, typed: string): Promise<Admission> {
    const { shop, id } = campaign;
    // The secret of a link looks like a code that somebody made up.
    if (isSecret(typed)) {
      const linked = await this.#byLink(campaign, typed);
      if (linked.secretLink || linked.elsewhere) return linked;
    }
    const normal = normalizeAccessCode(typed.slice(0, LONGEST_ACCESS_CODE));
    const codes = await this.#parts.accessCodes.listByCampaigns(shop, [id]);
    const accessCode = firstGood(codes.filter(({ code }) => normalizeAccessCode(code) === normal));
    const decision = decide(campaign, { by: 'code', credential: accessCode }, new Date());
    return admission(decision, { kind: AdmissionKind.CODE, accessCode });
  }

  async #byLink(campaign: GuardedCampaign, secret: string): Promise<Admission> {
    const { shop, id } = campaign;
    const { secretLinks, bySecretLink } = this.#parts;
    const links = await secretLinks.listByCampaigns(shop, [id]);
    const link = links.find(({ secretLink }) => secretLink === secret) ?? null;
    const owner = link === null ? await bySecretLink(secret) : null;
    const decision = decide(campaign, { by: 'link', credential: link }, new Date());
    const elsewhere = await this.#elsewhere(shop, owner?.campaign ?? null);
    return admission(decision, { kind: AdmissionKind.LINK, secretLink: link, elsewhere });
  }

  async #byPass(campaign: GuardedCampaign, text: string): Promise<Admission> {
    const { passes, passList, readCampaign } = this.#parts;
    const { shop, id } = campaign;
    const pass = await passes.genuine(text);
    const own = pass?.shop === shop ? pass : null;
    const isHere = own?.campaignId === id;
    const accessPass = own && isHere ? await passList.find(shop, own.id) : null;
    const decision = judgePass(campaign, { pass: own, place: accessPass }, new Date());
    const owner = own && !isHere ? await readCampaign(own.campaignId) : null;
    const elsewhere = await this.#elsewhere(shop, owner);
    return admission(decision, { kind: AdmissionKind.PASS, accessPass, elsewhere });
  }

  /** What belongs to another shop belongs nowhere. */
  async #elsewhere(shop: string, owner: GuardedCampaign | null): Promise<Admission['elsewhere']> {
    return owner?.shop === shop ? this.#parts.campaigns.find(shop, owner.id) : null;
  }
}

type Found = Partial<Omit<Admission, 'kind' | 'verdict' | 'status' | 'steps'>> & Pick<Admission, 'kind'>;

function admission(
  { verdict, status, trace }: Pick<Decision, 'verdict' | 'status'> & { readonly trace: Readonly<Admission['steps']> },
  found: Found,
): Admission {
  const nothing = {
    accessCode: null,
    secretLink: null,
    signup: null,
    accessPass: null,
    isGuest: null,
    isWaiting: null,
  };
  return { ...nothing, elsewhere: null, verdict, status, steps: [...trace], ...found };
}

/** Another code may have the text of one that was revoked. */
function firstGood<Code extends { readonly revokedAt: Date | null }>(codes: readonly Code[]): Code | null {
  return codes.find(({ revokedAt }) => revokedAt === null) ?? codes[0] ?? null;
}
