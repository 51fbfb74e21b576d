import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AccessType } from '../campaign/access-type.ts';

/** Why a merchant should look at a campaign; the most urgent first. */
export enum AttentionKind {
  NO_WAY_IN = 'NO_WAY_IN',
  NO_PRODUCTS = 'NO_PRODUCTS',
  NOT_ACTIVATED = 'NOT_ACTIVATED',
  FULL = 'FULL',
  USED_UP = 'USED_UP',
  EXPIRED = 'EXPIRED',
  NEARLY_USED_UP = 'NEARLY_USED_UP',
}

registerEnumType(AttentionKind, {
  name: 'AttentionKind',
  description: 'Why a merchant should look at a campaign. Kinds may be added; none is renamed.',
  valuesConfig: {
    NO_WAY_IN: {
      description: 'It is open, or opens within a day, and has no code, link or guest that could open it.',
    },
    NO_PRODUCTS: { description: 'It is open, or opens within a day, and visitors would see no product.' },
    NOT_ACTIVATED: { description: 'A draft whose window begins within a day, or began within the last one.' },
    FULL: { description: 'All places are taken.' },
    USED_UP: { description: 'Codes or links let in all they may. Those that are for one person alone do not count.' },
    EXPIRED: { description: 'Codes or links have expired.' },
    NEARLY_USED_UP: { description: 'Codes or links have let in four fifths of all they may, or more.' },
  },
});

@ObjectType({ description: 'A campaign that its merchant should look at, and why.' })
export class Attention {
  @Field(() => AttentionKind)
  kind!: AttentionKind;

  @Field(() => ID)
  campaignId!: string;

  @Field(() => String)
  campaignName!: string;

  @Field(() => AccessType, { description: 'It tells whether codes or links are meant.' })
  accessType!: AccessType;

  @Field(() => Date, { nullable: true, description: 'When its window begins.' })
  startsAt!: Date | null;

  @Field(() => Int, { description: 'How many codes or links it is about; 0 where it is about the campaign.' })
  count!: number;

  @Field(() => [String], { description: 'The names of the first three of them.' })
  names!: string[];

  @Field(() => Int, { nullable: true, description: 'How many people the first of them let in.' })
  totalUses!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many it may let in; null: as many as come.' })
  maxUses!: number | null;
}
