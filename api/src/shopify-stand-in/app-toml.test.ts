import { expect, test } from 'vitest';
import { readAppToml } from './app-toml.ts';

test('scopes and topics are read from the app’s settings, comments and lists over several lines included', () => {
  const read = readAppToml(`
client_id = "" # not this
[access_scopes]
#   write_orders  is not asked for
scopes = "write_products, write_validations" # the fewest
optional_scopes = ["read_orders"]
[webhooks]
api_version = "2026-10"
  [[webhooks.subscriptions]]
  topics = ["app/uninstalled"]
  uri = "/webhooks/shopify"
  [[webhooks.subscriptions]]
  topics = [
    "products/create", # with a word
    "products/delete",
  ]
  [[webhooks.subscriptions]]
  compliance_topics = ["shop/redact"]
`);

  expect(read).toEqual({
    scopes: ['write_products', 'write_validations'],
    optionalScopes: ['read_orders'],
    topics: ['app/uninstalled', 'products/create', 'products/delete', 'shop/redact'],
  });
});
