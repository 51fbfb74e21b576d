import { rm } from 'node:fs/promises';
import { type CrashServer, startCrashServer } from '../../api/crash-server.ts';
import { MerchantApi } from '../../e2e/merchant-api.ts';
import { freePort, freshDataDir } from '../../e2e/product.ts';
import { PASSWORD, type RequestKind } from '../load/requests.ts';
import { runProgram } from '../stage/child-process.ts';
import { ServerProcess } from '../stage/server-process.ts';
import { SHOPS_KEY } from '../stage/shops.ts';

/** One server that is asked one thing. */
export interface Contestant {
  readonly name: string;
  readonly url: string;
  readonly kind: RequestKind;
  /** Of its own, so that its counters are; empty: it needs none. */
  readonly campaignId: string;
}

/** Every server of the comparison, each in processes of its own, over one PostgreSQL that keeps what it acknowledges. */
export interface Contest {
  readonly database: CrashServer;
  readonly ours: ServerProcess;
  readonly contestants: Readonly<Record<ContestantName, Contestant>>;
  end(): Promise<void>;
}

const ASKED = {
  bare: { server: 'bare', kind: 'hello', name: 'bare Fastify, a JSON route' },
  plain: { server: 'plain', kind: 'typename', name: 'plain Apollo on Fastify, { __typename }' },
  typename: { server: 'ours', kind: 'typename', name: '{ __typename }' },
  campaign: { server: 'ours', kind: 'campaign', name: 'campaign before the gate, by GET' },
  naiveView: { server: 'naive', kind: 'naiveView', name: 'naive view: insert, then UPDATE' },
  view: { server: 'ours', kind: 'view', name: 'view, durable' },
  password: { server: 'ours', kind: 'password', name: 'unlock by password, with pass and products' },
  naiveSignup: { server: 'naive', kind: 'naiveSignup', name: 'naive sign-up: insert, then UPDATE' },
  signup: { server: 'ours', kind: 'signup', name: 'sign-up with consent, pass and products' },
  signupTwo: { server: 'two', kind: 'signup', name: 'the same, API_PROCESSES=2' },
} as const satisfies Record<string, { server: ServerName; kind: RequestKind; name: string }>;

/** Names of the contestants. */
export type ContestantName = keyof typeof ASKED;
type ServerName = 'bare' | 'plain' | 'naive' | 'ours' | 'two';

/** As many as a small drop has; each comes with its variants and a link into the cart. */
const PRODUCTS = 6;

/** A campaign that opens by password and by e-mail, with products; its id. */
export async function openCampaign(
  merchant: MerchantApi,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const productIds = await merchant.productIds(PRODUCTS);
  const open = { accessType: 'PASSWORD_OR_EMAIL', password: PASSWORD, productIds } as const;
  return (await merchant.createCampaign({ ...open, ...fields })).id;
}

/** Settings of a server of ours under load: each visitor's address is believed, and nothing is written down for each request. */
export async function loadedServer(
  database: CrashServer,
  env: Readonly<Record<string, string>> = {},
): Promise<{ server: ServerProcess; dataDir: string }> {
  const dataDir = await freshDataDir();
  const server = new ServerProcess({
    ...{ PORT: String(await freePort()), DATA_DIR: dataDir, DATABASE_URL: database.url, APP_KEY: SHOPS_KEY },
    ...{ TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'warn', ...env },
  });
  await server.start();
  return { server, dataDir };
}

/** Starts all of them. The server must be built. */
export async function openContest(): Promise<Contest> {
  const database = await startCrashServer();
  const closers: (() => Promise<unknown>)[] = [() => database.remove()];
  const end = async () => {
    for (const close of closers.toReversed()) await close();
  };
  const ours = async (env: Readonly<Record<string, string>> = {}) => {
    const { server, dataDir } = await loadedServer(database, env);
    closers.push(
      () => rm(dataDir, { recursive: true, force: true }),
      () => server.stop(),
    );
    return server;
  };
  const reference = async (name: string) => {
    const port = await freePort();
    const program = runProgram(['bench/drop/reference.process.ts', name], {
      ...{ PORT: String(port), DATABASE_URL: database.url },
    });
    closers.push(() => Promise.all([program.ended, program.child.kill('SIGKILL')]));
    while (!program.output().includes('listens')) {
      if (program.child.exitCode !== null) throw new Error(`${name} did not start:\n${program.output()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return `http://127.0.0.1:${port}`;
  };
  try {
    const one = await ours();
    const two = await ours({ API_PROCESSES: '2' });
    const servers: Readonly<Record<ServerName, string>> = {
      ...{ ours: one.url, two: two.url },
      ...{ bare: await reference('bare'), plain: await reference('plain'), naive: await reference('naive') },
    };
    const merchant = await MerchantApi.signIn(one.url);
    const contestants = {} as Record<ContestantName, Contestant>;
    for (const [id, { server, kind, name }] of Object.entries(ASKED) as [
      ContestantName,
      (typeof ASKED)[ContestantName],
    ][]) {
      contestants[id] = { name, kind, url: servers[server], campaignId: await openCampaign(merchant) };
    }
    return { database, ours: one, contestants, end };
  } catch (error) {
    await end();
    throw error;
  }
}
