import type { Access } from '../gate/access.type.ts';
import { type Html, html, webAddress } from '../platform/http/html.ts';
import type { Page } from '../platform/http/page.ts';
import { campaignPage } from './hosted-page.ts';
import type { HostedWording } from './hosted-wording.ts';

/** An amount of money as the catalog tells it. */
export interface ShownMoney {
  readonly amount: string;
  readonly currencyCode: string;
}

/** A product as the pass page shows it. */
export interface ShownProduct {
  readonly title: string;
  /** Where it can be looked at. */
  readonly url: string;
  readonly image: { readonly url: string; readonly altText: string | null } | null;
  readonly price: ShownMoney;
  readonly compareAtPrice: ShownMoney | null;
  readonly priceVaries: boolean;
  readonly isAvailable: boolean;
  readonly variants: readonly ShownVariant[];
}

/** One buyable form of it. */
export interface ShownVariant {
  readonly title: string;
  readonly isAvailable: boolean;
  /** Puts it into the cart together with the pass; null where it cannot be bought. */
  readonly cartUrl?: string | null;
}

/** What a pass opens, for the page. */
export interface PassView {
  readonly access: Access;
  readonly products: readonly ShownProduct[];
  readonly wording: HostedWording;
  readonly publicUrl: string;
  /** Whether the address behind the pass still has to be confirmed. */
  readonly isUnconfirmed: boolean;
}

/** Pictures above the fold load at once. */
const EAGER_PICTURES = 4;

/** What is open, until when, and how to come back. */
export function passPage(view: PassView): Page {
  const { access, wording, products } = view;
  const content = html`<section class="opened">
<h2>${wording.say('opened')}</h2>
<p>${wording.say('openUntil', { time: wording.moment(access.expiresAt) })}</p>
${view.isUnconfirmed && html`<p class="said">${wording.say('confirmSoon')}</p>`}
<p class="quiet-text">${wording.say('comeBack')}</p>
</section>
${products.length === 0 ? html`<p>${wording.say('noProducts')}</p>` : html`<ul class="products">${products.map((product, at) => card(product, at, wording))}</ul>`}`;
  return campaignPage({ campaign: access.campaign, wording, publicUrl: view.publicUrl }, content);
}

function card(product: ShownProduct, at: number, wording: HostedWording): Html {
  const { image, title, isAvailable } = product;
  const picture = webAddress(image?.url ?? null);
  const loading = at < EAGER_PICTURES ? 'eager' : 'lazy';
  return html`<li>
<div class="frame">${picture && html`<img src="${picture}" alt="${image?.altText ?? ''}" loading="${loading}" decoding="async">`}</div>
<h3 dir="auto">${title}</h3>
<p class="price">${priceOf(product, wording)}</p>
${!isAvailable && html`<p class="sold-out">${wording.say('soldOut')}</p>`}
${wayToBuy(product, wording)}
</li>`;
}

function priceOf({ price, compareAtPrice, priceVaries }: ShownProduct, wording: HostedWording): Html {
  const now = wording.price(price);
  const former = compareAtPrice && wording.price(compareAtPrice);
  return html`<span>${priceVaries ? wording.say('from', { price: now }) : now}</span>
${former && html` <s><span class="unseen">${wording.say('formerPrice')} </span>${former}</s>`}`;
}

/** One buyable form goes straight into the cart; among several the visitor chooses on the product's own page. */
function wayToBuy({ title, url, isAvailable, variants }: ShownProduct, wording: HostedWording): Html | false {
  const cartUrl = variants.length === 1 ? (variants[0]?.cartUrl ?? null) : null;
  const address = webAddress(isAvailable && cartUrl !== null ? cartUrl : url);
  if (address === null) return false;
  const word = wording.say(isAvailable ? 'buy' : 'view');
  return html`<a class="action${!isAvailable && ' quiet'}" href="${address}">${word}<span class="unseen">: ${title}</span></a>`;
}
