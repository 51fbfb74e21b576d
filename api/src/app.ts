import 'reflect-metadata';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { AccessPassService } from './access-pass/access-pass.service.ts';
import { AccessPassList } from './access-pass/access-pass-list.ts';
import { goodPlace, takenPlace } from './access-pass/place.store.ts';
import { PublishedKeys } from './access-pass/published-keys.ts';
import { RevokedPasses } from './access-pass/revoked-passes.ts';
import { SigningKeyStore } from './access-pass/signing-key.store.ts';
import { SigningKeyRing } from './access-pass/signing-key-ring.ts';
import { AdmissionService } from './admission/admission.service.ts';
import { AnalyticsReader } from './analytics/analytics.reader.ts';
import { HappeningBook } from './analytics/happening-book.ts';
import { HappeningsReader } from './analytics/happenings.reader.ts';
import { type TraitsRequest, visitorTraits } from './analytics/visitor-traits.ts';
import { analyticsRound, createLive } from './analytics-parts.ts';
import { CampaignReader } from './campaign/campaign.reader.ts';
import { createCampaignView } from './campaign/campaign.record.ts';
import { CampaignService } from './campaign/campaign.service.ts';
import { CampaignCopies } from './campaign/campaign-copies.ts';
import { CampaignRows } from './campaign/campaign-rows.ts';
import { createCampaignSecrets } from './campaign/campaign-secrets.ts';
import { AccessCodeService } from './campaign/credentials/access-code.service.ts';
import { SecretLinkService } from './campaign/credentials/secret-link.service.ts';
import { CampaignDefaultsService } from './campaign/defaults/campaign-defaults.service.ts';
import { type GuardedCampaign, readGuardedCampaign } from './campaign/guarded-campaign.ts';
import { ProductStandingReader } from './campaign/warnings/product-standing.reader.ts';
import { CatalogService } from './catalog/catalog.service.ts';
import { CatalogImport } from './catalog/catalog-import.ts';
import { CatalogPictures } from './catalog/catalog-pictures.ts';
import { createDemoStorefront, createShopifyStorefront } from './catalog/storefront.ts';
import { createCatalogSyncRoom } from './catalog-sync-parts.ts';
import { createCheckoutRoom, planOf } from './checkout-parts.ts';
import { ConfirmationService } from './confirmation/confirmation.service.ts';
import { ConfirmationStore } from './confirmation/confirmation.store.ts';
import { MailBudget } from './confirmation/mail-budget.ts';
import { SignupConfirmationReader } from './confirmation/signup-confirmation.reader.ts';
import { readWidgetRelease, readWidgetReleases } from './front-end/widget-release.ts';
import { AccessReader } from './gate/access.reader.ts';
import type { Access } from './gate/access.type.ts';
import { createClaimRecorder } from './gate/claim.recorder.ts';
import { GateService } from './gate/gate.service.ts';
import { GuessBudget } from './gate/guess-budget.ts';
import { visitorAddressOf } from './gate/visitor.ts';
import { WaitingListResolver } from './gate/waiting-list.resolver.ts';
import { AdmissionNotices } from './guest-list/admission-notices.ts';
import { GuestListService } from './guest-list/guest-list.service.ts';
import { copyGuestList } from './guest-list/guest-list-copy.ts';
import { GuestListUpload } from './guest-list/guest-list-upload.ts';
import { AttentionReader } from './home/attention.reader.ts';
import { SetUpReader } from './home/set-up.reader.ts';
import type { HostedPageParts } from './hosted-page/hosted-parts.ts';
import { createInstallation } from './installation-parts.ts';
import { createMailSender } from './mail-parts.ts';
import { createOrders } from './order-parts.ts';
import type { Config } from './platform/config.ts';
import type { Database } from './platform/database/database.ts';
import { Notices } from './platform/database/notices.ts';
import { AnswerMemory } from './platform/graphql/answer-memory.ts';
import { Mailbox } from './platform/mail/mailbox.ts';
import { canMail, chooseMailer } from './platform/mail/mailer.ts';
import { OutgoingMail } from './platform/mail/outgoing-mail.ts';
import type { Round } from './platform/rounds.ts';
import { createSeal } from './platform/seal.ts';
import { CampaignPreviews } from './preview/campaign-previews.ts';
import { createPrivacyRoom } from './privacy-parts.ts';
import { ApiTokenService } from './shop/api-token.service.ts';
import { createAuthenticate } from './shop/authentication.ts';
import { createMerchantSessions } from './shop/merchant-session.ts';
import { ShopService } from './shop/shop.service.ts';
import { CHANGE_CHANNEL, changeEar } from './shop/shop-changes.ts';
import { ShopEditor } from './shop/shop-editor.ts';
import { ShopNews } from './shop/shop-news.ts';
import { createShopifyRooms } from './shopify-parts.ts';
import { SignupReader } from './signup/signup.reader.ts';
import { SignupService } from './signup/signup.service.ts';
import { SignupExport } from './signup/signup-export.ts';
import { StandInWorld } from './stand-in/stand-in-world.ts';
import { DemoGoods } from './standalone/demo-goods.ts';
import { DemoShop } from './standalone/demo-shop.ts';
import { createSyncRooms } from './sync-parts.ts';
import { askForLook } from './unlisting/unlisting-turn.store.ts';
import { createUnlisting } from './unlisting-parts.ts';
import { createWebhookRoom } from './webhook-parts.ts';

/** What the app is made from. */
export interface AppParts {
  readonly config: Config;
  readonly database: Database;
  /** The 32 bytes that seal secrets in the database. */
  readonly appKey: Uint8Array;
  readonly logger: Logger;
}

/** The rooms' services, for the doors that lead to them and for the commands that need one without a server. */
export type Services = ReturnType<typeof createServices>;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Builds every service of the house. Nothing else does. */
export function createServices({ config, database, appKey, logger }: AppParts) {
  const { prisma } = database;
  const { publicUrl } = config;
  const seal = createSeal(appKey);
  const shops = new ShopService(prisma);
  const storefront = config.shopify ? createShopifyStorefront() : createDemoStorefront(publicUrl);
  const catalog = new CatalogService({ prisma, pictures: new CatalogPictures(prisma, publicUrl), storefront });
  const catalogImport = new CatalogImport(prisma);
  const secrets = createCampaignSecrets(seal);
  const release = readWidgetRelease(`${ROOT}widget/dist`);
  const view = createCampaignView(seal, { publicUrl, release, hasThemes: config.shopify !== null });
  const rows = new CampaignRows(prisma, secrets, askForLook);
  const copies = new CampaignCopies({ prisma, seal, secrets, copyGuests: copyGuestList });
  const syncRooms = createSyncRooms({ config, database, seal });
  const campaignDefaults = new CampaignDefaultsService(prisma);
  const campaigns = new CampaignService({
    ...{ prisma, catalog, rows, copies, view, defaults: campaignDefaults, canMail: canMail(config) },
    audienceProblems: (shop, details, before) => syncRooms.audienceCheck.problems(shop, details, before),
  });
  const accessCodes = new AccessCodeService(prisma, seal, secrets);
  const secretLinks = new SecretLinkService({ prisma, seal, secrets, publicUrl });
  const notices = new Notices({ url: database.url, logger });
  const campaignReader = new CampaignReader({ prisma, seal, notices });
  const answers = createAnswerMemory(notices);
  const signups = new SignupService(prisma, (transaction, signup) =>
    syncRooms.erasureRequests.ask(transaction, signup),
  );
  const signupReader = new SignupReader(prisma);
  const apiTokens = new ApiTokenService(prisma);
  const shopify = createShopifyRooms({ config, database, seal, shops });
  const sessions = createMerchantSessions(seal);
  const signingKeys = new SigningKeyStore(prisma, seal);
  const passes = new AccessPassService(new SigningKeyRing(signingKeys), publicUrl);
  const { wrongGuesses, wrongGuessWindowMs: windowMs, campaignWrongGuesses } = config.limits;
  const guesses = { wrongGuesses, windowMs, campaignWrongGuesses };
  const budget = new GuessBudget(prisma, seal, { at: 'passwords', ...guesses });
  const guestBudget = new GuessBudget(prisma, seal, { at: 'guests', ...guesses });
  const guestList = new GuestListService(prisma);
  const mailbox = config.shopify || config.smtp ? null : new Mailbox();
  const mailer = chooseMailer(config.smtp, mailbox);
  const outgoing = new OutgoingMail(mailer);
  const mailBudget = new MailBudget(prisma, seal, config.limits.mails);
  const mailParts = { store: new ConfirmationStore(prisma), outgoing, budget: mailBudget };
  const confirmations = new ConfirmationService({ ...mailParts, campaigns: campaignReader, seal, publicUrl });
  const admissionNotices = new AdmissionNotices({
    ...{ canMail: canMail(config), outgoing, shopOf: (shop) => shops.get(shop) },
    mayMail: (wanted) => mailBudget.take(wanted),
  });
  const happenings = new HappeningBook(database.pipeline, prisma);
  const traitsOf = (request: TraitsRequest) => visitorTraits(request, config.countryHeader);
  const gate = new GateService({
    ...{ campaigns: campaignReader, passes, signups, budget, guestBudget, seal },
    claim: createClaimRecorder(database.pipeline, happenings.write, syncRooms.onChange),
    record: happenings.record,
    takenPlace: (shop, id) => takenPlace(prisma, shop, id),
    isGuest: (campaign, emailKey) => guestList.isGuest(campaign, emailKey),
    confirmations,
  });
  const revoked = new RevokedPasses(prisma);
  const access = new AccessReader({
    ...{ campaigns: campaignReader, passes, revoked },
    goodPlace: (shop, id) => goodPlace(prisma, shop, id),
  });
  const checkout = createCheckoutRoom({
    ...{ database, seal, adminApi: shopify?.bulkAdminApi ?? null },
    planOf: async (shop) => (shopify ? planOf(await shops.standing(shop)) : null),
  });
  const productsOf = ({ guarded, pass, held }: Access) =>
    catalog.gatedProducts(guarded, { pass, proofOf: checkout.proofsOf(guarded, held) });
  const previewProducts = (draft: GuardedCampaign) =>
    catalog.gatedProducts(draft, { pass: 'preview', proofOf: () => null });
  const passList = new AccessPassList(prisma);
  const admissions = new AdmissionService({
    ...{ campaigns, accessCodes, secretLinks, signups, guestList, passes, passList },
    readCampaign: (id) => readGuardedCampaign(prisma, id),
    bySecretLink: (secret) => campaignReader.bySecretLink(secret),
  });
  const waitingList = new WaitingListResolver(campaignReader, guestList, mailBudget);
  const hostedPages: HostedPageParts = {
    ...{ gate, access, seal, publicUrl, visitorAddressOf, traitsOf, record: happenings.record },
    joinWaitingList: (input, visitor) => waitingList.waitingListJoin(input, visitor),
    findBySecretLink: async (secret) => (await campaignReader.bySecretLink(secret))?.campaign ?? null,
    productsOf,
    timeZoneOf: async (shop) => (await shops.get(shop)).timeZone,
  };
  const catalogFile = `${ROOT}api/src/standalone/demo-catalog.csv`;
  const demoShop = new DemoShop({ prisma, shops, campaigns, accessCodes, catalogImport, catalogFile });
  const unlisting = createUnlisting({ database, campaigns, adminApi: shopify?.adminApi ?? null });
  const orders = createOrders({ database, passes, shops });
  const news = new ShopNews(prisma);
  const privacy = createPrivacyRoom({ prisma, seal, shops, signups, news });
  const catalogSync = createCatalogSyncRoom({ database, adminApi: shopify?.bulkAdminApi ?? null, logger });
  const handlers = [catalogSync.handlers, unlisting.handlers, orders.handlers, checkout.webhookHandlers];
  const webhooks =
    shopify &&
    createWebhookRoom({
      ...{ prisma, seal, news, logger, shopify },
      handlers: [privacy.handlers(shopify.uninstall), ...handlers],
    });
  const roundsInShopify = [...catalogSync.rounds, ...unlisting.rounds, ...checkout.rounds];
  const rounds: Round[] = [
    privacy.round,
    analyticsRound(database),
    ...(webhooks ? [webhooks.round] : []),
    ...roundsInShopify,
  ];
  return {
    ...{ notices, rounds, shops, catalog, catalogImport, campaigns, campaignReader, signups, apiTokens, passes },
    ...{ seal, mailbox, outgoing, confirmations, mailBudget, budget, gate, access, revoked },
    ...{ demoShop, demoGoods: new DemoGoods(prisma) },
    vendors: config.shopify ? null : { world: new StandInWorld(), file: join(config.dataDir, 'vendors.json') },
    ...{ guestList, admissionNotices, waitingList, hostedPages, checkout, productsOf, privacy, webhooks },
    guestListUpload: new GuestListUpload(prisma),
    ...{ accessCodes, secretLinks, passList, signingKeys, admissions },
    ...{ previews: new CampaignPreviews(campaigns, campaignReader), previewProducts },
    ...{ campaignDefaults, publishedKeys: new PublishedKeys(signingKeys) },
    shopEditor: new ShopEditor(shops, { isAllowed: config.shopify === null }),
    mailSender: createMailSender({ config, shops, mailer, budget: mailBudget }),
    ...{ syncRooms, syncGuard: syncRooms.guard, syncBacklog: syncRooms.backlog },
    signupConfirmations: new SignupConfirmationReader(prisma),
    installation: createInstallation({ config, campaigns, releases: readWidgetReleases(`${ROOT}widget/dist`) }),
    ...{ signupReader, signupExport: new SignupExport(prisma, signupReader) },
    sync: syncRooms.createService({ campaigns, signups }),
    happeningsReader: new HappeningsReader(prisma),
    ...{ happenings, analytics: new AnalyticsReader(prisma), live: createLive({ database, logger }), traitsOf },
    ...{ unlisting, orders, answers },
    ...{ catalogSync: catalogSync.service, productStandings: new ProductStandingReader(prisma) },
    home: { attentions: new AttentionReader(prisma), setUps: new SetUpReader(prisma) },
    ...{ shopify, sessions: shopify ? null : sessions },
    authenticate: createAuthenticate(apiTokens, shopify?.merchants ?? sessions),
  };
}

/** The answers before a gate are forgotten with the campaign that they show, after its reader has forgotten it. */
function createAnswerMemory(notices: Notices): AnswerMemory {
  const answers = new AnswerMemory();
  const forgetAll = () => answers.forgetAll();
  notices.hear(
    CHANGE_CHANNEL,
    changeEar({ onCampaign: (id) => answers.forget(id), onShop: forgetAll, onGap: forgetAll }),
  );
  return answers;
}
