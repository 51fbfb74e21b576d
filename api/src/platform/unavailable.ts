/** Who was sent away comes back within this many seconds, each at another moment: a crowd that comes back as one is sent away as one. */
const RETRY_AFTER = { soonest: 5, latest: 10 };

/** Whole seconds after which a client may try again what met an unreachable database or a crowd; for each client others. */
export function retryAfterSeconds(): number {
  const { soonest, latest } = RETRY_AFTER;
  return soonest + Math.floor(Math.random() * (latest - soonest + 1));
}

const DEEPEST_CAUSE = 6;

/** Connection faults of Prisma (P…), PostgreSQL (five digits) and Node.js, none of which is the request's fault. */
const CODES = new Set([
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037'],
  ...['53300', '55P03', '57P01', '57P02', '57P03'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'ETIMEDOUT'],
]);
const KINDS = new Set([
  'ConnectionClosed',
  'DatabaseNotReachable',
  'SocketTimeout',
  'TlsConnectionError',
  'TooManyConnections',
]);
const MESSAGES = /timeout exceeded when trying to connect|connection terminated|can't reach database server/i;

/** More was asked at once than can be answered in time. Nothing of it was done: asking again does no harm. */
export class OverloadError extends Error {
  constructor() {
    super('More is asked at once than can be answered in time.');
    this.name = 'OverloadError';
  }
}

/** Whether an error says that the database cannot be reached or has no connection free, or that we are overrun, now and not forever. */
export function isUnavailable(fault: unknown): boolean {
  if (fault instanceof OverloadError) return true;
  return chainOf(fault).some((link) => {
    const marks = [link.code, link.errorCode, link.originalCode].filter((mark) => typeof mark === 'string');
    if (marks.some((mark) => CODES.has(mark) || /^08\w{3}$/.test(mark))) return true;
    if (typeof link.kind === 'string' && KINDS.has(link.kind)) return true;
    return typeof link.message === 'string' && MESSAGES.test(link.message);
  });
}

type Link = Readonly<Record<string, unknown>>;

/** An error and what caused it; Prisma hides the driver's error under `meta.driverAdapterError`. */
function chainOf(fault: unknown): Link[] {
  const chain: Link[] = [];
  let link: unknown = fault;
  while (isLink(link) && chain.length < DEEPEST_CAUSE) {
    chain.push(link);
    const driverError = isLink(link.meta) ? link.meta.driverAdapterError : undefined;
    link = driverError ?? link.cause ?? link.originalError;
  }
  return chain;
}

function isLink(value: unknown): value is Link {
  return typeof value === 'object' && value !== null;
}
