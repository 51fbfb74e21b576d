import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Money } from '../catalog/money.type.ts';

@ObjectType()
abstract class Takings {
  @Field(() => Int, { description: 'Paid orders.' })
  orders!: number;

  @Field(() => Money, {
    description:
      'What they paid for the campaign’s products after discounts, without shipping. Refunds are not taken off. Orders in a currency that the shop had before are counted and not summed up.',
  })
  amount!: Money;
}

@ObjectType({ description: 'What those brought who got through by one access code.' })
export class AccessCodeRevenue extends Takings {
  @Field(() => ID)
  accessCodeId!: string;

  @Field(() => String, { nullable: true, description: 'As the merchant calls the code.' })
  name!: string | null;
}

@ObjectType({ description: 'What those brought who got through by one secret link.' })
export class SecretLinkRevenue extends Takings {
  @Field(() => ID)
  secretLinkId!: string;

  @Field(() => String, { nullable: true, description: 'As the merchant calls the link.' })
  name!: string | null;
}

@ObjectType({ description: 'What those brought who got through by their e-mail, all together.' })
export class EmailRevenue extends Takings {}

@ObjectType({
  description:
    'Paid orders whose cart or line carried a pass of the campaign. A line that carries one counts; with a pass on the cart alone, the lines with products of the campaign do. Orders of Shopify’s test mode do not.',
})
export class CampaignRevenue extends Takings {
  @Field(() => [AccessCodeRevenue], { description: 'The highest amount first.' })
  byAccessCode!: AccessCodeRevenue[];

  @Field(() => [SecretLinkRevenue], { description: 'The highest amount first.' })
  bySecretLink!: SecretLinkRevenue[];

  @Field(() => EmailRevenue)
  byEmail!: EmailRevenue;
}

@ObjectType({ description: 'What one campaign brought in.' })
export class RevenueOfCampaign extends Takings {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => String, { description: 'The campaign’s name.' })
  name!: string;
}

@ObjectType({
  description:
    'What all campaigns of the shop brought in. An order of which several campaigns have a part counts once for each of them, with its part.',
})
export class ShopRevenue extends Takings {
  @Field(() => [RevenueOfCampaign], { description: 'Those with paid orders; the highest amount first. At most 100.' })
  byCampaign!: RevenueOfCampaign[];
}
