import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '../fault-plan.ts';
import type { StandInWorld } from '../stand-in-world.ts';
import { sendDamaged } from './damaged-answer.ts';
import { type Endpoint, endpointName } from './endpoint.ts';
import { noteViolation, remember } from './exchange-record.ts';
import { faultAnswer } from './fault-answer.ts';
import type { VendorAccount } from './vendor-account.ts';
import { type VendorAnswer, VendorRefusal } from './vendor-answer.ts';
import { admit, keepWithinLimits, readBody, type VendorDesk } from './vendor-request.ts';

/** Beyond the largest body that any vendor reads; what is larger than an operation allows is refused in its manner. */
const LARGEST_BODY = 8 * 1024 * 1024;
/** A fault may keep a request for as long as its client waits. */
const LONGEST_REQUEST_MS = 900_000;

/** The whole of one vendor as Fastify routes. */
export function vendorDesk<Account extends VendorAccount<unknown>>(
  world: StandInWorld,
  desk: VendorDesk<Account>,
): FastifyPluginAsync {
  return async (http) => {
    const held = heldSockets(http);
    http.removeAllContentTypeParsers();
    http.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const endpoint of desk.endpoints) {
      http.route({
        method: endpoint.method,
        url: endpoint.pattern.replaceAll(/\{(\w+)\}/g, ':$1'),
        ...{ bodyLimit: LARGEST_BODY, handlerTimeout: LONGEST_REQUEST_MS, exposeHeadRoute: false, logLevel: 'silent' },
        handler: (request, reply) => serve({ world, desk, endpoint, prefix: http.prefix, held }, request, reply),
      });
    }
    http.get('/elsewhere', async (_request, reply) => {
      world.seen.followedRedirects += 1;
      return reply.code(200).send({});
    });
    http.setNotFoundHandler((request, reply) => {
      const problem = 'The stand-in knows no such operation.';
      world.seen.violations.push({ vendor: desk.name, endpoint: `${request.method} ${request.url}`, problem });
      const { status, body } = desk.manner.refuse(new VendorRefusal(404, problem, { code: 'not_found' }), 0);
      return reply.code(status).type(desk.manner.writes).send(JSON.stringify(body));
    });
  };
}

/** What a fault keeps waiting shall not keep the server from ending. */
function heldSockets(http: FastifyInstance): Set<Socket> {
  const held = new Set<Socket>();
  http.addHook('preClose', async () => {
    for (const socket of held) socket.destroy();
  });
  return held;
}

function hold(held: Set<Socket>, socket: Socket): void {
  if (held.has(socket)) return;
  held.add(socket);
  socket.once('close', () => held.delete(socket));
}

interface Service<Account extends VendorAccount<unknown>> {
  readonly world: StandInWorld;
  readonly desk: VendorDesk<Account>;
  readonly endpoint: Endpoint<Account>;
  /** Where the vendor is mounted. */
  readonly prefix: string;
  /** Of requests that a fault keeps without an answer. */
  readonly held: Set<Socket>;
}

/** What came of a request, before it is sent. */
interface Served {
  readonly answer: VendorAnswer;
  readonly fault: Fault | null;
  readonly accountId: string | null;
}

async function serve<Account extends VendorAccount<unknown>>(
  service: Service<Account>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { world, desk } = service;
  world.settle();
  const served = answerRequest(service, request);
  remember({ ...service, ...served }, request);
  if (service.endpoint.isWriting) world.changed();
  const { answer, fault } = served;
  if (fault) hold(service.held, request.raw.socket);
  if (fault && sendDamaged(reply, { answer, kind: fault.kind, contentType: desk.manner.writes })) return reply;
  reply.code(answer.status).headers({ ...answer.headers });
  if (answer.body === undefined) return reply.send();
  if (typeof answer.body === 'string') return reply.type('text/html').send(answer.body);
  return reply.header('content-type', desk.manner.writes).send(JSON.stringify(answer.body));
}

function answerRequest<Account extends VendorAccount<unknown>>(
  service: Service<Account>,
  request: FastifyRequest,
): Served {
  const { world, desk, endpoint } = service;
  let [accountId, fault]: [string | null, Fault | null] = [null, null];
  try {
    const account = admit(desk, endpoint, request);
    accountId = account.id;
    const body = readBody(desk.manner, endpoint, request);
    const headers = keepWithinLimits(world, { name: desk.name, account, endpoint });
    const query = readQuery(request);
    const read = endpoint.read(query.values, body);
    if ('issues' in read) throw new VendorRefusal(400, 'Invalid input.', { issues: read.issues, isViolation: true });
    fault = world.faults.draw({ vendor: desk.name, accountId, endpoint: endpointName(endpoint) });
    const instead =
      fault &&
      faultAnswer(fault, { manner: desk.manner, now: world.clock.now(), elsewhere: `${service.prefix}/elsewhere` });
    if (instead) return { answer: instead, fault, accountId };
    const answer = read.answer({
      ...{ account, params: request.params as Record<string, string>, search: query.search },
      ...{ now: world.clock.now(), base: baseOf(service, request), isForgotten: fault?.kind === 'NEVER_APPLIED' },
    });
    return { answer: { ...answer, headers: { ...headers, ...answer.headers } }, fault, accountId };
  } catch (refusal) {
    if (!(refusal instanceof VendorRefusal)) throw refusal;
    if (refusal.isViolation) noteViolation(world, { vendor: desk.name, endpoint: endpointName(endpoint) }, refusal);
    return { answer: desk.manner.refuse(refusal, world.clock.now()), fault, accountId };
  }
}

function readQuery(request: FastifyRequest): { values: Record<string, string>; search: string } {
  const search = request.url.split('?')[1] ?? '';
  return { values: Object.fromEntries(new URLSearchParams(search)), search };
}

function baseOf({ prefix }: { prefix: string }, request: FastifyRequest): string {
  return `${request.protocol}://${request.host}${prefix}`;
}
