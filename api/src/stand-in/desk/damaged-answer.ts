import type { FastifyReply } from 'fastify';
import type { FaultKind } from '../fault-plan.ts';
import type { VendorAnswer } from './vendor-answer.ts';

const SLOW_MS = 1000;
const CUT_OFF_JSON = '{"data":[';

/** An answer that is to go wrong on its way. */
export interface DamagedAnswer {
  readonly answer: VendorAnswer;
  readonly kind: FaultKind;
  readonly contentType: string;
}

/** Sends an answer as a broken network or vendor would; false: this fault leaves the answer whole. */
export function sendDamaged(reply: FastifyReply, { answer, kind, contentType }: DamagedAnswer): boolean {
  const send = DAMAGES[kind];
  if (!send) return false;
  reply.hijack();
  const status = answer.status === 204 ? 200 : answer.status;
  send(reply.raw, { status, contentType, body: JSON.stringify(answer.body ?? { accepted: true }) });
  return true;
}

type Raw = FastifyReply['raw'];

interface Written {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const DAMAGES: Partial<Record<FaultKind, (raw: Raw, written: Written) => void>> = {
  HANG: () => undefined,
  APPLIED_THEN_HANG: () => undefined,
  APPLIED_THEN_RESET: (raw) => void raw.socket?.resetAndDestroy(),
  SLOW: (raw, written) => dribble(begin(raw, written), written.body),
  CUT: (raw, written) =>
    void begin(raw, written).write(written.body.slice(0, written.body.length / 2), () => raw.socket?.destroy()),
  EMPTY: (raw, written) => void begin(raw, { ...written, body: '' }).end(),
  MALFORMED: (raw, written) => void begin(raw, { ...written, status: 200, body: CUT_OFF_JSON }).end(CUT_OFF_JSON),
};

function begin(raw: Raw, { status, contentType, body }: Written): Raw {
  return raw.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body) });
}

/** One byte a second, as long as somebody waits for it. */
function dribble(raw: Raw, body: string): void {
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
