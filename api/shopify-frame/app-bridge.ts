/**
 * An App Bridge of ours for the stand-in's frame: the part of Shopify's `window.shopify` that apps of this kind use. It comes from the
 * stand-in as `/app-bridge.js`, first in the head of the embedded page, and talks with the frame that the stand-in serves.
 */
import { followLocation, followNavigation, goWithToken, pressLink } from './app-navigation.ts';
import { AppSaveBar } from './app-save-bar.ts';
import { FrameLine } from './frame-line.ts';
import type { PickerWish, Sign } from './messages.ts';
import { patchFetch } from './patched-fetch.ts';

interface ToastOptions {
  readonly duration?: number;
  readonly isError?: boolean;
  readonly action?: string;
  readonly onAction?: () => void;
  readonly onDismiss?: () => void;
}

interface PickerOptions {
  readonly type: PickerWish['type'];
  readonly multiple?: boolean | number;
  readonly selectionIds?: readonly { readonly id: string }[];
}

const script = document.currentScript;
if (!(script instanceof HTMLScriptElement)) throw new Error('App Bridge must be loaded by a script element.');
const frameOrigin = new URL(script.src).origin;
const apiKey = document.querySelector('meta[name="shopify-api-key"]')?.getAttribute('content') ?? '';
const config = configOf(apiKey);

// Outside of the frame Shopify's App Bridge goes into the admin by itself; so does this one.
if (window.parent === window) location.replace(`${frameOrigin}/store/${config.shop}/app${location.pathname}`);
else start();

function start(): void {
  const toasts = new Map<string, ToastOptions>();
  const line = new FrameLine(frameOrigin, (sign) => obey(sign));
  const saveBar = new AppSaveBar(line);
  const idToken = () => line.ask('idToken', null);

  function obey(sign: Sign): void {
    if (sign.name === 'navigate') pressLink(sign.href, { config, idToken });
    else if (sign.name === 'saveBarPress') saveBar.press(sign.button);
    else if (sign.name === 'toastAction') toasts.get(sign.id)?.onAction?.();
    else toasts.get(sign.id)?.onDismiss?.();
  }

  const shopify = {
    ...{ config, idToken, saveBar },
    environment: { embedded: true, mobile: false, intent: false, pos: false },
    toast: {
      show: (content: string, options: ToastOptions = {}) => {
        const id = crypto.randomUUID();
        toasts.set(id, options);
        const { isError = false, duration: ms = 5000, action = null } = options;
        line.tell({ name: 'toast', id, content, isError, ms, action });
        return id;
      },
      hide: (id: string) => line.tell({ name: 'hideToast', id }),
    },
    loading: (isOn = true) => line.tell({ name: 'loading', isOn }),
    resourcePicker: async ({ type, multiple = false, selectionIds = [] }: PickerOptions) => {
      const chosen = selectionIds.map(({ id }) => id);
      const picked = await line.ask('picker', { type, multiple: multiple !== false, chosen });
      return picked === null ? undefined : Object.assign([...picked], { selection: picked });
    },
    scopes: {
      query: () => line.ask('scopes', null),
      request: async (scopes: readonly string[]) => {
        const { isGranted, detail } = await line.ask('requestScopes', scopes);
        return { result: isGranted ? 'granted-all' : 'declined-all', detail };
      },
    },
    webVitals: { onReport: async () => undefined },
    reload: () => line.tell({ name: 'reload' }),
  };

  Object.assign(window, { shopify });
  const reload = new URLSearchParams(location.search).get('shopify-reload');
  if (reload !== null) return void goWithToken(reload, { config, idToken });
  patchFetch(idToken);
  document.addEventListener('DOMContentLoaded', () => hideElements());
  followNavigation(line);
  followLocation(line);
}

/** The elements that only say something to the frame take no room in the app. By a sheet of its own: the page's policy may refuse inline styles. */
function hideElements(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('s-app-nav, ui-nav-menu, ui-save-bar, ui-title-bar { display: none; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** From the address on the first load; kept for pages that the app goes to within the same tab. */
function configOf(key: string) {
  const asked = new URLSearchParams(location.search);
  const kept = sessionStorage.getItem('shopify-stand-in-config');
  if (!asked.has('shop') && kept !== null) return JSON.parse(kept);
  const [shop, host] = [asked.get('shop'), asked.get('host')];
  if (shop === null || host === null) throw new Error('App Bridge: missing required configuration fields: shop');
  const read = { apiKey: key, shop, host, locale: asked.get('locale') ?? 'en' };
  sessionStorage.setItem('shopify-stand-in-config', JSON.stringify(read));
  return read;
}
