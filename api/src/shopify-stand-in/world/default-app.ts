import type { StandInApp } from './stand-in-app.ts';

/** The app as it is where no `shopify.app.toml` says otherwise. */
export const DEFAULT_APP: StandInApp = {
  ...{ id: '192837465012', title: 'VIP Early Access Pass', handle: 'vip-early-access-pass' },
  ...{ apiKey: 'stand-in-api-key', apiSecret: 'stand-in-api-secret', url: null, isPublic: true },
  scopes: ['write_products', 'write_validations', 'write_app_proxy'],
  optionalScopes: ['read_orders'],
  topics: [
    ...['app/uninstalled', 'app/scopes_update', 'shop/update', 'products/create', 'products/update', 'products/delete'],
    ...['collections/update', 'collections/delete', 'orders/paid'],
    ...['customers/data_request', 'customers/redact', 'shop/redact'],
  ],
  functions: [{ handle: 'checkout-gate', apiType: 'cart_checkout_validation', title: 'Early access at checkout' }],
};
