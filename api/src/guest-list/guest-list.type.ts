import { Field, ID, Int, ObjectType } from 'type-graphql';
import { EarlyAccessCampaign } from '../campaign/campaign.type.ts';
import { connectionType } from '../platform/graphql/connection.ts';
import { UserError } from '../platform/graphql/user-error.type.ts';

@ObjectType({ description: 'An address that may come in by e-mail where the guest list decides. Personal data.' })
export class Guest {
  @Field(() => String, {
    name: 'email',
    description: 'In the form in which addresses are compared: in lower case, the domain in IDNA.',
  })
  emailKey!: string;

  @Field(() => Date)
  addedAt!: Date;
}

@ObjectType()
export class GuestConnection extends connectionType(Guest, 'Guest') {}

@ObjectType({ description: 'Somebody who was not let in and wants to hear. Personal data.' })
export class WaitingListEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'As the visitor typed it.' })
  email!: string;

  @Field(() => Date)
  createdAt!: Date;
}

@ObjectType()
export class WaitingListConnection extends connectionType(WaitingListEntry, 'WaitingList') {}

@ObjectType()
export class GuestListClearPayload {
  @Field(() => EarlyAccessCampaign, { nullable: true, description: 'The campaign as it is now; null with userErrors.' })
  campaign!: EarlyAccessCampaign | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType()
export class GuestAddPayload {
  @Field(() => EarlyAccessCampaign, { nullable: true, description: 'The campaign as it is now; null with userErrors.' })
  campaign!: EarlyAccessCampaign | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType()
export class GuestRemovePayload {
  @Field(() => EarlyAccessCampaign, { nullable: true, description: 'The campaign as it is now; null with userErrors.' })
  campaign!: EarlyAccessCampaign | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType()
export class WaitingListEntryRemovePayload {
  @Field(() => ID, { nullable: true })
  removedWaitingListEntryId!: string | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType()
export class WaitingListAdmitPayload {
  @Field(() => EarlyAccessCampaign, { nullable: true, description: 'The campaign as it is now; null with userErrors.' })
  campaign!: EarlyAccessCampaign | null;

  @Field(() => Int, { description: 'How many went from the waiting list to the guest list.' })
  admittedCount!: number;

  @Field(() => Int, {
    description:
      'How many of them we wrote to, as `admissionNotice` says; fewer where the budgets of mails are spent. Whether a mail arrives nobody can say.',
  })
  mailedCount!: number;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
