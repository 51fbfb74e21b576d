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
  const { consentText, accentColor, pictureUrl, texts } = changes;
  return {
    ...(consentText !== undefined && { consentText: consentText || null }),
    ...(accentColor !== undefined && { accentColor: accentColor || null }),
    ...(pictureUrl !== undefined && { pictureUrl: pictureUrl || null }),
    ...(texts !== undefined && { texts: textInputs(texts, saved.texts) }),
  };
}

/** A text left out would stay as it is: an emptied one is given back to the widget by name. */
function textInputs(texts: LookDraft['texts'], saved: LookDraft['texts']) {
  const names = new Set([...Object.keys(saved), ...Object.keys(texts)]);
  return [...names].map((name) => ({ name, text: texts[name] || null }));
}
