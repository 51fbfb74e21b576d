import { vi } from 'vitest';
import type { AppBridge } from './ui/bridge/app-bridge.ts';

const noScopes = { granted: [], required: [], optional: [] };

/** Puts the admin of a test inside Shopify's, with an App Bridge that notes what it is asked; a test gives the answers it is about. */
export function embed() {
  const shopify = {
    idToken: vi.fn<AppBridge['idToken']>(async () => 'id-token'),
    toast: { show: vi.fn<AppBridge['toast']['show']>(() => 'toast'), hide: vi.fn<AppBridge['toast']['hide']>() },
    saveBar: {
      show: vi.fn<AppBridge['saveBar']['show']>(async () => undefined),
      hide: vi.fn<AppBridge['saveBar']['hide']>(async () => undefined),
      toggle: vi.fn<AppBridge['saveBar']['toggle']>(async () => undefined),
      leaveConfirmation: vi.fn<AppBridge['saveBar']['leaveConfirmation']>(async () => undefined),
    },
    // Its answer's type hangs on the question's, which no mock can follow.
    resourcePicker: vi.fn<(options: object) => Promise<never>>(async () => undefined as never),
    scopes: {
      query: async () => noScopes,
      request: vi.fn<AppBridge['scopes']['request']>(async () => ({ result: 'granted-all', detail: noScopes })),
      revoke: async () => ({ detail: noScopes }),
    },
  } satisfies AppBridge;
  vi.stubGlobal('shopify', shopify);
  return shopify;
}
