import type { FastifyRequest } from 'fastify';
import type { Fault } from '../fault-plan.ts';
import type { Vendor } from '../observations.ts';
import type { StandInWorld } from '../stand-in-world.ts';
import { type Endpoint, endpointName } from './endpoint.ts';
import type { VendorAnswer, VendorManner, VendorRefusal } from './vendor-answer.ts';

/** One request that was served, as far as it is remembered. */
export interface ServedRequest {
  readonly world: StandInWorld;
  readonly desk: { readonly name: Vendor; readonly manner: Pick<VendorManner, 'writes'> };
  readonly endpoint: Pick<Endpoint<never>, 'method' | 'pattern' | 'isWriting'>;
  readonly prefix: string;
  readonly answer: VendorAnswer;
  readonly fault: Fault | null;
}

/** Counts the request, and keeps it with its answer. */
export function remember(
  { world, desk, endpoint, prefix, answer, fault }: ServedRequest,
  request: FastifyRequest,
): void {
  const vendor = desk.name;
  const call = { vendor, endpoint: endpointName(endpoint), isWriting: endpoint.isWriting };
  world.seen.count(call, answer.status === 429);
  world.seen.remember({
    ...{ vendor, at: world.clock.now(), method: request.method, pattern: endpoint.pattern },
    path: request.url.slice(prefix.length),
    headers: withoutKey(request.headers),
    requestBody: bodyOf(request),
    ...{
      status: answer.status,
      answerHeaders: {
        ...answer.headers,
        ...(answer.body === undefined ? {} : { 'content-type': desk.manner.writes }),
      },
      answerBody: answer.body,
      fault: fault?.kind ?? null,
    },
  });
}

/** Keeps what the vendor's documents do not allow. */
export function noteViolation(
  world: StandInWorld,
  where: { readonly vendor: Vendor; readonly endpoint: string },
  refusal: VendorRefusal,
): void {
  const said = refusal.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  world.seen.violations.push({ ...where, problem: said.length > 0 ? said.join('; ') : refusal.message });
}

function withoutKey(headers: FastifyRequest['headers']): Record<string, string> {
  const plain = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const scheme = (headers.authorization ?? '').split(' ')[0] ?? '';
  return { ...Object.fromEntries(plain), authorization: `${scheme} …` };
}

/** The body as it was read; text that is no JSON stays text. */
function bodyOf({ body }: FastifyRequest): unknown {
  if (!Buffer.isBuffer(body) || body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (fault) {
    if (fault instanceof SyntaxError) return body.toString('utf8');
    throw fault;
  }
}
