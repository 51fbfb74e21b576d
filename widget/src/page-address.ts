const parameter = 'vip';

/** The secret link in the page's own address (`?vip=SECRET`), or an empty text. */
export function secretInAddress(): string {
  return new URLSearchParams(location.search).get(parameter) ?? '';
}

/** Takes a used secret out of the address bar, so that it is neither shared nor sent on by accident. */
export function clearSecretFromAddress(): void {
  const address = new URL(location.href);
  if (!address.searchParams.has(parameter)) return;
  address.searchParams.delete(parameter);
  history.replaceState(history.state, '', address);
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
