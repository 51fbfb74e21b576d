import { Readable } from 'node:stream';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../platform/http/http-error.ts';
import { noteForLog } from '../platform/http/request-log.ts';
import { Turns } from '../platform/turns.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { Authenticate } from '../shop/authentication.ts';
import { requireScope } from '../shop/authorization.ts';
import { readExportQuery } from './signup-export.query.ts';
import type { SignupExport } from './signup-export.ts';

/** What the export's route is made from. */
export interface SignupExportParts {
  readonly signupExport: Pick<SignupExport, 'open'>;
  readonly authenticate: Authenticate;
  /** How often it is looked whether a tool's token is still good, in milliseconds; 5,000 unless another is named. */
  readonly checkEveryMs?: number;
}

/** Ten million rows take a quarter of this. */
const LONGEST_MS = 3_600_000;
const CHECK_EVERY_MS = 5_000;

/** Exports of one shop at once, in one process. */
const AT_ONCE = 2;
const TOO_MANY = {
  ...{ status: 429, code: 'TOO_MANY_EXPORTS' },
  message: 'Two exports of this shop are under way. Wait for one of them, or cancel it.',
};

/**
 * `GET /admin/signups.csv`: the shop's sign-ups as CSV, UTF-8, titles first, newest first, as a stream of any length; by the same tokens as
 * the admin API, with the scope `read_signups`. Parameters, all of them optional: `campaignId`, `query` (the beginning of an address),
 * `acceptsMarketing` (`true`, `false`), `klaviyo` and `omnisend` (states parted by commas, such as `FAILED,PARKED`, or `NONE`), `page`, `from`
 * and `to` (ISO 8601), as the list has them; and `bom=true` for a byte order mark, which spreadsheets want.
 *
 * What ends before its time is broken off, so that no client takes it for whole: HTTP/1.1 leaves out the last chunk. A revoked API token ends
 * it within seconds; a merchant's own is looked at once, since it lives for a minute. Refuses with 400, 401, 403, and 429 for a third export
 * at once.
 */
export function signupExportRoutes(parts: SignupExportParts): FastifyPluginAsync {
  const turns = new Turns(AT_ONCE);
  return async (http) => {
    // To HEAD nothing answers: it would read all of the file to send none of it.
    const options = { handlerTimeout: LONGEST_MS, exposeHeadRoute: false };
    http.get('/admin/signups.csv', options, (request, reply) => send(parts, turns, { request, reply }));
  };
}

async function send(parts: SignupExportParts, turns: Turns, { request, reply }: Exchange): Promise<FastifyReply> {
  const principal = await parts.authenticate(request);
  requireScope(principal, ApiTokenScope.read_signups);
  const { shop } = principal;
  noteForLog(request, { shop });
  const { filter, hasMark } = readExportQuery(request.query);
  const all = await parts.signupExport.open(shop, filter);
  const end = turns.begin(shop);
  if (end === null) return sendProblem(reply.header('retry-after', '10'), TOO_MANY);
  noteForLog(request, { outcome: 'broken off' });
  const pieces = whileGood(all, {
    everyMs: parts.checkEveryMs ?? CHECK_EVERY_MS,
    check: async () => {
      if (principal.kind === 'api-token') requireScope(await parts.authenticate(request), ApiTokenScope.read_signups);
    },
  });
  const file = Readable.from(marked(pieces, hasMark), { objectMode: false });
  file.once('end', () => noteForLog(request, { outcome: 'ok' })).once('close', end);
  return reply
    .type('text/csv; charset=utf-8; header=present')
    .header('content-disposition', `attachment; filename="signups-${new Date().toISOString().slice(0, 10)}.csv"`)
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .send(file);
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

interface Watch {
  readonly everyMs: number;
  /** Throws once the export may not go on. */
  check(): Promise<void>;
}

async function* whileGood(pieces: AsyncIterable<string>, { everyMs, check }: Watch): AsyncGenerator<string> {
  let checkedAt = performance.now();
  for await (const piece of pieces) {
    if (performance.now() - checkedAt >= everyMs) {
      await check();
      checkedAt = performance.now();
    }
    yield piece;
  }
}

async function* marked(pieces: AsyncIterable<string>, hasMark: boolean): AsyncGenerator<string> {
  if (hasMark) yield '\ufeff';
  yield* pieces;
}
