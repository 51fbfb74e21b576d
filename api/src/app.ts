import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { AccessPassResolver } from './access-pass/access-pass.resolver.ts';
import { AccessPassService } from './access-pass/access-pass.service.ts';
import { AccessPassList } from './access-pass/access-pass-list.ts';
import { AccessPassOriginResolver } from './access-pass/access-pass-origin.resolver.ts';
import { jwksRoutes } from './access-pass/jwks.routes.ts';
import { isPlaceGood } from './access-pass/place.store.ts';
import { SigningKeyStore } from './access-pass/signing-key.store.ts';
import { SigningKeyRing } from './access-pass/signing-key-ring.ts';
import { createViewRecorder } from './analytics/view.recorder.ts';
import { CampaignReader } from './campaign/campaign.reader.ts';
import { createCampaignView } from './campaign/campaign.record.ts';
import { CampaignResolver } from './campaign/campaign.resolver.ts';
import { CampaignService } from './campaign/campaign.service.ts';
import { CampaignCopies } from './campaign/campaign-copies.ts';
import { CampaignGoodsResolver } from './campaign/campaign-goods.resolver.ts';
import { CampaignRows } from './campaign/campaign-rows.ts';
import { createCampaignSecrets } from './campaign/campaign-secrets.ts';
import { AccessCodeService } from './campaign/credentials/access-code.service.ts';
import { CampaignCredentialsResolver } from './campaign/credentials/campaign-credentials.resolver.ts';
import { CredentialResolver } from './campaign/credentials/credential.resolver.ts';
import { SecretLinkService } from './campaign/credentials/secret-link.service.ts';
import { CatalogResolver } from './catalog/catalog.resolver.ts';
import { CatalogService } from './catalog/catalog.service.ts';
import { catalogImportRoutes } from './catalog/catalog-import.routes.ts';
import { CatalogImport } from './catalog/catalog-import.ts';
import { CatalogPictures } from './catalog/catalog-pictures.ts';
import { createDemoStorefront, createShopifyStorefront } from './catalog/storefront.ts';
import { confirmRoutes } from './confirmation/confirm.routes.ts';
import { ConfirmationService } from './confirmation/confirmation.service.ts';
import { ConfirmationStore } from './confirmation/confirmation.store.ts';
import { MailBudget } from './confirmation/mail-budget.ts';
import { adminRoutes } from './front-end/admin.routes.ts';
import { widgetRoutes } from './front-end/widget.routes.ts';
import { readWidgetRelease } from './front-end/widget-release.ts';
import { AccessReader } from './gate/access.reader.ts';
import { AccessResolver } from './gate/access.resolver.ts';
import { createClaimRecorder } from './gate/claim.recorder.ts';
import { GateResolver } from './gate/gate.resolver.ts';
import { GateService } from './gate/gate.service.ts';
import { GuessBudget } from './gate/guess-budget.ts';
import { visitorAddressOf } from './gate/visitor.ts';
import { WaitingListResolver } from './gate/waiting-list.resolver.ts';
import { GuestListResolver } from './guest-list/guest-list.resolver.ts';
import { guestListRoutes } from './guest-list/guest-list.routes.ts';
import { GuestListService } from './guest-list/guest-list.service.ts';
import { copyGuestList } from './guest-list/guest-list-copy.ts';
import { GuestListUpload } from './guest-list/guest-list-upload.ts';
import { hostedPageRoutes } from './hosted-page/hosted-page.routes.ts';
import type { HostedPageParts } from './hosted-page/hosted-parts.ts';
import { createPassVisit } from './hosted-page/pass-visit.ts';
import type { Config } from './platform/config.ts';
import type { Database } from './platform/database/database.ts';
import { graphiqlRoutes } from './platform/graphql/graphiql.routes.ts';
import { mountGraphql } from './platform/graphql/graphql-endpoint.ts';
import { createHttpServer } from './platform/http/http-server.ts';
import { noteForLog } from './platform/http/request-log.ts';
import { Mailbox } from './platform/mail/mailbox.ts';
import { canMail, chooseMailer, superviseMail } from './platform/mail/mailer.ts';
import { OutgoingMail } from './platform/mail/outgoing-mail.ts';
import { createSeal } from './platform/seal.ts';
import { adminSchema, publicSchema } from './schemas.ts';
import { ApiTokenResolver } from './shop/api-token.resolver.ts';
import { ApiTokenService } from './shop/api-token.service.ts';
import { createAuthenticate } from './shop/authentication.ts';
import { createMerchantSessions } from './shop/merchant-session.ts';
import { ShopResolver } from './shop/shop.resolver.ts';
import { ShopService } from './shop/shop.service.ts';
import { CampaignSignupsResolver, SignupCampaignResolver } from './signup/campaign-signups.resolver.ts';
import { SignupResolver } from './signup/signup.resolver.ts';
import { SignupService } from './signup/signup.service.ts';
import { DemoGoods } from './standalone/demo-goods.ts';
import { DemoShop } from './standalone/demo-shop.ts';
import { mailboxRoutes } from './standalone/mailbox.routes.ts';
import { merchantSessionRoutes } from './standalone/merchant-session.routes.ts';
import { standaloneRoutes } from './standalone/standalone.routes.ts';
import { ReceiptReader } from './sync/receipt.reader.ts';
import { SignupSyncResolver } from './sync/signup-sync.resolver.ts';

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

/**
 * Visitors beyond this wait at the door, and are sent away with `Retry-After` before they would be late; times in milliseconds. As many
 * work at once as share one claim's transaction.
 */
const CROWD = { atOnce: 200, seats: 2_000, patienceMs: 5_000 };

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Counts of wrong guesses and of mails that have run out are forgotten this often. */
const SWEEP_MS = 60_000;

/** Builds every service of the house. Nothing else does. */
export function createServices({ config, database: { prisma }, appKey }: Omit<AppParts, 'logger'>) {
  const { publicUrl } = config;
  const seal = createSeal(appKey);
  const shops = new ShopService(prisma);
  const storefront = config.shopify ? createShopifyStorefront() : createDemoStorefront(publicUrl);
  const catalog = new CatalogService({ prisma, pictures: new CatalogPictures(prisma, publicUrl), storefront });
  const catalogImport = new CatalogImport(prisma);
  const secrets = createCampaignSecrets(seal);
  const view = createCampaignView(seal, { publicUrl, release: readWidgetRelease(`${ROOT}widget/dist`) });
  const rows = new CampaignRows(prisma, secrets);
  const copies = new CampaignCopies({ prisma, seal, secrets, copyGuests: copyGuestList });
  const campaigns = new CampaignService({ prisma, catalog, rows, copies, view, canMail: canMail(config) });
  const accessCodes = new AccessCodeService(prisma, seal, secrets);
  const secretLinks = new SecretLinkService({ prisma, seal, secrets, publicUrl });
  const campaignReader = new CampaignReader(prisma, seal);
  const signups = new SignupService(prisma);
  const apiTokens = new ApiTokenService(prisma);
  const sessions = config.shopify ? null : createMerchantSessions(seal);
  const signingKeys = new SigningKeyStore(prisma, seal);
  const passes = new AccessPassService(new SigningKeyRing(signingKeys), publicUrl);
  const { wrongGuesses, wrongGuessWindowMs: windowMs, campaignWrongGuesses } = config.limits;
  const budget = new GuessBudget(prisma, seal, { wrongGuesses, windowMs, campaignWrongGuesses });
  const guestList = new GuestListService(prisma);
  const mailbox = config.shopify || config.smtp ? null : new Mailbox();
  const outgoing = new OutgoingMail(chooseMailer(config.smtp, mailbox));
  const mailBudget = new MailBudget(prisma, seal, config.limits.mails);
  const mailParts = { store: new ConfirmationStore(prisma), outgoing, budget: mailBudget };
  const confirmations = new ConfirmationService({ ...mailParts, campaigns: campaignReader, seal, publicUrl });
  const gate = new GateService({
    ...{ campaigns: campaignReader, passes, signups, budget, seal },
    claim: createClaimRecorder(prisma),
    isGuest: (campaign, emailKey) => guestList.isGuest(campaign, emailKey),
    confirmations,
  });
  const access = new AccessReader({
    ...{ campaigns: campaignReader, passes },
    isPlaceGood: (shop, id) => isPlaceGood(prisma, shop, id),
  });
  const waitingList = new WaitingListResolver(campaignReader, guestList, mailBudget);
  const recordView = createViewRecorder(prisma);
  const hostedPages: HostedPageParts = {
    ...{ gate, access, seal, publicUrl, visitorAddressOf, recordView },
    joinWaitingList: (input, visitor) => waitingList.waitingListJoin(input, visitor),
    findBySecretLink: async (secret) => (await campaignReader.bySecretLink(secret))?.campaign ?? null,
    productsOf: ({ guarded, pass }) => catalog.gatedProducts(guarded.shop, guarded, pass),
    timeZoneOf: async (shop) => (await shops.get(shop)).timeZone,
  };
  const catalogFile = `${ROOT}api/src/standalone/demo-catalog.csv`;
  const demoShop = new DemoShop({ prisma, shops, campaigns, accessCodes, catalogImport, catalogFile });
  return {
    ...{ shops, catalog, catalogImport, campaigns, campaignReader, signups, apiTokens, sessions, passes },
    ...{ mailbox, outgoing, confirmations, mailBudget, budget, gate, access },
    ...{ demoShop, demoGoods: new DemoGoods(prisma) },
    ...{ guestList, waitingList, hostedPages },
    guestListUpload: new GuestListUpload(prisma),
    ...{ accessCodes, secretLinks, passList: new AccessPassList(prisma), signingKeys },
    receipts: new ReceiptReader(prisma),
    recordView,
    authenticate: createAuthenticate(apiTokens, sessions),
  };
}

/** The whole product as one server that does not listen yet. Its caller closes the database after it. */
export async function createApp({ config, database, logger }: AppParts, services: Services): Promise<FastifyInstance> {
  const http = await createHttpServer({
    logger,
    bodyBytes: config.limits.publicBodyBytes,
    requestTimeoutMs: config.limits.requestTimeoutMs,
    headersTimeoutMs: config.limits.headersTimeoutMs,
    trustedProxies: config.trustedProxies,
    https: config.publicUrl.startsWith('https:'),
    checks: { database: () => database.isReachable() },
  });
  await mountGraphqlEndpoints(http, services, config);
  await mountPages(http, services);
  if (services.sessions) await mountStandalone(http, { ...services, sessions: services.sessions });
  forgetOldCounts(http, [services.budget, services.mailBudget]);
  superviseMail(http, services.outgoing, config.shutdownGraceMs);
  return http;
}

async function mountGraphqlEndpoints(http: FastifyInstance, services: Services, { limits, shopify }: Config) {
  const shared = { tokens: limits.queryTokens, depth: limits.queryDepth, aliases: limits.queryAliases, directives: 10 };
  await mountGraphql(http, {
    path: '/admin/graphql',
    schema: adminSchema(resolversOf(services)),
    access: 'same-origin',
    limits: { ...shared, cost: limits.adminQueryCost, bodyBytes: limits.adminBodyBytes },
    ...(shopify ? {} : { graphiqlSession: '/admin/session' }),
    context: async (request) => {
      const principal = await services.authenticate(request);
      noteForLog(request, { shop: principal.shop });
      return { principal, requestId: request.id };
    },
  });
  await mountGraphql(http, {
    path: '/public/graphql',
    schema: publicSchema(resolversOf(services)),
    access: 'open-to-every-origin',
    crowd: CROWD,
    limits: { ...shared, cost: limits.publicQueryCost, bodyBytes: limits.publicBodyBytes, mutationFields: 1 },
    context: async (request) => ({ visitorAddress: visitorAddressOf(request.ip), requestId: request.id }),
  });
}

function resolversOf(services: Services) {
  const { campaigns, campaignReader, catalog, signups, shops, apiTokens, gate, access, recordView } = services;
  const { accessCodes, secretLinks } = services;
  const resolvers = new Map<unknown, object>([
    [CampaignResolver, new CampaignResolver(campaigns)],
    [CampaignGoodsResolver, new CampaignGoodsResolver(catalog)],
    [CampaignCredentialsResolver, new CampaignCredentialsResolver(accessCodes, secretLinks)],
    [CredentialResolver, new CredentialResolver(accessCodes, secretLinks)],
    [AccessPassResolver, new AccessPassResolver(services.passList)],
    [AccessPassOriginResolver, new AccessPassOriginResolver(services)],
    [CampaignSignupsResolver, new CampaignSignupsResolver(signups)],
    [SignupResolver, new SignupResolver(signups)],
    [SignupCampaignResolver, new SignupCampaignResolver(campaigns)],
    [SignupSyncResolver, new SignupSyncResolver(services.receipts)],
    [GuestListResolver, new GuestListResolver(services.guestList, campaigns)],
    [CatalogResolver, new CatalogResolver(catalog)],
    [ShopResolver, new ShopResolver(shops)],
    [ApiTokenResolver, new ApiTokenResolver(apiTokens)],
    [GateResolver, new GateResolver(campaignReader, gate, recordView)],
    [AccessResolver, new AccessResolver(access, catalog)],
    [WaitingListResolver, services.waitingList],
  ]);
  return { get: (resolver: unknown) => resolvers.get(resolver) };
}

async function mountPages(http: FastifyInstance, services: Services): Promise<void> {
  const { catalogImport, authenticate, confirmations, gate, hostedPages } = services;
  const showPass = createPassVisit(hostedPages.publicUrl);
  await http.register(jwksRoutes(services.passes));
  await http.register(hostedPageRoutes(hostedPages));
  await http.register(confirmRoutes({ confirmations, open: (confirmed) => gate.openConfirmed(confirmed), showPass }));
  await http.register(widgetRoutes({ directory: `${ROOT}widget/dist` }));
  await http.register(catalogImportRoutes({ catalogImport, authenticate }));
  await http.register(guestListRoutes(services));
  await http.register(graphiqlRoutes(`${ROOT}api/dist/graphiql`));
  await http.register(adminRoutes({ directory: `${ROOT}admin/dist` }));
}

type StandaloneServices = Services & { readonly sessions: NonNullable<Services['sessions']> };

async function mountStandalone(http: FastifyInstance, services: StandaloneServices): Promise<void> {
  const { demoShop, demoGoods, sessions } = services;
  const picturesDirectory = `${ROOT}api/src/standalone/pictures`;
  await http.register(standaloneRoutes({ demoShop, goods: demoGoods, picturesDirectory }));
  await http.register(mailboxRoutes(services.mailbox));
  await http.register(merchantSessionRoutes({ demoShop, sessions }));
}

function forgetOldCounts(http: FastifyInstance, budgets: readonly Pick<GuessBudget, 'sweep'>[]): void {
  const sweep = () =>
    Promise.all(budgets.map((budget) => budget.sweep())).catch((err: unknown) => {
      http.log.warn({ err }, 'old counts stay a while longer');
    });
  const timer = setInterval(sweep, SWEEP_MS).unref();
  http.addHook('onClose', async () => clearInterval(timer));
}
