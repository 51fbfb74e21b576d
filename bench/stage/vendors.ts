import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { runProgram } from './child-process.ts';

/** The names under which the stand-in knows the vendors. */
export const VENDORS = ['klaviyo', 'omnisend'] as const;

/** One of `VENDORS`. */
export type Vendor = (typeof VENDORS)[number];

/** A fault as the stand-in's control takes it. */
export type FaultWish = Readonly<Record<string, string | number>> & { readonly kind: string };

/** What the stand-in says about itself, as far as measurements look at it. */
export interface VendorState {
  readonly calls: readonly { vendor: Vendor; endpoint: string; isWriting: boolean; calls: number; throttled: number }[];
  readonly violations: readonly unknown[];
  /** Who had left, and was subscribed by a call afterwards. */
  readonly resubscribed: readonly unknown[];
  /** Who was subscribed at Omnisend until a call took it back. */
  readonly downgraded: readonly unknown[];
  readonly klaviyo: readonly {
    id: string;
    profiles: number;
    events: number;
    /** The largest share of any of the limits that was used. */
    peak: number;
    lists: readonly { id: string; members: number; awaiting: number }[];
  }[];
  readonly omnisend: readonly {
    id: string;
    contacts: number;
    subscribed: number;
    tags: Readonly<Record<string, number>>;
  }[];
}

/** Both vendors, as our stand-in behaves, in a process of its own. */
export interface Vendors {
  readonly klaviyoUrl: string;
  readonly omnisendUrl: string;
  /** Makes an account with a key that nobody had before, and at Klaviyo its list. */
  addAccount(vendor: Vendor, accountId: string): Promise<VendorAccount>;
  addFault(fault: FaultWish): Promise<void>;
  clearFaults(): Promise<void>;
  /** Somebody unsubscribes there, if they are subscribed; false: they are not. */
  leave(vendor: Vendor, person: { accountId: string; email: string }): Promise<boolean>;
  state(): Promise<VendorState>;
  stop(): Promise<void>;
}

/** What the product must know of an account. */
export interface VendorAccount {
  readonly accountId: string;
  readonly key: string;
  /** Id of the list, or the tag. */
  readonly audience: string;
}

/** The first line of the stand-in is its address. */
const STARTED_WITHIN_MS = 60_000;
const POLL_MS = 20;

/** Starts the vendors. */
export async function startVendors(): Promise<Vendors> {
  const program = runProgram(['api/src/stand-in/stand-in.process.ts', '--port', '0']);
  const address = await addressOf(program.output);
  const control = async <Answer>(request: string, body?: unknown): Promise<Answer> => {
    const [method = '', path = ''] = request.split(' ');
    const json = body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
    const response = await fetch(`${address}/control/${path}`, { method, ...json });
    if (!response.ok) throw new Error(`The stand-in refused ${request}: ${await response.text()}`);
    return JSON.parse(await response.text());
  };
  return {
    klaviyoUrl: `${address}/klaviyo`,
    omnisendUrl: `${address}/omnisend`,
    addAccount: async (vendor, accountId) => {
      const key = `${vendor === 'klaviyo' ? 'pk_' : ''}marker-${randomUUID()}`;
      await control('POST accounts', { vendor, id: accountId, name: `Shop ${accountId}`, key });
      if (vendor === 'omnisend') return { accountId, key, audience: 'vip' };
      const audience = `L${accountId}`;
      await control('POST lists', { accountId, id: audience, name: 'Early access', optIn: 'single_opt_in' });
      return { accountId, key, audience };
    },
    addFault: (fault) => control('POST faults', fault),
    clearFaults: () => control('DELETE faults'),
    leave: async (vendor, person) => {
      const leaving = { vendor, ...person, act: 'LEAVE', onlyIfSubscribed: true };
      return (await control<{ done: boolean }>('POST people', leaving)).done;
    },
    state: () => control('GET state'),
    stop: async () => {
      program.child.kill('SIGTERM');
      await program.ended;
    },
  };
}

async function addressOf(output: () => string): Promise<string> {
  for (let waited = 0; waited < STARTED_WITHIN_MS; waited += POLL_MS) {
    const [line, rest] = output().split('\n', 2);
    if (line && rest !== undefined) return line;
    await wait(POLL_MS);
  }
  throw new Error(`The stand-in did not start:\n${output()}`);
}
