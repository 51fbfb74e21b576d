import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { buildSchemaSync, type ContainerType, type NonEmptyArray } from 'type-graphql';
import { AccessPassResolver } from './access-pass/access-pass.resolver.ts';
import { AccessPassOriginResolver } from './access-pass/access-pass-origin.resolver.ts';
import { PublishedKeyResolver } from './access-pass/published-key.resolver.ts';
import { SignupPassResolver } from './access-pass/signup-pass.resolver.ts';
import { AdmissionResolver } from './admission/admission.resolver.ts';
import { CampaignAnalyticsResolver, ShopAnalyticsResolver } from './analytics/analytics.resolver.ts';
import { CampaignHappeningsResolver, ShopHappeningsResolver } from './analytics/happenings.resolver.ts';
import { CampaignResolver } from './campaign/campaign.resolver.ts';
import { CampaignActionsResolver } from './campaign/campaign-actions.resolver.ts';
import { CampaignGoodsResolver } from './campaign/campaign-goods.resolver.ts';
import { CampaignCredentialsResolver } from './campaign/credentials/campaign-credentials.resolver.ts';
import { CredentialResolver } from './campaign/credentials/credential.resolver.ts';
import { CampaignDefaultsResolver } from './campaign/defaults/campaign-defaults.resolver.ts';
import { ProductWarningResolver } from './campaign/warnings/product-warning.resolver.ts';
import { CatalogResolver } from './catalog/catalog.resolver.ts';
import { CatalogSyncResolver } from './catalog-sync/catalog-sync.resolver.ts';
import { EnforcementResolver } from './checkout/enforcement.resolver.ts';
import { MailSenderResolver } from './confirmation/sender/mail-sender.resolver.ts';
import { SignupConfirmationResolver } from './confirmation/signup-confirmation.resolver.ts';
import { ConnectionResolver } from './connection/connection.resolver.ts';
import { AccessResolver } from './gate/access.resolver.ts';
import { GateResolver } from './gate/gate.resolver.ts';
import { WaitingListResolver } from './gate/waiting-list.resolver.ts';
import { GuestListResolver } from './guest-list/guest-list.resolver.ts';
import { HomeResolver } from './home/home.resolver.ts';
import { InstallationResolver } from './installation/installation.resolver.ts';
import { CampaignOrdersResolver } from './order/campaign-orders.resolver.ts';
import { CampaignRevenueResolver, ShopRevenueResolver } from './order/revenue.resolver.ts';
import { CampaignPreviewResolver } from './preview/campaign-preview.resolver.ts';
import { PrivacyResolver } from './privacy/privacy.resolver.ts';
import { ApiTokenResolver } from './shop/api-token.resolver.ts';
import { authorizeByScope } from './shop/authorization.ts';
import { ShopResolver } from './shop/shop.resolver.ts';
import { ShopEditorResolver } from './shop/shop-editor.resolver.ts';
import { CampaignSignupsResolver, SignupCampaignResolver } from './signup/campaign-signups.resolver.ts';
import { SignupConsentResolver, SignupResolver } from './signup/signup.resolver.ts';
import { CampaignSyncResolver, CampaignSyncSourceResolver } from './sync/panel/campaign-sync.resolver.ts';
import { ConnectionSyncResolver } from './sync/panel/connection-sync.resolver.ts';
import { ReceiptHistoryResolver, SignupSyncResolver } from './sync/panel/signup-sync.resolver.ts';
import { SyncResolver } from './sync/panel/sync.resolver.ts';
import { SyncTroubleResolver } from './sync/trouble/sync-trouble.resolver.ts';
import {
  CampaignUnlistingResolver,
  UnlistingEntryResolver,
  UnlistingFailureResolver,
  UnlistingJournalResolver,
  UnlistingResolver,
} from './unlisting/unlisting.resolver.ts';

// biome-ignore lint/complexity/noBannedTypes: TypeGraphQL names a resolver's class by this type.
type ResolverClasses = NonEmptyArray<Function>;

const ADMIN_RESOLVERS = [
  CampaignResolver,
  CampaignGoodsResolver,
  CampaignActionsResolver,
  CampaignPreviewResolver,
  AdmissionResolver,
  CampaignCredentialsResolver,
  CredentialResolver,
  AccessPassResolver,
  AccessPassOriginResolver,
  CampaignSignupsResolver,
  SignupResolver,
  SignupCampaignResolver,
  SignupConsentResolver,
  SignupPassResolver,
  SignupConfirmationResolver,
  InstallationResolver,
  SignupSyncResolver,
  ReceiptHistoryResolver,
  CampaignSyncResolver,
  CampaignSyncSourceResolver,
  ConnectionResolver,
  ConnectionSyncResolver,
  SyncTroubleResolver,
  SyncResolver,
  GuestListResolver,
  EnforcementResolver,
  PrivacyResolver,
  ProductWarningResolver,
  CatalogResolver,
  CatalogSyncResolver,
  ShopResolver,
  ShopEditorResolver,
  ApiTokenResolver,
  CampaignDefaultsResolver,
  PublishedKeyResolver,
  MailSenderResolver,
  CampaignUnlistingResolver,
  UnlistingJournalResolver,
  UnlistingResolver,
  UnlistingEntryResolver,
  UnlistingFailureResolver,
  CampaignRevenueResolver,
  ShopRevenueResolver,
  CampaignOrdersResolver,
  CampaignAnalyticsResolver,
  ShopAnalyticsResolver,
  HomeResolver,
  CampaignHappeningsResolver,
  ShopHappeningsResolver,
] as const satisfies ResolverClasses;

const PUBLIC_RESOLVERS = [GateResolver, AccessResolver, WaitingListResolver] as const satisfies ResolverClasses;

/** Hands out the resolvers that were built. To print a schema none is needed. */
export type Resolvers = ContainerType;

const NO_RESOLVERS: Resolvers = {
  get: (resolver) => {
    throw new Error(`The resolver ${resolver.name} was not built.`);
  },
};

/** `/admin/graphql`: merchants and third-party tools. */
export function adminSchema(resolvers: Resolvers = NO_RESOLVERS): GraphQLSchema {
  return build(ADMIN_RESOLVERS, resolvers);
}

/** `/public/graphql`: visitors. */
export function publicSchema(resolvers: Resolvers = NO_RESOLVERS): GraphQLSchema {
  return build(PUBLIC_RESOLVERS, resolvers);
}

function build(resolvers: ResolverClasses, container: Resolvers): GraphQLSchema {
  return buildSchemaSync({
    resolvers,
    container,
    authChecker: authorizeByScope,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    // Only what a schema's own resolvers reach is in it, not every type that the other one knows.
    orphanedTypes: [],
    validate: false,
  });
}
