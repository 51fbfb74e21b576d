import type { FrameLine } from './frame-line.ts';
import type { NavigationItem } from './messages.ts';

const NAVIGATIONS = 's-app-nav, ui-nav-menu';
const LINKS = 'a[href], s-link[href]';

/** Shows the app's own navigation in the frame: it is read from its element, and never seen in the app. */
export function followNavigation(line: FrameLine): void {
  let told = '';
  const tell = () => {
    // The app's own name leads to its home already.
    const items = linksOf(document)
      .filter((link) => link.getAttribute('rel') !== 'home')
      .map(itemOf);
    const now = JSON.stringify(items);
    if (now === told) return;
    told = now;
    line.tell({ name: 'navigation', items });
  };
  new MutationObserver(tell).observe(document, { childList: true, subtree: true, attributes: true });
  tell();
}

/** What a document of the app is loaded with. */
export interface DocumentSetting {
  readonly config: { readonly shop: string; readonly host: string; readonly locale: string };
  readonly idToken: () => Promise<string>;
}

/** Somebody pressed an item in the frame: the app may take it over by preventing the event, else the page goes there. */
export function pressLink(href: string, setting: DocumentSetting): void {
  const link = linksOf(document).find((one) => one.getAttribute('href') === href);
  const event = new CustomEvent('shopify:navigate', { bubbles: true, cancelable: true });
  if (link?.dispatchEvent(event) ?? true) void goWithToken(href, setting);
}

/** Loads a document of the app with everything that Shopify's admin gives to the first one. */
export async function goWithToken(href: string, { config, idToken }: DocumentSetting): Promise<void> {
  const address = new URL(href, location.href);
  const { shop, host, locale } = config;
  const given = { embedded: '1', shop, host, locale, id_token: await idToken() };
  for (const [name, value] of Object.entries(given)) address.searchParams.set(name, value);
  location.replace(address);
}

/** Tells the frame where the app is, so that the frame's address can be kept and shared. */
export function followLocation(line: FrameLine): void {
  let told = '';
  const tell = () => {
    const path = `${location.pathname}${location.hash}`;
    const now = `${path} ${document.title}`;
    if (now !== told) line.tell({ name: 'location', path, title: document.title });
    told = now;
  };
  for (const name of ['pushState', 'replaceState'] as const) {
    const plain = history[name].bind(history);
    history[name] = (...change: Parameters<History['pushState']>) => {
      plain(...change);
      tell();
    };
  }
  window.addEventListener('popstate', tell);
  window.addEventListener('load', tell);
  tell();
}

function linksOf(root: Document): Element[] {
  return [...root.querySelectorAll(NAVIGATIONS)].flatMap((navigation) => [...navigation.querySelectorAll(LINKS)]);
}

function itemOf(link: Element): NavigationItem {
  return { label: link.textContent?.trim() ?? '', href: link.getAttribute('href') ?? '' };
}
