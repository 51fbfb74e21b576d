import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DenialReason } from './denial-reason.ts';

/** What one point of a series covers. */
export enum AnalyticsInterval {
  HOUR = 'HOUR',
  DAY = 'DAY',
}

registerEnumType(AnalyticsInterval, {
  name: 'AnalyticsInterval',
  description: 'What one point of a series covers, in the shop’s time zone.',
  valuesConfig: {
    HOUR: { description: 'An hour of the shop’s clock. For ranges of at most 31 days.' },
    DAY: {
      description:
        'A day from midnight to midnight, with 23 or 25 hours where the clocks change. For at most 731 days.',
    },
  },
});

@ObjectType({ description: 'How often each thing happened.' })
export class AnalyticsCounts {
  @Field(() => Int, { description: 'How often the page with the gate was seen.' })
  views!: number;

  @Field(() => Int, {
    description:
      'Different visitors, once for each day in UTC: who comes on two days counts twice. Told apart by a hash of address and browser whose salt is deleted with the day; nothing is stored on their machines.',
  })
  uniqueVisitors!: number;

  @Field(() => Int, { description: 'How often somebody saw the gate’s form.' })
  gateShown!: number;

  @Field(() => Int, {
    description: 'Tries to get through, whatever came of them; a confirmation by mail belongs to its try.',
  })
  attempts!: number;

  @Field(() => Int, { description: 'Tries that let nobody in; `denials` tells why.' })
  denied!: number;

  @Field(() => Int, {
    description: 'Places that were taken. Who comes again to a place of theirs is not counted again.',
  })
  passes!: number;

  @Field(() => Int, { description: 'E-mail addresses that signed up, each once.' })
  signups!: number;

  @Field(() => Int, { description: 'How often a product’s page was opened from behind the gate.' })
  productsOpened!: number;

  @Field(() => Int, { description: 'How often a product’s link into the cart was followed.' })
  sentToCart!: number;
}

@ObjectType({ description: 'How often each thing happened, people’s doing; and what looks like a machine’s, apart.' })
export class AnalyticsTotals extends AnalyticsCounts {
  @Field(() => Float, {
    nullable: true,
    description:
      'Sign-ups per view, from 0, as `conversionRate` of a campaign; what is suspected is left out of both. Null without views.',
  })
  conversionRate!: number | null;

  @Field(() => AnalyticsCounts, {
    description:
      'What looks like a machine’s doing, such as that of crawlers and of scanners that open links in mails; in none of the numbers beside it.',
  })
  suspected!: AnalyticsCounts;
}

@ObjectType({ description: 'One hour or day.' })
export class AnalyticsPoint extends AnalyticsTotals {
  @Field(() => Date, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => Date, { description: 'When the next one begins.' })
  endsAt!: Date;
}

@ObjectType({
  description: 'The part of the numbers that one campaign, source, code, link, device class or country has.',
})
export class AnalyticsShare extends AnalyticsTotals {
  @Field(() => String, {
    description:
      'Of a source: its UTM parameters as `newsletter / email / winter`, else the host of the page before, else `direct`; `other` beyond 50 in one day, `hidden` where it could have named a person. Of a campaign, code or link: its id. Of a device: `phone`, `tablet`, `desktop` or `bot`. Of a country: two letters of ISO 3166-1.',
  })
  value!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of a campaign, code or link: as the merchant calls it; null where it is gone.',
  })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a code or link: the name of its campaign.' })
  campaignName!: string | null;
}

@ObjectType({ description: 'How often somebody was not let in, for one reason.' })
export class AnalyticsDenial {
  @Field(() => DenialReason)
  reason!: DenialReason;

  @Field(() => Int)
  count!: number;

  @Field(() => Int, { description: 'How many more look like a machine’s doing.' })
  suspected!: number;
}

@ObjectType({
  description:
    'What happened in a range of whole hours or days. Each number is counted with what it counts, so that it is right at any moment. People and what looks like a machine’s doing add up to `totalViews` of the campaign; sign-ups that were removed since stay counted here.',
})
export class Analytics {
  @Field(() => Date, { description: 'Where the range begins: `from`, at the beginning of its hour or day.' })
  from!: Date;

  @Field(() => Date, { description: 'Where the range ends, exclusive: `to`, at the end of its hour or day.' })
  to!: Date;

  @Field(() => AnalyticsInterval)
  interval!: AnalyticsInterval;

  @Field(() => String, { description: 'The IANA zone of the hours and days.' })
  timeZone!: string;

  @Field(() => AnalyticsTotals)
  totals!: AnalyticsTotals;

  @Field(() => [AnalyticsPoint], {
    description: 'Every hour or day of the range in order, also those without anything.',
  })
  series!: AnalyticsPoint[];

  @Field(() => [AnalyticsShare], {
    description: 'Of a shop: by campaign, the most views first; at most 100. Of a campaign: none.',
  })
  campaigns!: AnalyticsShare[];

  @Field(() => [AnalyticsShare], { description: 'By where visitors came from; the most views first, at most 100.' })
  sources!: AnalyticsShare[];

  @Field(() => [AnalyticsShare], { description: 'By access code; the most passes first, at most 100.' })
  codes!: AnalyticsShare[];

  @Field(() => [AnalyticsShare], { description: 'By secret link; the most passes first, at most 100.' })
  links!: AnalyticsShare[];

  @Field(() => [AnalyticsShare], { description: 'By class of device.' })
  devices!: AnalyticsShare[];

  @Field(() => [AnalyticsShare], {
    description: 'By country; empty unless a trusted proxy tells it (`COUNTRY_HEADER`). At most 100.',
  })
  countries!: AnalyticsShare[];

  @Field(() => [AnalyticsDenial], { description: 'By why nobody was let in; the most frequent first.' })
  denials!: AnalyticsDenial[];
}
