const RETRY = 'x-shopify-retry-invalid-session-request';

/**
 * `fetch` as App Bridge leaves it: requests to the app's own origin get `Authorization: Bearer` with an ID token, unless they bring one,
 * and are sent once more with a new one where the answer asks for it.
 */
export function patchFetch(idToken: () => Promise<string>): void {
  const plain = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin !== location.origin) return plain(request);
    const again = request.clone();
    const hasOwn = request.headers.has('authorization');
    if (!hasOwn) request.headers.set('authorization', `Bearer ${await idToken()}`);
    const answer = await plain(request);
    if (!answer.headers.has(RETRY)) return answer;
    again.headers.set('authorization', `Bearer ${await idToken()}`);
    return plain(again);
  };
}
