import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '../gate/access.type.ts';
import { campaignBehind, type HostedPageParts, keepPrivate, sendPrivately, wordingFor } from './hosted-parts.ts';
import { notInPage, unknownLinkPage } from './notice.page.ts';
import { passInCookie } from './pass-cookie.ts';
import { passPage } from './pass-page.ts';
import { visitorLanguage } from './visitor-language.ts';

type LinkRequest = FastifyRequest<{ Params: { secret: string } }>;
type PassRequest = FastifyRequest<{ Params: { campaignId: string } }>;

/** `/c/<secret link>/pass` and `/pass/<campaign>`: what is open to a browser that keeps its pass in a cookie. */
export function passPageRoutes(http: FastifyInstance, parts: HostedPageParts): void {
  http.get('/c/:secret/pass', (request: LinkRequest, reply) => showBehindLink(parts, request, reply));
  http.get('/pass/:campaignId', (request: PassRequest, reply) => showByPass(parts, request, reply));
}

/** Whoever has no pass any more is led back to the gate. */
async function showBehindLink(parts: HostedPageParts, request: LinkRequest, reply: FastifyReply) {
  const { secret } = request.params;
  const campaign = await campaignBehind(parts, secret);
  if (!campaign) {
    return sendPrivately(reply.code(404), unknownLinkPage(visitorLanguage(request.headers['accept-language'])));
  }
  const access = await accessOf(parts, request, campaign.id);
  if (!access) return keepPrivate(reply).redirect(`/c/${secret}`, 303);
  return sendPass(parts, access, { request, reply });
}

/** The server does not know the link by which somebody came here, so it cannot lead back: it says what to do. */
async function showByPass(parts: HostedPageParts, request: PassRequest, reply: FastifyReply) {
  const access = await accessOf(parts, request, request.params.campaignId);
  if (access) return sendPass(parts, access, { request, reply });
  return sendPrivately(reply.code(403), notInPage(visitorLanguage(request.headers['accept-language'])));
}

async function accessOf(parts: HostedPageParts, request: FastifyRequest, campaignId: string): Promise<Access | null> {
  const pass = passInCookie(request.headers.cookie);
  const access = pass === '' ? null : await parts.access.byPass(pass);
  return access?.campaign.id === campaignId ? access : null;
}

async function sendPass(
  parts: HostedPageParts,
  access: Access,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply> {
  const [wording, products] = await Promise.all([wordingFor(parts, request, access.guarded), parts.productsOf(access)]);
  const isUnconfirmed = new URL(request.url, parts.publicUrl).searchParams.has('confirm');
  return sendPrivately(reply, passPage({ access, wording, products, isUnconfirmed, publicUrl: parts.publicUrl }));
}
