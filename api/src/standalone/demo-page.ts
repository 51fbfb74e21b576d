import { type Html, html, webAddress } from '../platform/http/html.ts';
import type { Page } from '../platform/http/page.ts';
import type { Shop } from '../shop/shop.type.ts';
import type { DemoProduct, DemoVariant } from './demo-goods.ts';
import { demoPageStyle } from './demo-page.style.ts';

/** The campaign whose gate the page holds; `accessType` is null where the page's author does not know it. */
export interface DemoGate {
  readonly id: string;
  readonly accessType: string | null;
}

/** An ordinary page of the demo shop that has the widget in it, with goods around it that anybody may buy. */
export function demoPage(shop: Shop, campaign: DemoGate | null, products: readonly DemoProduct[]): Page {
  const gate = html`<section class="early" aria-label="Early access">
<p class="kicker">For friends of the house</p>
<h1>Some things first, for some people</h1>
<vip-gate campaign="${campaign?.id}"${campaign?.accessType && html` access-type="${campaign.accessType}"`}><p slot="unlocked" class="small">Early orders leave the workshop first.</p></vip-gate>
</section>`;
  return storefront(
    { shop, title: shop.name },
    html`${campaign ? gate : html`<h1>Welcome</h1>`}
<h2>From the shelf</h2>
<ul class="goods">${products.map((product) => goods(shop, product))}</ul>`,
  );
}

/** A plain product page, so that a link to buy leads somewhere. Nothing can be bought here, and the page says so. */
export function demoProductPage(shop: Shop, product: DemoProduct): Page {
  return storefront(
    { shop, title: `${product.title} · ${shop.name}` },
    html`<article class="product">
<div>${picture(product)}</div>
<div>
<p class="vendor">${product.vendor}</p>
<h1>${product.title}</h1>
<p class="text">${product.description}</p>
<ul class="variants">${product.variants.map((variant) => variantRow(shop, variant))}</ul>
<p class="small">This is a demo: nothing is for sale here.</p>
</div>
</article>`,
  );
}

/** Where links into the cart lead. A real shop would show its cart; this one says what would be in it. */
export function demoCartPage(shop: Shop, product: DemoProduct, hasPass: boolean): Page {
  const note = hasPass
    ? 'Your access pass came along, on the cart and on this line: at checkout the shop can tell that you were let in.'
    : 'No access pass came along.';
  return storefront(
    { shop, title: `Cart · ${shop.name}` },
    html`<article class="product">
<div>${picture(product)}</div>
<div>
<h1>In your cart</h1>
<p class="text">${product.title}</p>
<p class="small">${note}</p>
<p class="small">This is a demo: nothing is for sale here. <a href="/demo/">Back to the shop</a></p>
</div>
</article>`,
  );
}

/** What the demo shop says where it has nothing. */
export function demoMissingPage(shop: Shop): Page {
  return storefront(
    { shop, title: `Nothing here · ${shop.name}` },
    html`<h1>Nothing stands on this shelf</h1>
<p class="small"><a href="/demo/">Back to the shop</a></p>`,
  );
}

function storefront({ shop, title }: { shop: Shop; title: string }, content: Html): Page {
  return {
    title,
    head: html`<meta name="robots" content="noindex">
<script async src="/widget/v1/vip-gate.js"></script>`,
    style: demoPageStyle,
    body: html`<body>
<aside class="bar" aria-label="About this page">A demo shop. <a href="/">What is this?</a></aside>
<header class="masthead">
<a class="name" href="/demo/">${shop.name}</a>
<nav aria-label="Shop"><a href="/demo/">Shop</a></nav>
</header>
<main class="page">
${content}
</main>
<footer class="foot">${shop.name}, made up for this demo.</footer>
</body>`,
  };
}

function goods(shop: Shop, product: DemoProduct): Html {
  const cheapest = product.variants.toSorted((one, other) => Number(one.price) - Number(other.price))[0];
  return html`<li><a href="/demo/products/${encodeURIComponent(product.handle)}">
${picture(product)}
<span class="title">${product.title}</span>
${cheapest && price(shop, cheapest)}
</a></li>`;
}

function picture({ imageUrl, imageAlt }: DemoProduct): Html {
  const address = webAddress(imageUrl);
  if (!address) return html`<span class="blank"></span>`;
  return html`<img src="${address}" alt="${imageAlt ?? ''}" width="800" height="800" loading="lazy">`;
}

function variantRow(shop: Shop, variant: DemoVariant): Html {
  const cost = variant.isAvailable ? price(shop, variant) : html`<span class="price">Sold out</span>`;
  return html`<li><span>${variant.title}</span>${cost}</li>`;
}

function price({ currencyCode }: Shop, { price: amount, compareAtPrice }: DemoVariant): Html {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: currencyCode });
  const struck = compareAtPrice && html`<s>${format.format(Number(compareAtPrice))}</s>`;
  return html`<span class="price">${format.format(Number(amount))}${struck}</span>`;
}
