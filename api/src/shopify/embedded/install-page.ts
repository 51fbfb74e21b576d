import { html } from '../../platform/http/html.ts';
import type { Page } from '../../platform/http/page.ts';
import { installPageStyle } from './install-page.style.ts';

/** The page at `/`: what the app is, and how a merchant installs it. `isUnknownShop`: what was typed is no shop's domain. */
export function installPage({ isUnknownShop }: { isUnknownShop: boolean }): Page {
  const fault = html`<p class="fault" id="fault" role="alert">This is not a shop’s address. It ends in .myshopify.com; you find
it in your Shopify admin under Settings, Domains.</p>`;
  return {
    title: isUnknownShop ? 'Not a shop’s address – VIP Early Access Pass' : 'VIP Early Access Pass',
    style: installPageStyle,
    body: html`<body>
<main>
<h1>VIP Early Access Pass</h1>
<p class="lead">Open chosen products of your Shopify store early to chosen people; everybody else waits. Visitors get in by a
password, a secret link or their e-mail, and you see who came.</p>
<h2>Install it in your store</h2>
<form action="/" method="get">
<label for="shop">Your store’s address</label>
<div class="row">
<input id="shop" name="shop" required autocomplete="off" autocapitalize="none" spellcheck="false" inputmode="url"
 placeholder="example.myshopify.com" aria-describedby="${isUnknownShop ? 'fault hint' : 'hint'}"${isUnknownShop && html` aria-invalid="true"`}>
<button>Continue to Shopify</button>
</div>
${isUnknownShop && fault}
<p class="hint" id="hint">Shopify shows you what the app may do and asks for your consent. Where it is installed already, it opens.</p>
</form>
<h2>What happens then</h2>
<ol>
<li>You find the app in your Shopify admin under Apps.</li>
<li>Your products and collections come into it by themselves.</li>
<li>You create a campaign, share its link, and watch who comes.</li>
</ol>
</main>
</body>`,
  };
}
