import { graphql } from '../gql/gql.ts';
import type { CampaignDefaultsQuery as CampaignDefaultsAnswer } from '../gql/graphql.ts';

/** What new campaigns begin with. */
export const CampaignDefaultsQuery = graphql(/* GraphQL */ `
  query CampaignDefaults {
    shop {
      domain
      campaignDefaults {
        consentText
        texts {
          name
          text
        }
        accentColor
        pictureUrl
      }
    }
  }
`);

/** As the API tells it. */
export type CampaignDefaults = CampaignDefaultsAnswer['shop']['campaignDefaults'];

/** As it is typed: empty where there is none. */
export interface LookDraft {
  consentText: string;
  accentColor: string;
  pictureUrl: string;
  /** The merchant's own words, by the name of the text they replace. */
  texts: Readonly<Record<string, string>>;
}

/** The draft that shows the defaults unchanged. */
export function lookDraftOf({ consentText, accentColor, pictureUrl, texts }: CampaignDefaults): LookDraft {
  return {
    consentText: consentText ?? '',
    accentColor: accentColor ?? '',
    pictureUrl: pictureUrl ?? '',
    texts: Object.fromEntries(texts.map(({ name, text }) => [name, text])),
  };
}

/** What was changed, as the API's input; an emptied field is sent as none. */
export function lookInputOf(changes: Partial<LookDraft>, saved: LookDraft) {
  const { texts, ...fields } = changes;
  const cleared = Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, text || null]));
  if (texts === undefined) return cleared;
  const names = new Set([...Object.keys(saved.texts), ...Object.keys(texts)]);
  return { ...cleared, texts: [...names].map((name) => ({ name, text: texts[name] || null })) };
}
