/** Runs before all other scripts: signs the merchant in while they are on their way. Within Shopify's admin, Shopify does that. */
const isInShopify = document.querySelector('meta[name="shopify-api-key"]') !== null;

if (!isInShopify) {
  const answer = fetch('/admin/session', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
  });
  // Whoever waits for it is told; where nobody does yet, a failure is no news.
  answer.catch(() => undefined);
  window.earlySignIn = answer;
}

declare global {
  interface Window {
    /** The answer to the sign-in that was asked for before the scripts were there. */
    earlySignIn?: Promise<Response>;
  }
}

export {};
