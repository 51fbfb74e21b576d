import { CallWindows } from './desk/call-windows.ts';
import { VendorAccounts } from './desk/vendor-account.ts';
import { FaultPlan } from './fault-plan.ts';
import { doKlaviyoWork } from './klaviyo/do-klaviyo-work.ts';
import { addList, emptyKlaviyoAccount, type KlaviyoAccount, type KlaviyoList } from './klaviyo/klaviyo-account.ts';
import { Observations } from './observations.ts';
import { emptyOmnisendAccount, type OmnisendAccount } from './omnisend/omnisend-account.ts';
import { doOmnisendWork } from './omnisend/omnisend-work.ts';
import { StandInClock } from './stand-in-clock.ts';

/** An account to make. */
export interface AccountWish {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  /** What the key may do; absent: everything. */
  readonly scopes?: readonly string[];
}

/** How a world begins. */
export interface WorldSettings {
  /** Faults that strike a share of the calls strike the same ones with the same seed. */
  readonly seed?: number;
  /** How many exchanges are remembered. */
  readonly keptExchanges?: number;
}

/** Everything that the stand-in knows: both vendors' accounts, the faults, and what came in. */
export class StandInWorld {
  readonly clock = new StandInClock();
  readonly klaviyo = new VendorAccounts<KlaviyoAccount>();
  readonly omnisend = new VendorAccounts<OmnisendAccount>();
  readonly windows = new CallWindows();
  readonly faults: FaultPlan;
  readonly seen: Observations;
  private readonly listeners = new Set<() => void>();

  constructor({ seed = 1, keptExchanges = 1000 }: WorldSettings = {}) {
    this.faults = new FaultPlan(seed);
    this.seen = new Observations(keptExchanges);
  }

  addKlaviyoAccount({ id, name, key, scopes = ['*'] }: AccountWish): KlaviyoAccount {
    const account = this.klaviyo.byId.get(id) ?? emptyKlaviyoAccount(id, name);
    account.keys.set(key, scopes);
    this.klaviyo.byId.set(id, account);
    this.changed();
    return account;
  }

  addKlaviyoList(accountId: string, list: Pick<KlaviyoList, 'id' | 'name' | 'optIn'>): void {
    addList(this.klaviyo.get(accountId), list, this.clock.now());
    this.changed();
  }

  addOmnisendAccount({ id, name, key, scopes = ['*'] }: AccountWish): OmnisendAccount {
    const account = this.omnisend.byId.get(id) ?? emptyOmnisendAccount(id, name);
    account.keys.set(key, scopes);
    this.omnisend.byId.set(id, account);
    this.changed();
    return account;
  }

  /** Does what was accepted and is due by now. Every request does it first; call it before looking at an account. */
  settle(): void {
    const now = this.clock.now();
    for (const account of this.klaviyo.byId.values()) doKlaviyoWork(account, this.seen, now);
    for (const account of this.omnisend.byId.values()) doOmnisendWork(account, this.seen, now);
  }

  /** Hears of every change, until the answered function is called. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Says that something is different now. */
  changed(): void {
    for (const listener of this.listeners) listener();
  }
}
