import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { isFromElsewhere, isLoopbackName } from '../platform/http/own-machine.ts';
import { FAULT_KINDS, type FaultWish } from './fault-plan.ts';
import { SUPPRESSION_REASONS } from './klaviyo/klaviyo-account.ts';
import type { StandInWorld } from './stand-in-world.ts';
import { clickConfirmation, leave, suppressPerson } from './vendor-people.ts';

const fault = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  vendor: z.enum(['klaviyo', 'omnisend']).nullable().optional(),
  accountId: z.string().nullable().optional(),
  endpoint: z.string().nullable().optional(),
  share: z.number().min(0).max(1).optional(),
  times: z.number().int().positive().nullable().optional(),
  status: z.number().int().min(400).max(599).optional(),
  retryAfter: z.enum(['NONE', 'SECONDS', 'DATE']).optional(),
  seconds: z.number().min(0).max(3600).optional(),
});
const account = z.strictObject({
  vendor: z.enum(['klaviyo', 'omnisend']),
  ...{ id: z.string().min(1), name: z.string(), key: z.string().min(1), scopes: z.array(z.string()).optional() },
  delayMs: z.number().min(0).optional(),
});
const list = z.strictObject({
  ...{ accountId: z.string(), id: z.string().min(1), name: z.string() },
  optIn: z.enum(['double_opt_in', 'single_opt_in']),
});
const person = z.strictObject({
  ...{ vendor: z.enum(['klaviyo', 'omnisend']), accountId: z.string(), email: z.string() },
  act: z.enum(['CLICK', 'LEAVE', ...SUPPRESSION_REASONS]),
  listId: z.string().optional(),
  onlyIfSubscribed: z.boolean().optional(),
});

/**
 * What drives a stand-in from outside: `POST faults`, `DELETE faults`, `POST accounts`, `POST lists`, `POST people`, `POST clock`,
 * `GET state`, `DELETE observations`. JSON in and out, for whoever may reach this machine's loopback address.
 */
export function controlRoutes(world: StandInWorld): FastifyPluginAsync {
  return async (http) => {
    http.addHook('onRequest', async (request, reply) => {
      if (isLoopbackName(request.hostname) && !isFromElsewhere(request)) return;
      return reply.code(403).send({ error: 'Only this machine may do this.' });
    });
    http.setErrorHandler((fault, _request, reply) => {
      if (fault instanceof z.ZodError) return reply.code(400).send({ error: z.prettifyError(fault) });
      throw fault;
    });
    driveFaults(http, world);
    driveAccounts(http, world);
    http.get('/state', async () => stateOf(world));
    http.delete('/observations', async () => {
      world.seen.forget();
      return {};
    });
  };
}

function driveFaults(http: FastifyInstance, world: StandInWorld): void {
  http.post('/faults', async ({ body }) => {
    world.faults.add(withoutAbsent(fault.parse(body)));
    return { faults: world.faults.list() };
  });
  http.delete('/faults', async () => {
    world.faults.clear();
    return { faults: [] };
  });
}

function driveAccounts(http: FastifyInstance, world: StandInWorld): void {
  http.post('/accounts', async ({ body }) => {
    const { vendor, delayMs, scopes = ['*'], ...wish } = account.parse(body);
    const whole = { ...wish, scopes };
    const made = vendor === 'klaviyo' ? world.addKlaviyoAccount(whole) : world.addOmnisendAccount(whole);
    made.delayMs = delayMs ?? made.delayMs;
    return { id: made.id };
  });
  http.post('/lists', async ({ body }) => {
    const { accountId, ...wish } = list.parse(body);
    world.addKlaviyoList(accountId, wish);
    return { id: wish.id };
  });
  http.post('/people', async ({ body }) => ({ done: actFor(world, person.parse(body)) }));
  http.post('/clock', async ({ body }) => {
    world.clock.advance(z.strictObject({ advanceMs: z.number().min(0) }).parse(body).advanceMs);
    return { now: world.clock.now() };
  });
}

function actFor(
  world: StandInWorld,
  { vendor, act, onlyIfSubscribed = false, ...who }: z.infer<typeof person>,
): boolean {
  if (act === 'CLICK') return clickConfirmation(world, { ...who, listId: who.listId ?? '' });
  if (act === 'LEAVE') return leave(world, { ...who, vendor, onlyIfSubscribed });
  return suppressPerson(world, { ...who, reason: act });
}

/** Counts, and what must stay empty. */
function stateOf(world: StandInWorld) {
  world.settle();
  const { violations, resubscribed, downgraded, messages, followedRedirects } = world.seen;
  return {
    ...{ calls: world.seen.calls(), violations, resubscribed, downgraded, messages, followedRedirects },
    writingCalls: {
      klaviyo: world.seen.total('klaviyo', 'WRITING'),
      omnisend: world.seen.total('omnisend', 'WRITING'),
    },
    klaviyo: [...world.klaviyo.byId.values()].map((one) => ({
      ...{ id: one.id, name: one.name, profiles: one.profiles.size, events: one.events.length },
      peak: world.windows.peak(`klaviyo ${one.id}`),
      lists: [...one.lists.values()].map(({ id, name, members, awaiting }) => {
        return { id, name, members: members.size, awaiting: awaiting.size };
      }),
    })),
    omnisend: [...world.omnisend.byId.values()].map((one) => {
      const subscribed = [...one.contacts.values()].filter(({ status }) => status === 'subscribed').length;
      const peak = world.windows.peak(`omnisend ${one.id}`);
      return { id: one.id, name: one.name, contacts: one.contacts.size, subscribed, tags: tagsOf(one), peak };
    }),
  };
}

function tagsOf({ contacts }: { readonly contacts: ReadonlyMap<string, { readonly tags: readonly string[] }> }) {
  const counts: Record<string, number> = {};
  for (const { tags } of contacts.values()) for (const tag of tags) counts[tag] = (counts[tag] ?? 0) + 1;
  return counts;
}

function withoutAbsent(wish: z.infer<typeof fault>): FaultWish {
  const said = Object.entries(wish).filter(([, value]) => value !== undefined);
  return { kind: wish.kind, ...Object.fromEntries(said) };
}
