import { type HostPage, ordinaryPage, type Place, scriptTag } from './host-page.ts';

const NONCE = 'bm9uY2Utb2YtdGhlLWhvc3Q';

/** A page under a policy; the script carries the nonce, whether the policy asks for it or not. */
function under(name: string, policy: (place: Place) => readonly string[]): HostPage {
  return {
    name,
    html: (place) => ordinaryPage(place, { head: scriptTag(place, `async nonce="${NONCE}"`) }),
    headers: (place) => ({ 'content-security-policy': policy(place).join('; ') }),
  };
}

/** The policies under which the gate works like anywhere else. */
export const policies: readonly HostPage[] = [
  under('a nonce with strict-dynamic', ({ product }) => [
    "default-src 'none'",
    `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
    `connect-src ${product}`,
    `img-src ${product} data:`,
    "base-uri 'none'",
    "form-action 'none'",
  ]),
  under('a list of hosts', ({ product }) => [
    "default-src 'self'",
    `script-src ${product}`,
    `connect-src ${product}`,
    `img-src ${product} data:`,
  ]),
  under('no inline styles', ({ product }) => [
    `default-src ${product} data:`,
    "style-src 'self'",
    "style-src-attr 'none'",
    "style-src-elem 'none'",
  ]),
  under('Trusted Types wanted', ({ product }) => [
    `default-src ${product} data:`,
    "style-src 'none'",
    "require-trusted-types-for 'script'",
  ]),
  under('Trusted Types wanted, one policy allowed', ({ product }) => [
    `default-src ${product} data:`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ]),
  {
    name: 'isolated from other origins',
    html: (place) => ordinaryPage(place, { head: scriptTag(place, 'async crossorigin') }),
    headers: () => ({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'credentialless',
      'referrer-policy': 'no-referrer',
      'permissions-policy': 'clipboard-write=(), fullscreen=()',
    }),
  },
];

/** The one that forgot the API: the gate can only say so. */
export const withoutConnections: HostPage = under('no way to the API', ({ product }) => [
  "default-src 'self'",
  `script-src ${product}`,
  'img-src data:',
]);
