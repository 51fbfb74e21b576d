import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { AccessPass } from '../access-pass/access-pass.type.ts';
import { EarlyAccessCampaign } from '../campaign/campaign.type.ts';
import { CampaignStatus } from '../campaign/campaign-status.ts';
import { AccessCode } from '../campaign/credentials/access-code.type.ts';
import { SecretLink } from '../campaign/credentials/secret-link.type.ts';
import type { Rule, Verdict } from '../campaign/decide.ts';
import { GateVerdict } from '../campaign/gate-verdict.ts';
import { Signup } from '../signup/signup.type.ts';

/** What somebody has in hand at a gate. */
export enum AdmissionKind {
  EMAIL = 'EMAIL',
  CODE = 'CODE',
  LINK = 'LINK',
  PASS = 'PASS',
}

registerEnumType(AdmissionKind, {
  name: 'AdmissionKind',
  description: 'What somebody has in hand at a gate.',
  valuesConfig: { CODE: { description: 'Whatever is no address, link or pass is taken for an access code.' } },
});

/** What a pass must be beside what `decide` asks of its campaign. */
type PassRule = 'PASS_GENUINE' | 'PASS_OF_CAMPAIGN' | 'PASS_NOT_EXPIRED' | 'PASSES_NOT_REVOKED';

/** Everything that can stand in somebody's way. */
export type AdmissionRule = Rule | PassRule;

/** The same for the schema. */
export const GateRule = {
  ACTIVATED: 'ACTIVATED',
  NOT_ENDED: 'NOT_ENDED',
  NOT_PAUSED: 'NOT_PAUSED',
  BEGUN: 'BEGUN',
  PLACE_LEFT: 'PLACE_LEFT',
  OPEN_TO_ALL: 'OPEN_TO_ALL',
  WAY_FITS: 'WAY_FITS',
  CREDENTIAL_KNOWN: 'CREDENTIAL_KNOWN',
  CREDENTIAL_NOT_REVOKED: 'CREDENTIAL_NOT_REVOKED',
  CREDENTIAL_NOT_EXPIRED: 'CREDENTIAL_NOT_EXPIRED',
  CREDENTIAL_NOT_USED_UP: 'CREDENTIAL_NOT_USED_UP',
  ON_GUEST_LIST: 'ON_GUEST_LIST',
  PLACE_NOT_REVOKED: 'PLACE_NOT_REVOKED',
  ADDRESS_CONFIRMED: 'ADDRESS_CONFIRMED',
  PASS_GENUINE: 'PASS_GENUINE',
  PASS_OF_CAMPAIGN: 'PASS_OF_CAMPAIGN',
  PASS_NOT_EXPIRED: 'PASS_NOT_EXPIRED',
  PASSES_NOT_REVOKED: 'PASSES_NOT_REVOKED',
} as const satisfies Record<AdmissionRule, AdmissionRule>;

registerEnumType(GateRule, {
  name: 'GateRule',
  description: 'What a gate asks, in the order in which it asks; the first that does not hold decides.',
  valuesConfig: {
    ACTIVATED: { description: 'The campaign was activated at some time.' },
    NOT_ENDED: { description: 'Its window is not over, and it is not in the archive.' },
    NOT_PAUSED: { description: 'It is active.' },
    BEGUN: { description: 'Its window has begun.' },
    PLACE_LEFT: { description: 'A place is left, or this visitor has one.' },
    OPEN_TO_ALL: { description: 'Whoever asks is let in: codes, links and the guest list are not looked at.' },
    WAY_FITS: { description: 'The access type knows this way in.' },
    CREDENTIAL_KNOWN: { description: 'The campaign has this code or link.' },
    CREDENTIAL_NOT_REVOKED: { description: 'The code or link was not revoked.' },
    CREDENTIAL_NOT_EXPIRED: { description: 'The code or link is not past its end.' },
    CREDENTIAL_NOT_USED_UP: { description: 'The code or link has not let in as many as it may.' },
    ON_GUEST_LIST: { description: 'The address is on the guest list, where only guests get in.' },
    PLACE_NOT_REVOKED: { description: 'The place that this visitor has was not revoked.' },
    ADDRESS_CONFIRMED: { description: 'The address is proved, where that comes first. Each time anew: by a mail.' },
    PASS_GENUINE: { description: 'The pass is one of this shop’s, and was not altered.' },
    PASS_OF_CAMPAIGN: { description: 'The pass is of this campaign.' },
    PASS_NOT_EXPIRED: { description: 'The pass is not past its end.' },
    PASSES_NOT_REVOKED: { description: 'The campaign’s passes were not all revoked since it was given.' },
  },
});

@ObjectType({ description: 'One thing that a gate asks, and whether it holds.' })
export class AdmissionStep {
  @Field(() => GateRule)
  rule!: AdmissionRule;

  @Field(() => Boolean)
  holds!: boolean;
}

@ObjectType({
  description:
    'Whether somebody gets in now with what they have in hand, and why. What belongs to another shop is as unknown as what nobody has.',
})
export class Admission {
  @Field(() => AdmissionKind, { description: 'What it was taken for.' })
  kind!: AdmissionKind;

  @Field(() => GateVerdict)
  verdict!: Verdict;

  @Field(() => CampaignStatus)
  status!: CampaignStatus;

  @Field(() => [AdmissionStep], {
    description: 'Every rule that applies, also those after the first that does not hold.',
  })
  steps!: AdmissionStep[];

  @Field(() => AccessCode, {
    nullable: true,
    description: 'The campaign’s code that it is, also a revoked one; null for none.',
  })
  accessCode!: AccessCode | null;

  @Field(() => SecretLink, {
    nullable: true,
    description: 'The campaign’s link that it is, also a revoked one; null for none.',
  })
  secretLink!: SecretLink | null;

  @Field(() => Signup, {
    nullable: true,
    description: 'The sign-up with this address at this campaign; null for none.',
  })
  signup!: Signup | null;

  @Field(() => AccessPass, {
    nullable: true,
    description: 'The place that the address or the pass stands for; null for none.',
  })
  accessPass!: AccessPass | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the address is on the guest list; null where there is no address.',
  })
  isGuest!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the address is on the waiting list; null where there is no address.',
  })
  isWaiting!: boolean | null;

  @Field(() => EarlyAccessCampaign, {
    nullable: true,
    description:
      'The campaign of this shop to which the link or the pass belongs, where it is not the one that was asked about.',
  })
  elsewhere!: EarlyAccessCampaign | null;
}
