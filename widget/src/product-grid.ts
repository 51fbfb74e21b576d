import { html, nothing, type TemplateResult } from 'lit';
import type { GateAccess } from './gate-api.ts';
import { absolute } from './page-address.ts';
import { tell } from './told-happenings.ts';
import type { Wording } from './wording.ts';

/** An amount of money as the API writes it. */
interface Money {
  amount: string;
  currencyCode: string;
}

type Product = GateAccess['products'][number];

/** How the products are written, and where their relative addresses belong. */
export interface GridSetting {
  wording: Wording;
  /** The API's own address. */
  base: string;
  campaignId: string;
}

/** With more forms than these, the product's own page is the better place to choose. */
const mostVariants = 12;

/** The products that an access pass opens, one to four in a row by the element's own width. */
export function productGrid(products: readonly Product[], setting: GridSetting): TemplateResult {
  const follow = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (!link) return;
    const carts = products.flatMap(({ variants }) => variants.map((variant) => cartOf(variant, setting)));
    tell(setting.base, setting.campaignId, carts.includes(link.href) ? 'SENT_TO_CART' : 'PRODUCT_OPENED');
  };
  return html`<ul part="products" role="list" @click=${follow}>
    ${products.map((product) => productCard(product, setting))}
  </ul>`;
}

function productCard(product: Product, setting: GridSetting): TemplateResult {
  const { wording } = setting;
  const page = absolute(product.url, setting.base);
  const soldOut = html`<p class="sold-out" part="sold-out">${wording.text('soldOut')}</p>`;
  return html`<li part="product">
    <div class="picture" part="picture">${picture(product, setting)}</div>
    <h3 part="product-title">${page ? html`<a class="name" href=${page}>${product.title}</a>` : product.title}</h3>
    <p class="price" part="price">${price(product, wording)}</p>
    ${product.isAvailable ? nothing : soldOut}
    ${actions(product, setting)}
  </li>`;
}

/** One link that buys, one for each form of the product, or, where none can be put into a cart, one to its page. */
function actions(product: Product, setting: GridSetting): TemplateResult | typeof nothing {
  const { title, isAvailable } = product;
  const variants = product.variants.length > mostVariants ? [] : product.variants;
  const buyable = variants.filter((variant) => cartOf(variant, setting) !== '');
  const [only] = buyable;
  if (isAvailable && only && variants.length === 1)
    return action({ title, address: cartOf(only, setting), text: 'buy' }, setting);
  if (isAvailable && only) return variantLinks(product, setting);
  const address = absolute(product.url, setting.base);
  return address ? action({ title, address, text: isAvailable ? 'buy' : 'view' }, setting) : nothing;
}

function action(
  link: { title: string; address: string; text: 'buy' | 'view' },
  { wording }: GridSetting,
): TemplateResult {
  const inner = html`<span class="ink">${wording.text(link.text)}<span class="unseen"> ${link.title}</span></span>`;
  return html`<a part="buy" class=${link.text === 'buy' ? 'action' : 'action quiet'} href=${link.address}>${inner}</a>`;
}

/** The pass goes into the cart with what is bought, so each form of the product has a link of its own. */
function variantLinks({ title, variants }: Product, setting: GridSetting): TemplateResult {
  const { wording } = setting;
  return html`<div class="variants" role="group" aria-label=${title}>
    ${variants.map((variant) => {
      const address = cartOf(variant, setting);
      const label = `${wording.text('buyVariant', variant.title)} ${title}`;
      const link = html`<a part="buy" class="action small" href=${address} aria-label=${label}><span class="ink">${variant.title}</span></a>`;
      const gone = html`<span class="small gone"><s>${variant.title}</s><span class="unseen"> ${wording.text('soldOut')}</span></span>`;
      return address ? link : gone;
    })}
  </div>`;
}

function cartOf({ isAvailable, cartUrl }: Product['variants'][number], { base }: GridSetting): string {
  return isAvailable && cartUrl ? absolute(cartUrl, base) : '';
}

function picture({ image }: Product, { base }: GridSetting): TemplateResult | typeof nothing {
  const address = image ? absolute(image.url, base) : '';
  if (!address) return nothing;
  // A picture that does not come leaves its calm placeholder.
  const hide = (event: Event) => event.target instanceof HTMLElement && event.target.remove();
  return html`<img src=${address} alt=${image?.altText ?? ''} loading="lazy" decoding="async" width="400" height="400" @error=${hide} />`;
}

function price({ price: now, compareAtPrice, priceVaries }: Product, wording: Wording): TemplateResult {
  const language = wording.pageLanguage;
  const written = priceIn(language, now);
  const isReduced = compareAtPrice !== null && Number(compareAtPrice.amount) > Number(now.amount);
  const former = isReduced
    ? html` <s><span class="unseen">${wording.text('formerPrice')} </span>${priceIn(language, compareAtPrice)}</s>`
    : nothing;
  return html`<span>${priceVaries ? wording.text('from', written) : written}</span>${former}`;
}

/** One for each language and currency: to make one takes a slow phone as long as to draw a product. */
const formats = new Map<string, Intl.NumberFormat>();

/** The price in its own currency, written as the page's language does. */
function priceIn(language: string, { amount, currencyCode: currency }: Money): string {
  const key = `${language} ${currency}`;
  try {
    const format = formats.get(key) ?? new Intl.NumberFormat(language, { style: 'currency', currency });
    formats.set(key, format);
    return format.format(Number(amount));
  } catch {
    // `Intl` refuses a currency code that is not three letters.
    return `${amount} ${currency}`;
  }
}
