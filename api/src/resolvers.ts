import { AccessPassResolver } from './access-pass/access-pass.resolver.ts';
import { AccessPassOriginResolver } from './access-pass/access-pass-origin.resolver.ts';
import { PublishedKeyResolver } from './access-pass/published-key.resolver.ts';
import { SignupPassResolver } from './access-pass/signup-pass.resolver.ts';
import { AdmissionResolver } from './admission/admission.resolver.ts';
import { CampaignAnalyticsResolver, ShopAnalyticsResolver } from './analytics/analytics.resolver.ts';
import { CampaignHappeningsResolver, ShopHappeningsResolver } from './analytics/happenings.resolver.ts';
import type { Services } from './app.ts';
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

/** Every resolver of the house, built with its services. */
export function resolversOf(services: Services) {
  const { campaigns, campaignReader, catalog, signups, shops, apiTokens, gate, access, happenings } = services;
  const { accessCodes, secretLinks } = services;
  const resolvers = new Map<unknown, object>([
    [CampaignResolver, new CampaignResolver(campaigns)],
    [CampaignActionsResolver, new CampaignActionsResolver(campaigns)],
    [CampaignGoodsResolver, new CampaignGoodsResolver(catalog)],
    [CampaignPreviewResolver, new CampaignPreviewResolver(services.previews, services.previewProducts)],
    [AdmissionResolver, new AdmissionResolver(services.admissions)],
    [CampaignCredentialsResolver, new CampaignCredentialsResolver(accessCodes, secretLinks)],
    [CredentialResolver, new CredentialResolver(accessCodes, secretLinks)],
    [AccessPassResolver, new AccessPassResolver(services.passList)],
    [AccessPassOriginResolver, new AccessPassOriginResolver(services)],
    [CampaignSignupsResolver, new CampaignSignupsResolver(services.signupReader)],
    [SignupResolver, new SignupResolver(services.signupReader, signups)],
    [SignupConsentResolver, new SignupConsentResolver(services.signupReader)],
    [SignupPassResolver, new SignupPassResolver(services.passList)],
    [SignupConfirmationResolver, new SignupConfirmationResolver(services.signupConfirmations)],
    [InstallationResolver, new InstallationResolver(services.installation)],
    [SignupCampaignResolver, new SignupCampaignResolver(campaigns)],
    ...syncResolversOf(services),
    [GuestListResolver, new GuestListResolver(services.guestList, campaigns, services.admissionNotices)],
    [EnforcementResolver, new EnforcementResolver(services.checkout.enforcement)],
    [ProductWarningResolver, new ProductWarningResolver(services.productStandings)],
    [CatalogResolver, new CatalogResolver(catalog)],
    [CatalogSyncResolver, new CatalogSyncResolver(services.catalogSync)],
    [ShopResolver, new ShopResolver(shops)],
    [ApiTokenResolver, new ApiTokenResolver(apiTokens)],
    ...settingsResolversOf(services),
    [GateResolver, new GateResolver(campaignReader, gate, happenings.record)],
    [AccessResolver, new AccessResolver(access, services.productsOf)],
    [WaitingListResolver, services.waitingList],
    ...unlistingResolversOf(services),
    [CampaignRevenueResolver, new CampaignRevenueResolver(services.orders.revenue)],
    [ShopRevenueResolver, new ShopRevenueResolver(services.orders.revenue)],
    [CampaignOrdersResolver, new CampaignOrdersResolver(services.orders.list)],
    [CampaignAnalyticsResolver, new CampaignAnalyticsResolver(services.analytics)],
    [ShopAnalyticsResolver, new ShopAnalyticsResolver(services.analytics)],
    [HomeResolver, new HomeResolver(services.home.attentions, services.home.setUps)],
    [CampaignHappeningsResolver, new CampaignHappeningsResolver(services.happeningsReader)],
    [ShopHappeningsResolver, new ShopHappeningsResolver(services.happeningsReader)],
    [PrivacyResolver, new PrivacyResolver(services.privacy.personalData, services.privacy.requests)],
  ]);
  return { get: (resolver: unknown) => resolvers.get(resolver) };
}

function settingsResolversOf(services: Services): [unknown, object][] {
  return [
    [ShopEditorResolver, new ShopEditorResolver(services.shopEditor)],
    [CampaignDefaultsResolver, new CampaignDefaultsResolver(services.campaignDefaults)],
    [PublishedKeyResolver, new PublishedKeyResolver(services.publishedKeys)],
    [MailSenderResolver, new MailSenderResolver(services.mailSender)],
  ];
}

function unlistingResolversOf({ unlisting: { service }, catalog }: Services): [unknown, object][] {
  return [
    [CampaignUnlistingResolver, new CampaignUnlistingResolver(service)],
    [UnlistingJournalResolver, new UnlistingJournalResolver(service)],
    [UnlistingResolver, new UnlistingResolver(service)],
    [UnlistingEntryResolver, new UnlistingEntryResolver(catalog)],
    [UnlistingFailureResolver, new UnlistingFailureResolver(catalog)],
  ];
}

function syncResolversOf({ syncRooms, sync }: Services): [unknown, object][] {
  const { connections, audiences, summaries, receipts, erasureCounts, troubles } = syncRooms;
  return [
    [ConnectionResolver, new ConnectionResolver(connections, audiences)],
    [ConnectionSyncResolver, new ConnectionSyncResolver(summaries, erasureCounts)],
    [SyncTroubleResolver, new SyncTroubleResolver(troubles)],
    [CampaignSyncResolver, new CampaignSyncResolver(summaries)],
    [CampaignSyncSourceResolver, new CampaignSyncSourceResolver(connections, audiences)],
    [SignupSyncResolver, new SignupSyncResolver(receipts)],
    [ReceiptHistoryResolver, new ReceiptHistoryResolver(receipts)],
    [SyncResolver, new SyncResolver(sync)],
  ];
}
