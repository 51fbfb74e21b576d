import type { ShopifyWorld } from '../world/shopify-world.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';
import { escaped, form } from './html.ts';
import { shellPage } from './shell.page.ts';

/** A shop's home: the app to install, or what may be done about it. */
export function homePage(world: ShopifyWorld, shop: StandInShop): string {
  const content = `<h1>${escaped(shop.name)}</h1>
<p class="soft">${escaped(shop.domain)} · ${shop.plan.publicDisplayName} · ${shop.currencyCode} · ${shop.ianaTimezone}</p>
${shop.installation === null ? installCard(world, shop) : installedCard(world, shop)}${shopCard(shop)}${privacyCard(shop)}`;
  return shellPage(world, shop, { place: 'HOME', content });
}

function installCard({ app }: ShopifyWorld, { domain }: StandInShop): string {
  const scopes = app.scopes.map((scope) => `<li><code>${escaped(scope)}</code></li>`).join('');
  return `<section class="card"><h2>Install ${escaped(app.title)}</h2><p>It will be granted:</p><ul>${scopes}</ul>
${form(`/store/${domain}/install`, '<button class="primary">Install</button>')}</section>`;
}

function installedCard({ app }: ShopifyWorld, { domain, installation }: StandInShop): string {
  const granted = installation?.scopes ?? [];
  const boxes = [...new Set([...app.scopes, ...app.optionalScopes, ...granted])].map((scope) => {
    const checked = granted.includes(scope) ? ' checked' : '';
    return `<label><input type="checkbox" name="scope" value="${escaped(scope)}"${checked}> <code>${escaped(scope)}</code></label>`;
  });
  return `<section class="card"><h2>${escaped(app.title)}</h2>
<p><a class="button" href="/store/${domain}/app">Open the app</a></p>
${form(`/store/${domain}/scopes`, `${boxes.join(' ')} <button>Grant these scopes</button>`)}<br>
${form(`/store/${domain}/revoke`, '<button>Revoke its access tokens</button>')}
${form(`/store/${domain}/drain`, '<button>Use up its API budget</button>')}
${form(`/store/${domain}/uninstall`, '<button class="danger">Uninstall</button>')}</section>`;
}

function shopCard({ domain, name, plan }: StandInShop): string {
  const plans = ['BASIC', 'ADVANCED', 'PLUS', 'DEVELOPMENT'].map((one) => `<option>${one}</option>`).join('');
  return `<section class="card"><h2>The shop itself</h2>${form(
    `/store/${domain}/rename`,
    `<input name="name" value="${escaped(name)}" aria-label="Name" required> <select name="plan" aria-label="Plan"><option value="">${plan.publicDisplayName}, as it is</option>${plans}</select> <button>Change</button>`,
  )}</section>`;
}

function privacyCard({ domain }: StandInShop): string {
  const topics = ['customers/data_request', 'customers/redact', 'shop/redact'];
  const options = topics.map((topic) => `<option>${topic}</option>`).join('');
  return `<section class="card"><h2>Privacy</h2>${form(
    `/store/${domain}/privacy`,
    `<select name="topic" aria-label="Topic">${options}</select> <input name="email" type="email" placeholder="E-mail" aria-label="E-mail"> <input name="customerId" inputmode="numeric" placeholder="Customer id, or none" aria-label="Customer id"> <button>Send</button>`,
  )}</section>`;
}
