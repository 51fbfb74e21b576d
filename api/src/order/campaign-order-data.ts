import type { PersonalDataSource } from '../shop/personal-data.ts';
import type { CampaignOrderStore } from './campaign-order.store.ts';

/** What a person's orders brought to campaigns. Nobody stands beside them here: they are a person's where Shopify says which are theirs. */
export function campaignOrderData(orders: Pick<CampaignOrderStore, 'ofOrders' | 'forget'>): PersonalDataSource {
  return {
    name: 'orders',
    collect: async ({ shop, orderIds }) => orders.ofOrders(shop, orderIds),
    erase: async ({ shop, orderIds }) => orders.forget(shop, orderIds),
  };
}
