import { escaped } from '../frame/html.ts';
import type { Cart } from '../world/place-order.ts';
import type { OrderAttribute } from '../world/stand-in-order.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';
import { themePage } from './storefront.page.ts';

/** The cart of a permalink with everything that it carries, also what a real cart would not show, and a button that pays it. */
export function cartPage(shop: StandInShop, { lines, attributes = [], discountCodes = [] }: Cart): string {
  const rows = lines.map(({ variantId, quantity, properties = [] }) => {
    const variant = shop.catalog.variant(variantId);
    const title = variant === null ? 'No such variant' : shop.catalog.product(variant.productId).title;
    return `<tr><td>${escaped(title)} <small>${escaped(variant?.title ?? '')}</small>${listOf('Properties', properties)}</td><td>${quantity}</td><td>${variant?.price ?? ''} ${shop.currencyCode}</td></tr>`;
  });
  const discount = discountCodes.length === 0 ? '' : `<p>Discount: ${escaped(discountCodes.join(', '))}</p>`;
  const content = `<h1>Cart</h1><table>${rows.join('')}</table>${listOf('Attributes', attributes)}${discount}
<form method="post"><input type="email" name="email" placeholder="E-mail" aria-label="E-mail" required> <button class="primary">Pay</button></form>`;
  return themePage(shop, 'Cart', content);
}

function listOf(label: string, attributes: readonly OrderAttribute[]): string {
  if (attributes.length === 0) return '';
  const items = attributes.map(
    ({ name, value }) =>
      `<dt><code>${escaped(name)}</code></dt><dd style="overflow-wrap:anywhere">${escaped(value)}</dd>`,
  );
  return `<details open><summary>${label}</summary><dl>${items.join('')}</dl></details>`;
}
