import type { StandInWorld } from './stand-in-world.ts';

/** Keys that open something at the stand-in, for anybody to try. */
export const DEMO_KEYS = {
  klaviyo: 'pk_demo_klaviyo',
  /** Reads lists, and may do nothing else. */
  klaviyoReadOnly: 'pk_demo_klaviyo_read_only',
  omnisend: 'demo-omnisend-key',
};

/** Ids of the demo accounts. */
export const DEMO_ACCOUNTS = { klaviyo: 'DEMO42', omnisend: '5f92cbf10cf217478ba93561' };

/** Gives a world the demo accounts and their lists, unless it has them from before. */
export function addDemoAccounts(world: StandInWorld): void {
  const [klaviyo, omnisend] = [DEMO_ACCOUNTS.klaviyo, DEMO_ACCOUNTS.omnisend];
  const isNew = !world.klaviyo.byId.has(klaviyo);
  world.addKlaviyoAccount({ id: klaviyo, name: 'Demo shop at Klaviyo', key: DEMO_KEYS.klaviyo });
  const scopes = ['accounts:read', 'lists:read'];
  world.addKlaviyoAccount({ id: klaviyo, name: 'Demo shop at Klaviyo', key: DEMO_KEYS.klaviyoReadOnly, scopes });
  world.addOmnisendAccount({ id: omnisend, name: 'Demo shop at Omnisend', key: DEMO_KEYS.omnisend });
  if (!isNew) return;
  world.addKlaviyoList(klaviyo, { id: 'VIPLST', name: 'VIP early access', optIn: 'single_opt_in' });
  world.addKlaviyoList(klaviyo, { id: 'CAREFL', name: 'Newsletter, with confirmation', optIn: 'double_opt_in' });
}
