import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Verdict } from '../campaign/decide.ts';
import { GateVerdict } from '../campaign/gate-verdict.ts';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import { GateCampaign } from '../gate/gate-campaign.type.ts';

/** A way through a gate. */
export enum GateWay {
  PASSWORD = 'PASSWORD',
  EMAIL = 'EMAIL',
  LINK = 'LINK',
}

registerEnumType(GateWay, { name: 'GateWay', description: 'A way through a gate.' });

@ObjectType({ description: 'What comes of it when somebody enters what is right, one way.' })
export class PreviewEntry {
  @Field(() => GateWay)
  way!: GateWay;

  @Field(() => GateVerdict, { description: 'For a good password or link, or an address on the guest list.' })
  verdict!: Verdict;

  @Field(() => Date, { description: 'Until when the pass would be good that is given at that instant.' })
  expiresAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when the address must be confirmed for the pass to live on; null: never.',
  })
  confirmBy!: Date | null;
}

@ObjectType({
  description:
    'A campaign as its gate would show it: with changes that are not saved, at any instant. To ask for it writes and counts nothing, and gives no pass.',
})
export class CampaignPreview {
  @Field(() => GateCampaign, {
    description: 'What the public API would answer before the gate. `serverTime` is the instant.',
  })
  gate!: GateCampaign;

  @Field(() => [PreviewEntry], {
    description: 'Each way through this gate, in the order in which the gate shows them.',
  })
  entries!: PreviewEntry[];

  /** Not a field: from it the products are read, when a query selects them. */
  draft!: GuardedCampaign;
}
