import { setTimeout as wait } from 'node:timers/promises';
import type { Stage } from './stage.ts';
import { VENDORS, type Vendor } from './vendors.ts';

/** People who unsubscribe at the vendors while everything goes on. */
export interface Leavers {
  /** Addresses of whoever has left, by vendor. */
  readonly left: Readonly<Record<Vendor, ReadonlySet<string>>>;
  /** Lets nobody else leave. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 250;

/** Each of them leaves each vendor as soon as they are subscribed there; `emails` may grow meanwhile. */
export function letLeave({ vendors, accounts }: Stage, emails: readonly string[]): Leavers {
  const left = { klaviyo: new Set<string>(), omnisend: new Set<string>() };
  let isOver = false;
  const look = async () => {
    while (!isOver) {
      for (const vendor of VENDORS) {
        const { accountId } = accounts[vendor];
        for (const email of emails) {
          if (isOver) return;
          if (!left[vendor].has(email) && (await vendors.leave(vendor, { accountId, email }))) left[vendor].add(email);
        }
      }
      await wait(LOOK_EVERY_MS);
    }
  };
  const end = look();
  return {
    left,
    stop: () => {
      isOver = true;
      return end;
    },
  };
}
