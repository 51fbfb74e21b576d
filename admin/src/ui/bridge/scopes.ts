import { appBridge } from './app-bridge.ts';

/**
 * Asks the merchant for optional scopes in Shopify's own dialog, and tells whether all were granted. Null in standalone mode,
 * where nobody can grant any. The scopes must be among `optional_scopes` of `shopify.app.toml`.
 */
export function scopeRequest(): ((scopes: readonly string[]) => Promise<boolean>) | null {
  const bridge = appBridge();
  if (bridge === null) return null;
  return async (scopes) => (await bridge.scopes.request([...scopes])).result === 'granted-all';
}
