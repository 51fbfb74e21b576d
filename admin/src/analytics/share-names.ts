import type { DenialReason, HappeningDimension } from '../gql/graphql.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';

const words = analyticsTexts.analytics;

/** A share as it is named. */
interface NamedShare {
  value: string;
  name?: string | null | undefined;
  /** Of a code or link beside those of other campaigns. */
  campaignName?: string | null | undefined;
}

/** The texts are English, and so are the names of countries. */
const countries = new Intl.DisplayNames(['en'], { type: 'region' });

/** What a share is called; codes and links by their own names, unless they are gone. */
export function nameOfShare(dimension: HappeningDimension, { value, name, campaignName }: NamedShare): string {
  switch (dimension) {
    case 'CODE':
    case 'LINK':
      if (!name) return words.gone;
      return campaignName ? words.ofCampaignNamed(name, campaignName) : name;
    case 'SOURCE':
      return words.values[value] ?? value;
    case 'DEVICE':
      return words.device[value] ?? value;
    case 'REASON':
      return words.reasons[value as DenialReason] ?? value;
    case 'COUNTRY':
      return /^[A-Z]{2}$/.test(value) ? (countries.of(value) ?? value) : value;
  }
}
