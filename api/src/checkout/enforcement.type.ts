import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { EnforcementGrade } from './enforcement.ts';
import { EnforcementCode } from './enforcement-fact.ts';

registerEnumType(EnforcementGrade, {
  name: 'EnforcementGrade',
  description: 'How strongly a campaign’s products are kept for its passes.',
  valuesConfig: {
    BLOCKED: { description: 'Shopify’s checkout sells all of them to passes only.' },
    PARTLY_BLOCKED: { description: 'Some of them.' },
    HIDDEN: { description: 'They are unlisted: hard to find, and sold to who finds them.' },
    OPEN: { description: 'Whoever finds them buys them.' },
  },
});

registerEnumType(EnforcementCode, {
  name: 'EnforcementCode',
  description: 'Which sentence it is, for tools; people read `text`.',
});

@ObjectType({ description: 'One thing that holds about a campaign’s enforcement.' })
export class EnforcementNote {
  @Field(() => EnforcementCode)
  code!: EnforcementCode;

  @Field(() => String, { description: 'A sentence for the merchant, in English.' })
  text!: string;
}

@ObjectType({
  description:
    'What keeps a campaign’s products for its passes in this shop, now, and what does not. Never more than is known.',
})
export class CampaignEnforcement {
  @Field(() => EnforcementGrade)
  grade!: EnforcementGrade;

  @Field(() => [EnforcementNote], { description: 'What cannot be bought without a pass.' })
  blocked!: EnforcementNote[];

  @Field(() => [EnforcementNote], { description: 'What is only harder to find.' })
  hiddenOnly!: EnforcementNote[];

  @Field(() => [EnforcementNote], { description: 'Ways to buy without a pass.' })
  open!: EnforcementNote[];

  @Field(() => [EnforcementNote], { description: 'Why it is so, and what the merchant can do.' })
  why!: EnforcementNote[];
}
