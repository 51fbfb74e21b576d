import { Field, ObjectType } from 'type-graphql';
import { Destination } from '../../../../prisma/client/enums.ts';
import { SyncSummary } from './sync.type.ts';

@ObjectType({ description: 'How a campaign’s sign-ups come to one destination.' })
export class CampaignSync {
  @Field(() => Destination)
  destination!: Destination;

  @Field(() => String, {
    nullable: true,
    description: 'Klaviyo: the list’s id. Omnisend: the tag. Null: none is chosen.',
  })
  audience!: string | null;

  @Field(() => SyncSummary)
  summary!: SyncSummary;
}
