import { html, nothing, type TemplateResult } from 'lit';
import type { GateAccess } from './gate-api.ts';
import { absolute } from './page-address.ts';
import type { Wording } from './wording.ts';

type Product = GateAccess['products'][number];

/** How the products are written, and where their relative addresses belong. */
export interface GridSetting {
  wording: Wording;
  /** The API's own address. */
  base: string;
}

/** The products that an access pass opens, one to four in a row by the element's own width. */
export function productGrid(products: readonly Product[], setting: GridSetting): TemplateResult {
  if (products.length === 0) return html`<p part="sentence">${setting.wording.texts.noProducts}</p>`;
  return html`<ul part="products" role="list">
    ${products.map((product) => productCard(product, setting))}
  </ul>`;
}

function productCard(product: Product, setting: GridSetting): TemplateResult {
  const { texts } = setting.wording;
  const address = absolute(product.url, setting.base);
  return html`<li part="product">
    <div class="picture" part="picture">${picture(product, setting)}</div>
    <h3 part="product-title">${product.title}</h3>
    <p class="price" part="price">${price(product, setting.wording)}</p>
    ${product.isAvailable ? nothing : html`<p class="sold-out" part="sold-out">${texts.soldOut}</p>`}
    ${address ? action(product, address, texts) : nothing}
  </li>`;
}

function action({ title, isAvailable }: Product, address: string, texts: Wording['texts']): TemplateResult {
  const inner = html`<span class="ink">${isAvailable ? texts.buy : texts.view}<span class="unseen"> ${title}</span></span>`;
  return html`<a part="buy" class=${isAvailable ? 'action' : 'action quiet'} href=${address}>${inner}</a>`;
}

function picture({ image }: Product, { base }: GridSetting): TemplateResult | typeof nothing {
  const address = image ? absolute(image.url, base) : '';
  if (!address) return nothing;
  // A picture that does not come leaves its calm placeholder.
  const hide = (event: Event) => event.target instanceof HTMLElement && event.target.remove();
  return html`<img src=${address} alt=${image?.altText ?? ''} loading="lazy" decoding="async" width="400" height="400" @error=${hide} />`;
}

function price({ price: now, compareAtPrice, priceVaries }: Product, wording: Wording): TemplateResult {
  const { texts } = wording;
  const written = wording.price(now);
  const isReduced = compareAtPrice !== null && Number(compareAtPrice.amount) > Number(now.amount);
  const former = isReduced
    ? html` <s><span class="unseen">${texts.formerPrice} </span>${wording.price(compareAtPrice)}</s>`
    : nothing;
  return html`<span>${priceVaries ? texts.from(written) : written}</span>${former}`;
}
