import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../platform/http/http-error.ts';
import { noteForLog } from '../platform/http/request-log.ts';
import { isUuid } from '../platform/uuid.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { Authenticate } from '../shop/authentication.ts';
import { requireScope } from '../shop/authorization.ts';
import type { LiveCampaign, LiveNumbers } from './live-numbers.ts';
import type { LiveWatch } from './live-watch.ts';

/** What the live view is made from. */
export interface LiveParts {
  readonly authenticate: Authenticate;
  readonly watch: LiveWatch;
  /** Whether the shop has this campaign. */
  readonly exists: (campaign: LiveCampaign) => Promise<boolean>;
}

/** How often it is asked again whether the token is still good, in milliseconds. */
const CHECK_EVERY_MS = 15_000;

type LiveRequest = FastifyRequest<{ Params: { id: string } }>;

/**
 * `GET /admin/campaigns/:id/live`: a campaign's numbers as server-sent events, once a second; `read_analytics`, by the same tokens as
 * the admin API. An event `numbers` has them as JSON; `gone` is the last one of a campaign that was deleted. A line that begins with a
 * colon says only that the stream lives. The stream ends when the token does: whoever watches on asks again with a fresh one. Nothing is
 * resumed by `Last-Event-ID`: each event is all there is. Refuses with 401, 403, 404, and 429 for more than 20 watchers in a shop.
 */
export function liveRoutes(parts: LiveParts): FastifyPluginAsync {
  return async (http) => {
    // Open streams must not hold up the end of the process, nor outlive it.
    http.addHook('preClose', async () => parts.watch.stop());
    http.get('/admin/campaigns/:id/live', (request: LiveRequest, reply) => open(parts, request, reply));
  };
}

async function open(parts: LiveParts, request: LiveRequest, reply: FastifyReply) {
  const principal = await parts.authenticate(request);
  requireScope(principal, ApiTokenScope.read_analytics);
  const { shop } = principal;
  noteForLog(request, { shop });
  const campaign = { shop, campaignId: request.params.id };
  if (!isUuid(campaign.campaignId) || !(await parts.exists(campaign))) {
    return sendProblem(reply, { status: 404, code: 'NOT_FOUND', message: 'There is no campaign with this id.' });
  }
  if (!parts.watch.hasRoom(shop)) {
    const message = 'Too many live views of this shop are open. Close one of them.';
    return sendProblem(reply.header('retry-after', '10'), { status: 429, code: 'TOO_MANY_STREAMS', message });
  }
  stream(parts, campaign, { request, reply });
  return reply;
}

interface Exchange {
  readonly request: LiveRequest;
  readonly reply: FastifyReply;
}

function stream({ watch, authenticate }: LiveParts, campaign: LiveCampaign, { request, reply }: Exchange): void {
  reply.hijack();
  const { raw } = reply;
  const headers = {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  };
  // A proxy that gathers an answer before it passes it on would show nothing.
  raw.writeHead(200, { ...headers, 'x-accel-buffering': 'no' } as Record<string, string>);
  const leave = watch.watch(campaign, {
    show: (numbers) => write(event('numbers', numbers)),
    wait: () => write(': the numbers are out of reach\n\n'),
    end: (why) => finish(why === 'gone' ? event('gone', null) : ''),
  });
  const check = setInterval(() => authenticate(request).then(notSomebodyElse, () => finish('')), CHECK_EVERY_MS);
  raw.once('close', close);

  /** A reader who does not keep up misses numbers; the next ones are all they need. */
  function write(text: string): void {
    if (!raw.writableNeedDrain) raw.write(text);
  }
  function finish(text: string): void {
    close();
    raw.end(text);
  }
  function close(): void {
    clearInterval(check);
    leave();
  }
  function notSomebodyElse({ shop }: { shop: string }): void {
    if (shop !== campaign.shop) finish('');
  }
}

function event(name: 'numbers' | 'gone', data: LiveNumbers | null): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
