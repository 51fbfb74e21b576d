import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { jwksRoutes } from './access-pass/jwks.routes.ts';
import { liveRoutes } from './analytics/live.routes.ts';
import type { AppParts, Services } from './app.ts';
import { appProxyRoutes } from './app-proxy/app-proxy.routes.ts';
import { catalogImportRoutes } from './catalog/catalog-import.routes.ts';
import { confirmRoutes } from './confirmation/confirm.routes.ts';
import { adminRoutes } from './front-end/admin.routes.ts';
import { widgetRoutes } from './front-end/widget.routes.ts';
import { readWidgetDocuments } from './front-end/widget-documents.ts';
import type { GuessBudget } from './gate/guess-budget.ts';
import { visitorAddressOf } from './gate/visitor.ts';
import { guestListRoutes } from './guest-list/guest-list.routes.ts';
import { hostedPageRoutes } from './hosted-page/hosted-page.routes.ts';
import { createPassVisit } from './hosted-page/pass-visit.ts';
import type { Config } from './platform/config.ts';
import { graphiqlRoutes } from './platform/graphql/graphiql.routes.ts';
import { mountGraphql } from './platform/graphql/graphql-endpoint.ts';
import { createHttpServer } from './platform/http/http-server.ts';
import { noteForLog } from './platform/http/request-log.ts';
import { LoopDelay } from './platform/loop-delay.ts';
import { superviseMail } from './platform/mail/mailer.ts';
import { WaitingRoom } from './platform/waiting-room.ts';
import { dataRequestRoutes } from './privacy/data-request.routes.ts';
import { resolversOf } from './resolvers.ts';
import { adminSchema, publicSchema } from './schemas.ts';
import { tellAppBridge } from './shopify/embedded/app-bridge-retry.ts';
import { bounceRoutes } from './shopify/embedded/bounce.routes.ts';
import { installRoutes } from './shopify/embedded/install.routes.ts';
import type { ShopifyRooms } from './shopify-parts.ts';
import { signupExportRoutes } from './signup/signup-export.routes.ts';
import { mailboxRoutes } from './standalone/mailbox.routes.ts';
import { merchantSessionRoutes } from './standalone/merchant-session.routes.ts';
import { standaloneRoutes } from './standalone/standalone.routes.ts';
import { vendorsRoutes } from './standalone/vendors.routes.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Visitors beyond this wait at the door, by the element and by a hosted page's forms together, and are sent away with `Retry-After` before they would be late; times in milliseconds. As many
 * work at once as share one claim's transaction.
 */
const CROWD = { atOnce: 200, seats: 2_000, patienceMs: 5_000 };

/** Counts of wrong guesses and of mails that have run out, and revoked passes that have, are forgotten this often. */
const SWEEP_MS = 60_000;

/** The whole product as one server that does not listen yet. Its caller closes the database after it. */
export async function createApp(
  { config, database, logger }: AppParts,
  services: Services,
  waitingRoom?: WaitingRoom,
): Promise<FastifyInstance> {
  const http = await createHttpServer({
    logger,
    bodyBytes: config.limits.publicBodyBytes,
    requestTimeoutMs: config.limits.requestTimeoutMs,
    headersTimeoutMs: config.limits.headersTimeoutMs,
    trustedProxies: config.trustedProxies,
    https: config.publicUrl.startsWith('https:'),
    checks: { database: () => database.isReachable() },
  });
  if (services.shopify) tellAppBridge(http);
  const crowd = waitingRoom ?? crowdAt(http);
  await mountGraphqlEndpoints(http, services, { config, crowd });
  await mountPages(http, services, crowd);
  if (services.shopify) await mountShopify(http, services, services.shopify);
  const { sessions, vendors } = services;
  if (sessions && vendors) await mountStandalone(http, { ...services, sessions, vendors });
  forgetOldCounts(http, [services.budget, services.mailBudget, services.revoked]);
  superviseMail(http, services.outgoing, config.shutdownGraceMs);
  http.addHook('onReady', () => services.notices.start());
  http.addHook('onClose', () => services.notices.stop());
  return http;
}

/** Everybody who comes without being known. Who is sent away is told so before their question is read. */
function crowdAt(http: FastifyInstance): WaitingRoom {
  const delay = new LoopDelay();
  delay.start();
  http.addHook('onClose', async () => delay.stop());
  return new WaitingRoom({ ...CROWD, isOverrun: () => delay.isOverrun });
}

/** What the doors know besides the services. */
interface DoorParts {
  readonly config: Config;
  readonly crowd: WaitingRoom;
}

async function mountGraphqlEndpoints(http: FastifyInstance, services: Services, { config, crowd }: DoorParts) {
  const { limits, shopify } = config;
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
    crowd,
    trusted: {
      texts: readWidgetDocuments(`${ROOT}widget/documents.json`),
      openVariables: ['id'],
      answers: services.answers,
    },
    limits: { ...shared, cost: limits.publicQueryCost, bodyBytes: limits.publicBodyBytes, mutationFields: 1 },
    context: async (request) => ({
      visitorAddress: visitorAddressOf(request.ip),
      traits: services.traitsOf(request),
      browser: request.headers['user-agent'] ?? '',
      requestId: request.id,
    }),
  });
}

async function mountPages(http: FastifyInstance, services: Services, crowd: WaitingRoom): Promise<void> {
  const { catalogImport, authenticate, confirmations, gate, hostedPages } = services;
  const showPass = createPassVisit(hostedPages.publicUrl);
  await http.register(jwksRoutes(services.passes));
  await http.register(hostedPageRoutes(hostedPages, crowd));
  await http.register(
    confirmRoutes({
      confirmations,
      open: (confirmed, request) => gate.openConfirmed(confirmed, services.traitsOf(request)),
      showPass,
    }),
  );
  await http.register(widgetRoutes({ directory: `${ROOT}widget/dist` }));
  await http.register(catalogImportRoutes({ catalogImport, authenticate }));
  await http.register(guestListRoutes(services));
  await http.register(liveRoutes({ ...services.live, authenticate }));
  await http.register(signupExportRoutes(services));
  await http.register(dataRequestRoutes({ requests: services.privacy.requests, authenticate }));
  if (services.webhooks) await http.register(services.webhooks.routes);
  await http.register(graphiqlRoutes(`${ROOT}api/dist/graphiql`));
  await http.register(adminRoutes({ directory: `${ROOT}admin/dist`, frame: services.shopify?.embeddedAdmin ?? null }));
}

async function mountShopify(http: FastifyInstance, services: Services, shopify: ShopifyRooms): Promise<void> {
  const { current, previous } = shopify.secrets;
  const secrets = previous === null ? [current] : [current, previous];
  await http.register(installRoutes({ shops: services.shops, addresses: shopify.addresses }));
  await http.register(bounceRoutes(shopify.embeddedAdmin));
  await http.register(appProxyRoutes({ pages: services.hostedPages, trust: { secrets, now: Date.now } }));
}

type StandaloneServices = Services & {
  readonly [Part in 'sessions' | 'vendors']: NonNullable<Services[Part]>;
};

async function mountStandalone(http: FastifyInstance, services: StandaloneServices): Promise<void> {
  const { demoShop, demoGoods, sessions } = services;
  const picturesDirectory = `${ROOT}api/src/standalone/pictures`;
  await http.register(standaloneRoutes({ demoShop, goods: demoGoods, picturesDirectory }));
  await http.register(mailboxRoutes(services.mailbox));
  await http.register(merchantSessionRoutes({ demoShop, sessions }));
  await http.register(vendorsRoutes(services.vendors));
}

function forgetOldCounts(http: FastifyInstance, budgets: readonly Pick<GuessBudget, 'sweep'>[]): void {
  const sweep = () =>
    Promise.all(budgets.map((budget) => budget.sweep())).catch((err: unknown) => {
      http.log.warn({ err }, 'old counts stay a while longer');
    });
  const timer = setInterval(sweep, SWEEP_MS).unref();
  http.addHook('onClose', async () => clearInterval(timer));
}
