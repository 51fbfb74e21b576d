const parameter = 'vip';
const key = 'vip-gate.link';

/** Kept for all gates of the page once it has left the address bar. */
let secret = '';

/**
 * The secret link out of the page's own address (`?vip=SECRET`), or an empty text. It is taken out of the address bar at
 * once, so that it is neither shared nor sent on by accident; the tab remembers it until the gate has opened, so that
 * somebody who came early can still reload.
 */
export function takeSecretFromAddress(): string {
  const address = new URL(location.href);
  const found = address.searchParams.get(parameter);
  if (found !== null) {
    secret = found;
    shelve((shelf) => shelf.setItem(key, found));
    address.searchParams.delete(parameter);
    history.replaceState(history.state, '', address);
  }
  if (secret === '') shelve((shelf) => (secret = shelf.getItem(key) ?? ''));
  return secret;
}

/** The secret link has done its work: the pass is remembered instead. */
export function forgetSecret(): void {
  secret = '';
  shelve((shelf) => shelf.removeItem(key));
}

function shelve(use: (shelf: Storage) => void): void {
  try {
    use(sessionStorage);
  } catch {
    // Refused storage: the secret lasts as long as the page.
    return;
  }
}

/** The public GraphQL API's whole address, from the `api` attribute or else from the script's own; empty if neither helps. */
export function endpointFrom(api: string, scriptAddress: string): string {
  if (api === '') return absolute('../../public/graphql', scriptAddress);
  const base = api.replace(/\/+$/, '');
  return absolute(base.endsWith('/graphql') ? base : `${base}/public/graphql`, document.baseURI);
}

/** A link or picture that a page may carry: an absolute http(s) address; empty for anything else, such as `javascript:`. */
export function absolute(address: string, base: string): string {
  try {
    const url = new URL(address, base);
    return /^https?:$/.test(url.protocol) ? url.href : '';
  } catch {
    // Not an address at all.
    return '';
  }
}
