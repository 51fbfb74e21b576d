import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isFromElsewhere, isLoopbackName } from '../platform/http/own-machine.ts';
import { sendPage } from '../platform/http/page.ts';
import { controlRoutes } from '../stand-in/control.routes.ts';
import { addDemoAccounts, DEMO_ACCOUNTS } from '../stand-in/demo-accounts.ts';
import { keepInFile } from '../stand-in/snapshot.ts';
import type { StandInWorld } from '../stand-in/stand-in-world.ts';
import { clickConfirmation, leave } from '../stand-in/vendor-people.ts';
import { vendorStandIn } from '../stand-in/vendor-stand-in.ts';
import { FAULT_CHOICES, faultInWords } from './vendor-faults.ts';
import { type ShownVendor, vendorsPage } from './vendors.page.ts';
import { klaviyoPeople, omnisendPeople } from './vendors-view.ts';

/** What the vendors of standalone mode are made from. */
export interface VendorsRoutesParts {
  readonly world: StandInWorld;
  /** Where what the vendors know survives a restart. */
  readonly file: string;
}

const FORM_BYTES = 4096;
const SHOWN_EXCHANGES = 20;

const personForm = z.object({
  vendor: z.enum(['klaviyo', 'omnisend']),
  act: z.enum(['CLICK', 'LEAVE']),
  ...{ accountId: z.string(), email: z.string(), listId: z.string() },
});
const faultForm = z.object({
  fault: z.string(),
  vendor: z.enum(['klaviyo', 'omnisend']).nullable().catch(null),
  share: z.coerce.number().min(0).max(1).catch(1),
});

/**
 * `/demo/vendors`, in standalone mode: Klaviyo below `klaviyo`, Omnisend below `omnisend`, what drives them below `control`, and a page
 * to look at. All of it answers only this machine, and no page from elsewhere.
 */
export function vendorsRoutes({ world, file }: VendorsRoutesParts): FastifyPluginAsync {
  return async (http) => {
    // The keys are known to everybody, so a name that only leads here must not reach what they open.
    http.addHook('onRequest', async (request, reply) => {
      if (!isLoopbackName(request.hostname)) return reply.code(404).send();
    });
    const snapshot = await keepInFile(world, file, (err) =>
      http.log.error({ err }, 'what the vendors know was not kept'),
    );
    http.addHook('onClose', () => snapshot.close());
    addDemoAccounts(world);
    await http.register(vendorStandIn(world), { prefix: '/demo/vendors' });
    await http.register(controlRoutes(world), { prefix: '/demo/vendors/control' });
    await http.register(async (pages) => mountPages(pages, world));
  };
}

function mountPages(http: FastifyInstance, world: StandInWorld): void {
  http.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string) => Object.fromEntries(new URLSearchParams(body)),
  );
  http.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && isFromElsewhere(request)) return reply.callNotFound();
  });
  http.get('/demo/vendors', async (_request, reply) => {
    world.settle();
    return sendPage(reply.header('cache-control', 'no-store'), vendorsPage(shown(world)), { forms: true });
  });
  http.post('/demo/vendors/people', { bodyLimit: FORM_BYTES }, async ({ body }, reply) => {
    const form = personForm.safeParse(body);
    if (!form.success) return reply.callNotFound();
    const { act, ...person } = form.data;
    if (act === 'CLICK') clickConfirmation(world, person);
    else leave(world, person);
    return reply.redirect('/demo/vendors', 303);
  });
  http.post('/demo/vendors/faults', { bodyLimit: FORM_BYTES }, async ({ body }, reply) => {
    const form = faultForm.safeParse(body);
    const choice = FAULT_CHOICES.find(({ id }) => id === form.data?.fault);
    if (choice && form.data) world.faults.add({ ...choice.wish, vendor: form.data.vendor, share: form.data.share });
    else world.faults.clear();
    return reply.redirect('/demo/vendors', 303);
  });
}

function shown(world: StandInWorld) {
  return {
    vendors: [shownKlaviyo(world), shownOmnisend(world)],
    faults: world.faults.list().map(faultInWords),
    exchanges: world.seen.exchanges.slice(-SHOWN_EXCHANGES).reverse(),
    violations: world.seen.violations.slice(-SHOWN_EXCHANGES).map(({ endpoint, problem }) => `${endpoint}: ${problem}`),
  };
}

function shownKlaviyo(world: StandInWorld): ShownVendor {
  const account = world.klaviyo.get(DEMO_ACCOUNTS.klaviyo);
  const audiences = [...account.lists.values()].map(({ name, optIn, members, awaiting }) => {
    const asks =
      optIn === 'double_opt_in' ? `asks people to confirm, ${awaiting.size} waiting` : 'asks nobody to confirm';
    return { name, details: `${members.size} on it, ${asks}` };
  });
  const people = klaviyoPeople(account);
  const peopleCount = Math.max(account.profiles.size, people.length);
  return { vendor: 'klaviyo', accountId: account.id, audiences, people, peopleCount };
}

function shownOmnisend(world: StandInWorld): ShownVendor {
  const account = world.omnisend.get(DEMO_ACCOUNTS.omnisend);
  const counts = new Map<string, number>();
  for (const { tags } of account.contacts.values()) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const audiences = [...counts].map(([name, count]) => ({ name, details: `${count} with it` }));
  const people = omnisendPeople(account);
  return { vendor: 'omnisend', accountId: account.id, audiences, people, peopleCount: account.contacts.size };
}
