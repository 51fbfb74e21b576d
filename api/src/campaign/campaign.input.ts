import { Field, ID, InputType, Int } from 'type-graphql';
import { AccessType } from './access-type.ts';
import { GateTextInput } from './gate-text.type.ts';
import { TrustLevel } from './trust-level.ts';

@InputType({ description: 'What both creating and changing a campaign may set. Null clears what can be empty.' })
class CampaignDetailsInput {
  @Field(() => String, { nullable: true, description: 'Plain text, at most 2,000 characters.' })
  description?: string | null;

  @Field(() => Boolean, { nullable: true })
  isActive?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The first access code that is not revoked: 4 to 200 characters, compared without regard to case, spaces and Unicode form; not the campaign’s or the shop’s name, and nothing that strangers try first. Wanted where a password opens the gate; null revokes it.',
  })
  password?: string | null;

  @Field(() => [ID], { nullable: true, description: 'At most 250, each of this shop.' })
  productIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'At most 50, each of this shop.' })
  collectionIds?: string[] | null;

  @Field(() => String, { nullable: true })
  klaviyoListId?: string | null;

  @Field(() => String, { nullable: true })
  omnisendListId?: string | null;

  @Field(() => Date, { nullable: true })
  startsAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'After `startsAt`, and not past when it is set.' })
  endsAt?: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many people get in, from 1 to 10,000,000; below what is taken already it says `FULL`.',
  })
  capacity?: number | null;

  @Field(() => TrustLevel, { nullable: true, description: 'Null leaves it as it is; `INSTANT` at first.' })
  trustLevel?: TrustLevel | null;

  @Field(() => Int, {
    nullable: true,
    description: 'From 5 to 43,200 (thirty days); null leaves it as it is; 1,440 (a day) at first.',
  })
  confirmWithinMinutes?: number | null;

  @Field(() => Boolean, { nullable: true })
  isGuestListOnly?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  hasWaitingList?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  showsEmailFirst?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether its products are unlisted in the Shopify shop while it is active; false at first.',
  })
  hidesProducts?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Plain text, at most 1,000 characters.' })
  consentText?: string | null;

  @Field(() => [GateTextInput], {
    nullable: true,
    description: 'Replaces these texts and leaves the others; null gives all of them back to the widget.',
  })
  texts?: GateTextInput[] | null;

  @Field(() => String, { nullable: true, description: '`#rrggbb`.' })
  accentColor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'An absolute http or https address, at most 2,000 characters.',
  })
  pictureUrl?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Null leaves it as it is; false at first.' })
  enforcesAtCheckout?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'From 1 to 1,000.' })
  mostPiecesPerOrder?: number | null;

  @Field(() => String, { nullable: true, description: 'Plain text, at most 200 characters.' })
  checkoutMessage?: string | null;
}

@InputType()
export class CampaignCreateInput extends CampaignDetailsInput {
  @Field(() => String, { description: 'At most 200 characters.' })
  name!: string;

  @Field(() => AccessType)
  accessType!: AccessType;
}

@InputType({ description: 'Only what is given changes.' })
export class CampaignUpdateInput extends CampaignDetailsInput {
  @Field(() => String, { nullable: true, description: 'At most 200 characters; null leaves it as it is.' })
  name?: string | null;

  @Field(() => AccessType, { nullable: true, description: 'Null leaves it as it is.' })
  accessType?: AccessType | null;
}
