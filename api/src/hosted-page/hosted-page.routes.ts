import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type GateCampaign, gateCampaignOf } from '../gate/gate-campaign.type.ts';
import { GateOpened } from '../gate/gate-result.type.ts';
import { problemOf } from '../platform/http/http-error.ts';
import { noteForLog } from '../platform/http/request-log.ts';
import { isUnavailable, retryAfterSeconds } from '../platform/unavailable.ts';
import type { WaitingRoom } from '../platform/waiting-room.ts';
import { FormTokens, isFromElsewhere } from './form-token.ts';
import type { GateFace } from './gate-face.ts';
import { comeAgain, type ShownAnswer, sendAgain } from './hosted-answer.ts';
import { enter } from './hosted-entry.ts';
import { type HostedForm, readHostedForm } from './hosted-form.ts';
import { answeredPage, hostedPage } from './hosted-page.ts';
import { campaignBehind, type HostedPageParts, keepPrivate, sendPrivately, wordingFor } from './hosted-parts.ts';
import type { HostedWording } from './hosted-wording.ts';
import { outOfReachPage, unknownLinkPage, unreadablePage } from './notice.page.ts';
import { OncePosted } from './once-posted.ts';
import { passCookie, passInCookie } from './pass-cookie.ts';
import { passPageRoutes } from './pass-page.routes.ts';
import { viewPictureRoute } from './view-picture.routes.ts';
import { visitorLanguage } from './visitor-language.ts';

/** An address, a password and the words of the consent fit well. */
const FORM_BYTES = 16_384;

type LinkRequest = FastifyRequest<{ Params: { secret: string } }>;

type Outcome = GateOpened | ShownAnswer;

/** What a post passes through before it comes to the gate. */
interface Doors {
  readonly tokens: FormTokens;
  readonly once: OncePosted<Outcome>;
  /** Where posts wait their turn, together with everybody else who wants something of the gate. */
  readonly crowd: WaitingRoom;
}

type ReceivingParts = HostedPageParts & Doors;

/** A form that reached the campaign it belongs to. */
interface Posted {
  readonly form: HostedForm;
  readonly campaign: GateCampaign;
  readonly wording: HostedWording;
  readonly secret: string;
}

/**
 * `/c/<secret link>`: a campaign's hosted page. A GET spends nothing: mail scanners and link previews open such addresses before
 * people do. What the link is worth is asked for by the element or, without scripts, by a post of the page's own forms, which
 * waits its turn in `crowd`.
 */
export function hostedPageRoutes(parts: HostedPageParts, crowd: WaitingRoom): FastifyPluginAsync {
  const doors: Doors = { crowd, tokens: new FormTokens(parts.seal), once: new OncePosted<Outcome>() };
  return async (http) => {
    readForms(http);
    http.setErrorHandler<FastifyError>(sendFault);
    http.get('/c/:secret', (request: LinkRequest, reply) => show(parts, doors.tokens, request, reply));
    http.post('/c/:secret', { bodyLimit: FORM_BYTES }, (request: LinkRequest, reply) =>
      receive({ ...parts, ...doors }, request, reply),
    );
    passPageRoutes(http, parts);
    viewPictureRoute(http, parts);
  };
}

async function show(parts: HostedPageParts, tokens: FormTokens, request: LinkRequest, reply: FastifyReply) {
  const { secret } = request.params;
  const found = await campaignBehind(parts, secret);
  if (!found) return sendUnknown(request, reply);
  const wording = await wordingFor(parts, request, found);
  const pass = passInCookie(request.headers.cookie);
  const access = pass === '' ? null : await parts.access.byPass(pass);
  const campaign = gateCampaignOf(found);
  const face: GateFace = {
    ...{ campaign, wording, status: campaign.status, answer: null },
    ...{ email: '', acceptsMarketing: false, password: '', code: '' },
    ...{ action: `/c/${secret}`, token: tokens.make(secret), isIn: access?.campaign.id === campaign.id },
  };
  return sendPrivately(reply, hostedPage(face, secret, parts.publicUrl));
}

async function receive(parts: ReceivingParts, request: LinkRequest, reply: FastifyReply) {
  const { tokens } = parts;
  const { secret } = request.params;
  const found = await campaignBehind(parts, secret);
  if (!found) return sendUnknown(request, reply);
  noteForLog(request, { shop: found.shop });
  const form = readHostedForm(request.body);
  if (form === null) return sendPrivately(reply.code(400), unreadablePage(languageOf(request)));
  const posted = { form, secret, campaign: gateCampaignOf(found), wording: await wordingFor(parts, request, found) };
  const isOurs = !isFromElsewhere(request) && tokens.isGood(form.token, secret);
  const outcome = isOurs ? await inTurn(parts, request, posted) : sendAgain(form, posted.wording);
  if (outcome instanceof GateOpened) return letIn(parts, outcome, posted, reply);
  // By its token a form that is sent again is known for the act that it was.
  const token = outcome.isUnanswered ? form.token : tokens.make(secret);
  return sendAnswer(reply, outcome, { posted, parts, token });
}

/** Tries a form when it is its turn. Who cannot be answered now keeps the page and what was typed. */
async function inTurn(parts: ReceivingParts, request: LinkRequest, posted: Posted): Promise<Outcome> {
  const { once, crowd } = parts;
  try {
    return await once.run(keyOf(request), () => crowd.admit(() => tryToEnter(parts, request, posted)));
  } catch (fault) {
    if (!(fault instanceof Error) || !isUnavailable(fault)) throw fault;
    noteForLog(request, { outcome: problemOf(fault, request).code });
    return comeAgain(posted.form, posted.wording);
  }
}

/** What makes two posts the same one: all of the form, with its token, from the same address. */
function keyOf({ ip, body }: FastifyRequest): string {
  return `${ip} ${body}`;
}

function tryToEnter(parts: HostedPageParts, { ip }: FastifyRequest, { form, secret, campaign, wording }: Posted) {
  const visitorAddress = parts.visitorAddressOf(ip);
  const page = `${parts.publicUrl}/c/`;
  return enter(parts, { form, secret, wording, visitorAddress, page, campaignId: campaign.id });
}

function letIn(parts: HostedPageParts, opened: GateOpened, { secret }: Posted, reply: FastifyReply): FastifyReply {
  const secure = parts.publicUrl.startsWith('https:');
  const path = `/c/${secret}`;
  return keepPrivate(reply)
    .header('set-cookie', passCookie(opened, { path, secure }))
    .redirect(`${path}/pass${opened.confirmBy ? '?confirm' : ''}`, 303);
}

interface AnswerParts {
  readonly posted: Posted;
  readonly parts: HostedPageParts;
  readonly token: string;
}

function sendAnswer(reply: FastifyReply, shown: ShownAnswer, { posted, parts, token }: AnswerParts): FastifyReply {
  const { form, campaign, wording, secret } = posted;
  const { email, acceptsMarketing } = form;
  const { password, code } = shown.isUnanswered ? form : { password: '', code: '' };
  const face: GateFace = {
    ...{ campaign, wording, email, acceptsMarketing, password, code, token, answer: shown.answer, isIn: false },
    ...{ action: `/c/${secret}`, status: shown.status ?? campaign.status },
  };
  if (shown.retryAt) reply.header('retry-after', secondsUntil(shown.retryAt));
  return sendPrivately(reply.code(shown.code), answeredPage(face, parts.publicUrl));
}

function secondsUntil(instant: Date): string {
  return String(Math.max(1, Math.ceil((instant.getTime() - Date.now()) / 1000)));
}

function sendUnknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendPrivately(reply.code(404), unknownLinkPage(languageOf(request)));
}

/** What a visitor reads instead of a form that is too large or of another kind, and when we fail. */
function sendFault(fault: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status } = problemOf(fault, request);
  if (status < 500) return sendPrivately(reply.code(status), unreadablePage(languageOf(request)));
  return sendPrivately(reply.code(503).header('retry-after', retryAfterSeconds()), outOfReachPage(languageOf(request)));
}

function readForms(http: FastifyInstance): void {
  const read = async (_request: FastifyRequest, body: string) => new URLSearchParams(body);
  http.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, read);
}

function languageOf({ headers }: FastifyRequest) {
  return visitorLanguage(headers['accept-language']);
}
