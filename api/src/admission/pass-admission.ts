import type { AccessPass } from '../access-pass/access-pass.ts';
import { isCredentialRevoked } from '../access-pass/revoked-passes.ts';
import { type CampaignStatus, campaignStatus } from '../campaign/campaign-status.ts';
import { decide, type Verdict } from '../campaign/decide.ts';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import type { AdmissionRule } from './admission.type.ts';

/** A pass that is shown, and the place that it stands for. */
export interface ShownPass {
  /** Null: it is none of the shop's. */
  readonly pass: AccessPass | null;
  /** Null: there is none any more. */
  readonly place: { readonly revokedAt: Date | null } | null;
}

/** What comes of a pass, with the rules that `AccessReader` asks one after the other. */
export interface PassDecision {
  readonly status: CampaignStatus;
  readonly verdict: Verdict;
  readonly trace: readonly { readonly rule: AdmissionRule; readonly holds: boolean }[];
}

/** Whoever is in stays in while the campaign runs: of its rules these hold for a pass as well. */
const FOR_PASSES: readonly AdmissionRule[] = ['ACTIVATED', 'NOT_ENDED', 'NOT_PAUSED', 'BEGUN'];

/** Whether a pass opens a campaign at an instant. */
export function judgePass(campaign: GuardedCampaign, { pass, place }: ShownPass, instant: Date): PassDecision {
  const decision = decide(campaign, { by: 'code', credential: null }, instant);
  const ofCampaign = decision.trace.filter(({ rule }) => FOR_PASSES.includes(rule));
  const trace = [...passRules(campaign, { pass, place }, instant), ...ofCampaign];
  const broken = trace.find(({ holds }) => !holds)?.rule;
  const isWindow = broken === 'NOT_ENDED' || broken === 'BEGUN';
  const verdict = broken === undefined ? 'OPEN' : isWindow ? 'NOT_OPEN' : 'DENIED';
  return { status: campaignStatus(campaign, instant), verdict, trace };
}

function passRules(campaign: GuardedCampaign, { pass, place }: ShownPass, instant: Date): PassDecision['trace'] {
  if (pass === null) return [{ rule: 'PASS_GENUINE', holds: false }];
  const genuine = { rule: 'PASS_GENUINE', holds: true } as const;
  if (pass.campaignId !== campaign.id) return [genuine, { rule: 'PASS_OF_CAMPAIGN', holds: false }];
  return [
    genuine,
    { rule: 'PASS_OF_CAMPAIGN', holds: true },
    { rule: 'PASS_NOT_EXPIRED', holds: instant < pass.expiresAt },
    { rule: 'PASSES_NOT_REVOKED', holds: pass.epoch === campaign.passEpoch },
    { rule: 'CREDENTIAL_NOT_REVOKED', holds: !isCredentialRevoked(campaign, pass.person) },
    { rule: 'PLACE_NOT_REVOKED', holds: place !== null && place.revokedAt === null },
  ];
}
