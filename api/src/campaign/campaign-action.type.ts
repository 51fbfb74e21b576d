import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../platform/graphql/connection.ts';

/** What can be done to a running campaign. */
export enum CampaignActionKind {
  ACTIVATED = 'ACTIVATED',
  PAUSED = 'PAUSED',
  OPENED_TO_ALL = 'OPENED_TO_ALL',
  CLOSED_TO_ALL = 'CLOSED_TO_ALL',
  END_CHANGED = 'END_CHANGED',
  CODE_REPLACED = 'CODE_REPLACED',
  PASSES_REVOKED = 'PASSES_REVOKED',
  ARCHIVED = 'ARCHIVED',
  UNARCHIVED = 'UNARCHIVED',
}

registerEnumType(CampaignActionKind, {
  name: 'CampaignActionKind',
  description: 'What was done to a campaign.',
  valuesConfig: {
    OPENED_TO_ALL: { description: 'From then on its gate let in whoever asked.' },
    CLOSED_TO_ALL: { description: 'From then on its gate asked again for what it asks.' },
    END_CHANGED: { description: 'Its end was moved, set or taken away.' },
    CODE_REPLACED: { description: 'An access code has another text since.' },
    ARCHIVED: { description: 'It was put away in the archive, and paused with that.' },
    UNARCHIVED: { description: 'It was taken out of the archive.' },
    PASSES_REVOKED: { description: 'All passes that it had given until then open nothing since.' },
  },
});

@ObjectType({ description: 'Something that was done to a campaign.' })
export class CampaignAction {
  @Field(() => ID)
  id!: string;

  @Field(() => CampaignActionKind)
  kind!: CampaignActionKind;

  @Field(() => String, {
    description:
      'By whom: `Merchant`, `Shopify user 42` with Shopify’s number of the person, or `API token Till` with the token’s name.',
  })
  actor!: string;

  @Field(() => Date)
  at!: Date;
}

@ObjectType({ description: 'What was done to a campaign, newest first.' })
export class CampaignActionConnection extends connectionType(CampaignAction, 'CampaignAction') {}
