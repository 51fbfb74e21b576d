import type { FastifyReply } from 'fastify';
import type { FaultKind } from './fault-plan.ts';
import type { VendorAnswer } from './vendor-answer.ts';

const SLOW_MS = 1000;

/** An answer that is to go wrong on its way. */
export interface DamagedAnswer {
  readonly answer: VendorAnswer;
  readonly kind: FaultKind;
  readonly contentType: string;
}

/** Sends an answer as a broken network or vendor would; false: this fault leaves the answer whole. */
export function sendDamaged(reply: FastifyReply, { answer, kind, contentType }: DamagedAnswer): boolean {
  const body = JSON.stringify(answer.body ?? { accepted: true });
  const { raw } = reply;
  const begin = (status: number, length: number) => {
    reply.hijack();
    return raw.writeHead(status, { 'content-type': contentType, 'content-length': length });
  };
  switch (kind) {
    case 'HANG':
    case 'APPLIED_THEN_HANG':
      reply.hijack();
      return true;
    case 'APPLIED_THEN_RESET':
      reply.hijack();
      raw.socket?.resetAndDestroy();
      return true;
    case 'SLOW':
      dribble(begin(answer.status, body.length), body);
      return true;
    case 'CUT':
      begin(answer.status, body.length).write(body.slice(0, body.length / 2), () => raw.socket?.destroy());
      return true;
    case 'EMPTY':
      begin(answer.status === 204 ? 200 : answer.status, 0).end();
      return true;
    case 'MALFORMED':
      begin(200, 9).end('{"data":[');
      return true;
    default:
      return false;
  }
}

/** One byte a second, as long as somebody waits for it. */
function dribble(raw: FastifyReply['raw'], body: string): void {
  let sent = 0;
  const timer = setInterval(() => {
    raw.write(body.slice(sent, sent + 1));
    sent += 1;
    if (sent < body.length) return;
    clearInterval(timer);
    raw.end();
  }, SLOW_MS).unref();
  raw.on('close', () => clearInterval(timer));
}
