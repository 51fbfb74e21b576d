import { registerEnumType } from 'type-graphql';

/** What an API token may do. Named as Shopify names its scopes. */
export enum ApiTokenScope {
  read_campaigns = 'read_campaigns',
  write_campaigns = 'write_campaigns',
  read_signups = 'read_signups',
  write_signups = 'write_signups',
  read_analytics = 'read_analytics',
  read_settings = 'read_settings',
  write_settings = 'write_settings',
}

registerEnumType(ApiTokenScope, {
  name: 'ApiTokenScope',
  description: 'What an API token may do.',
  valuesConfig: {
    read_campaigns: { description: 'Read campaigns with their passwords and secret links, products and collections.' },
    write_campaigns: { description: 'Create, change and delete campaigns.' },
    read_signups: { description: 'Read sign-ups: personal data.' },
    write_signups: { description: 'Delete sign-ups; send them to the destinations again.' },
    read_analytics: { description: 'Read what was counted.' },
    read_settings: {
      description:
        'Read the list of API tokens, the connections without their keys, what new campaigns begin with, the signing keys’ states, and where mails come from.',
    },
    write_settings: {
      description:
        'Create and revoke API tokens; connect Klaviyo and Omnisend; import a catalog; change the shop’s details and what new campaigns begin with; rotate signing keys; send a test mail.',
    },
  },
});

/** Every scope: what the merchant in the admin has. */
export const ALL_SCOPES: readonly ApiTokenScope[] = Object.values(ApiTokenScope);
