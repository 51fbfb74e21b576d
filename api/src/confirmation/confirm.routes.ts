import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { problemOf, sendProblem } from '../platform/http/http-error.ts';
import { sendPage } from '../platform/http/page.ts';
import { noteForLog } from '../platform/http/request-log.ts';
import { askPage, type ConfirmOutcome, outcomePage } from './confirm-page.ts';
import type { ConfirmationService } from './confirmation.service.ts';
import type { ConfirmedSignup } from './confirmation.store.ts';
import { type Language, languageOfHeader } from './confirmation-language.ts';

/** What proving an address opened, and where it may be seen. */
export interface OpenedByMail {
  readonly pass: string;
  readonly expiresAt: Date;
  readonly campaignId: string;
}

/** What the page behind a mailed link needs from the rest of the house. */
export interface ConfirmRoutesParts {
  readonly confirmations: Pick<ConfirmationService, 'confirmWithLink'>;
  /** Lets in whose address was proved just now; null when the campaign lets nobody in. */
  open(confirmed: ConfirmedSignup, request: FastifyRequest): Promise<Pick<OpenedByMail, 'pass' | 'expiresAt'> | null>;
  /** Answers with what the pass opens. Without it, a sentence says that the address is confirmed. */
  readonly showPass?: (reply: FastifyReply, opened: OpenedByMail) => FastifyReply | Promise<FastifyReply>;
}

type LinkRequest = FastifyRequest<{ Params: { token: string } }>;

const STATUS: Readonly<Record<ConfirmOutcome, number>> = { confirmed: 200, notOpen: 200, over: 404, failed: 503 };
const RETRY_AFTER_SECONDS = '5';
/** The form has no field. */
const FORM_BYTES = 1024;

/**
 * `/confirm/<token>`: where the mailed link leads. A GET spends nothing and looks nothing up, because mail scanners open links
 * before people do; the press of the button is a POST of an HTML form, which needs no script. Whoever has the secret is
 * the mailbox's owner, so there is nothing that another page could forge.
 */
export function confirmRoutes(parts: ConfirmRoutesParts): FastifyPluginAsync {
  return async (http) => {
    acceptForms(http);
    http.setErrorHandler<FastifyError>((fault, request, reply) => {
      const problem = problemOf(fault, request);
      if (problem.status < 500) return sendProblem(reply, problem);
      return answer(reply.header('retry-after', RETRY_AFTER_SECONDS), languageOfRequest(request), 'failed');
    });
    http.get('/confirm/:token', async (request, reply) =>
      sendPage(keepPrivate(reply), askPage(languageOfRequest(request)), { forms: true }),
    );
    http.post('/confirm/:token', { bodyLimit: FORM_BYTES }, (request: LinkRequest, reply) =>
      confirm(parts, request, reply),
    );
  };
}

async function confirm(parts: ConfirmRoutesParts, request: LinkRequest, reply: FastifyReply): Promise<FastifyReply> {
  const language = languageOfRequest(request);
  const { token } = request.params;
  const confirmed = await parts.confirmations.confirmWithLink(token);
  if (!confirmed) return answer(reply, language, 'over');
  noteForLog(request, { shop: confirmed.shop });
  const opened = await parts.open(confirmed, request);
  if (!opened) return answer(reply, language, 'notOpen');
  if (!parts.showPass) return answer(reply, language, 'confirmed');
  return parts.showPass(keepPrivate(reply), { ...opened, campaignId: confirmed.campaignId });
}

function answer(reply: FastifyReply, language: Language, outcome: ConfirmOutcome): FastifyReply {
  noteForLog(reply.request, { outcome });
  return sendPage(keepPrivate(reply).code(STATUS[outcome]), outcomePage(language, outcome), { forms: true });
}

/** What a form sends is read and forgotten: the address says everything. */
function acceptForms(http: FastifyInstance): void {
  http.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, async () => null);
}

function languageOfRequest({ headers }: FastifyRequest): Language {
  return languageOfHeader(headers['accept-language']);
}

function keepPrivate(reply: FastifyReply): FastifyReply {
  return reply
    .header('cache-control', 'private, no-store')
    .header('vary', 'accept-language')
    .header('x-robots-tag', 'noindex, nofollow');
}
