import { AccessType, opensWithEmail, opensWithPassword } from './access-type.ts';
import { type CampaignStatus, campaignStatus, hasEnded, type StatusFacts } from './campaign-status.ts';
import { TrustLevel } from './trust-level.ts';

/** What a campaign's rules are made from. */
export interface RuledCampaign extends StatusFacts {
  readonly accessType: AccessType;
  readonly trustLevel: TrustLevel;
  /** Under CONFIRM_LATER: after how many minutes a place is kept for nobody who has not proved the address. */
  readonly confirmWithinMinutes: number;
  readonly isGuestListOnly: boolean;
  /** Whether whoever asks is let in. */
  readonly isOpenToAll: boolean;
}

/** An access code or a secret link, as far as rules know it. */
export interface Credential {
  readonly maxUses: number | null;
  readonly totalUses: number;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

/** What a visitor presents at the gate. Null credentials: nothing of the campaign's matched. */
export type Visitor =
  | {
      readonly by: 'code' | 'link';
      readonly credential: Credential | null;
      /** The place that this very act took before, if its request came twice, and whether its pass still opens. */
      readonly place?: { readonly isGood: boolean } | null;
    }
  | {
      readonly by: 'email';
      readonly isGuest: boolean;
      readonly isConfirmed: boolean;
      /** The place that this address took before, if it did. */
      readonly place: AddressPlace | null;
    };

/** The place that an address has. */
export interface AddressPlace {
  readonly revokedAt: Date | null;
  /** Since when the place is taken without the address having been proved; null: it was. */
  readonly unprovedSince: Date | null;
}

/** What comes of it: CONFIRM: in as soon as the address is proved; DENIED: without a reason that a guesser could use. */
export type Verdict = 'OPEN' | 'CONFIRM' | 'DENIED' | 'NOT_OPEN' | 'FULL';

/** The rules, in the order in which they are asked; the first that does not hold makes the verdict. */
export type Rule =
  | 'ACTIVATED'
  | 'NOT_ENDED'
  | 'NOT_PAUSED'
  | 'BEGUN'
  | 'PLACE_LEFT'
  | 'OPEN_TO_ALL'
  | 'WAY_FITS'
  | 'CREDENTIAL_KNOWN'
  | 'CREDENTIAL_NOT_REVOKED'
  | 'CREDENTIAL_NOT_EXPIRED'
  | 'CREDENTIAL_NOT_USED_UP'
  | 'ON_GUEST_LIST'
  | 'PLACE_NOT_REVOKED'
  | 'ADDRESS_CONFIRMED';

/** One rule, and whether it held. */
export interface TraceStep {
  readonly rule: Rule;
  readonly holds: boolean;
}

/** The verdict on one visitor at one instant, and how it came about. */
export interface Decision {
  readonly status: CampaignStatus;
  readonly verdict: Verdict;
  /** Every rule, also those after the first that did not hold: a merchant mends them all at once. */
  readonly trace: readonly TraceStep[];
}

interface Asked extends TraceStep {
  readonly otherwise: Verdict;
}

/**
 * Whether a campaign's gate opens to a visitor at an instant. Pure, and the only judge: server, admin and widget show what it
 * says. Fullness is asked before anything that a guesser could try, so that a full campaign tells nobody a right password.
 */
export function decide(campaign: RuledCampaign, visitor: Visitor, instant: Date): Decision {
  const asked = [...campaignRules(campaign, visitor, instant), ...visitorRules(campaign, visitor, instant)];
  const trace = asked.map(({ rule, holds }) => ({ rule, holds }));
  const verdict = asked.find(({ holds }) => !holds)?.otherwise ?? 'OPEN';
  return { status: campaignStatus(campaign, instant), verdict, trace };
}

function campaignRules(campaign: RuledCampaign, visitor: Visitor, instant: Date): Asked[] {
  const { isActive, activatedAt, startsAt, capacity, totalPasses } = campaign;
  const hasPlace = Boolean(visitor.place);
  return [
    { rule: 'ACTIVATED', holds: isActive || activatedAt !== null, otherwise: 'DENIED' },
    { rule: 'NOT_ENDED', holds: !hasEnded(campaign, instant), otherwise: 'NOT_OPEN' },
    { rule: 'NOT_PAUSED', holds: isActive, otherwise: 'DENIED' },
    { rule: 'BEGUN', holds: startsAt === null || instant >= startsAt, otherwise: 'NOT_OPEN' },
    { rule: 'PLACE_LEFT', holds: hasPlace || capacity === null || totalPasses < capacity, otherwise: 'FULL' },
  ];
}

function visitorRules(campaign: RuledCampaign, visitor: Visitor, instant: Date): Asked[] {
  if (campaign.isOpenToAll) return openRules(campaign, visitor);
  if (visitor.by === 'email') return emailRules(campaign, visitor, instant);
  const { credential, place = null } = visitor;
  return [
    { rule: 'WAY_FITS', holds: fitsWay(campaign.accessType, visitor.by), otherwise: 'DENIED' },
    { rule: 'CREDENTIAL_KNOWN', holds: credential !== null, otherwise: 'DENIED' },
    ...(credential === null ? [] : credentialRules(credential, place !== null, instant)),
    ...(place === null ? [] : [{ rule: 'PLACE_NOT_REVOKED', holds: place.isGood, otherwise: 'DENIED' } as const]),
  ];
}

/** What still holds where whoever asks is let in: the way is the campaign's own, and what was revoked stays revoked. */
function openRules({ accessType }: RuledCampaign, visitor: Visitor): Asked[] {
  const isRevoked = visitor.by === 'email' ? Boolean(visitor.place?.revokedAt) : visitor.place?.isGood === false;
  const credential = visitor.by === 'email' ? null : visitor.credential;
  return [
    { rule: 'OPEN_TO_ALL', holds: true, otherwise: 'DENIED' },
    { rule: 'WAY_FITS', holds: fitsWay(accessType, visitor.by), otherwise: 'DENIED' },
    ...(visitor.by === 'email'
      ? []
      : [{ rule: 'CREDENTIAL_KNOWN', holds: credential !== null, otherwise: 'DENIED' } as const]),
    ...(credential
      ? [{ rule: 'CREDENTIAL_NOT_REVOKED', holds: credential.revokedAt === null, otherwise: 'DENIED' } as const]
      : []),
    { rule: 'PLACE_NOT_REVOKED', holds: !isRevoked, otherwise: 'DENIED' },
  ];
}

function fitsWay(accessType: AccessType, by: Visitor['by']): boolean {
  if (by === 'email') return opensWithEmail(accessType);
  return by === 'code' ? opensWithPassword(accessType) : accessType === AccessType.SECRET_LINK;
}

/** Whose act took its place in time has it, also when the credential has run out since. */
function credentialRules(credential: Credential, hasPlace: boolean, instant: Date): Asked[] {
  const { maxUses, totalUses, expiresAt, revokedAt } = credential;
  const isInTime = expiresAt === null || instant < expiresAt;
  const isLeft = maxUses === null || totalUses < maxUses;
  return [
    { rule: 'CREDENTIAL_NOT_REVOKED', holds: revokedAt === null, otherwise: 'DENIED' },
    { rule: 'CREDENTIAL_NOT_EXPIRED', holds: hasPlace || isInTime, otherwise: 'DENIED' },
    { rule: 'CREDENTIAL_NOT_USED_UP', holds: hasPlace || isLeft, otherwise: 'DENIED' },
  ];
}

function emailRules(campaign: RuledCampaign, visitor: Extract<Visitor, { by: 'email' }>, instant: Date): Asked[] {
  const needsProof = campaign.trustLevel === TrustLevel.CONFIRM_FIRST || isOverdue(campaign, visitor.place, instant);
  return [
    { rule: 'WAY_FITS', holds: fitsWay(campaign.accessType, 'email'), otherwise: 'DENIED' },
    { rule: 'ON_GUEST_LIST', holds: !campaign.isGuestListOnly || visitor.isGuest, otherwise: 'DENIED' },
    { rule: 'PLACE_NOT_REVOKED', holds: !visitor.place?.revokedAt, otherwise: 'DENIED' },
    { rule: 'ADDRESS_CONFIRMED', holds: !needsProof || visitor.isConfirmed, otherwise: 'CONFIRM' },
  ];
}

/** Whether the time is over within which the address was to be proved: coming again does not give it anew. */
function isOverdue(campaign: RuledCampaign, place: AddressPlace | null, instant: Date): boolean {
  if (campaign.trustLevel !== TrustLevel.CONFIRM_LATER || !place?.unprovedSince) return false;
  return instant >= confirmBy(campaign, place.unprovedSince);
}

/** Until when an address has to be proved whose place is taken, unproved, since an instant. */
export function confirmBy({ confirmWithinMinutes }: Pick<RuledCampaign, 'confirmWithinMinutes'>, since: Date): Date {
  return new Date(since.getTime() + confirmWithinMinutes * 60_000);
}
