import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { VendorProblem } from './vendor-problem.ts';

/** How far a request got. */
export interface Attempt {
  readonly signal: AbortSignal;
  readonly writes: boolean;
  /** Whether a byte of it may have reached the vendor. */
  isSent: boolean;
}

/** Before its connection stands, nothing of a request can have taken effect. */
export function noteSending(socket: Socket, attempt: Attempt): void {
  const note = () => {
    attempt.isSent = true;
  };
  if (socket instanceof TLSSocket && socket.connecting) socket.once('secureConnect', note);
  else if (socket.connecting) socket.once('connect', note);
  else note();
}

/** The problem of an attempt that got no answer, or not in time. */
export function unanswered({ signal, writes, isSent }: Attempt): VendorProblem {
  const late = signal.aborted ? 'No answer in time.' : 'The vendor cannot be reached.';
  const detail = isSent && !signal.aborted ? 'The connection broke.' : late;
  return new VendorProblem('UNREACHABLE', { detail, mayHaveApplied: writes && isSent });
}

/** The problem of an attempt whose answer is no answer. */
export function brokenAnswer(detail: string, { writes }: Attempt): VendorProblem {
  return new VendorProblem('BROKEN_ANSWER', { detail, mayHaveApplied: writes });
}
