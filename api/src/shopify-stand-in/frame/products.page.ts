import type { ShopifyWorld } from '../world/shopify-world.ts';
import { PRODUCT_STATUSES, type StandInProduct } from '../world/stand-in-product.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';
import { escaped, form } from './html.ts';
import { shellPage } from './shell.page.ts';

const SHOWN = 50;

/** A shop's products and collections, each with what may be done to it. */
export function productsPage(world: ShopifyWorld, shop: StandInShop): string {
  const { catalog, domain } = shop;
  const rows = [...catalog.products.values()].slice(0, SHOWN).map((product) => productRow(domain, product));
  const collections = [...catalog.collections.values()]
    .slice(0, SHOWN)
    .map(
      ({ id, title, productIds }) =>
        `<tr><td>${escaped(title)}</td><td>${productIds.length}</td><td>${form(
          `/store/${domain}/collections/${id}`,
          `<input name="title" value="${escaped(title)}" aria-label="Title"> <button>Rename</button> <button name="act" value="delete" class="danger">Delete</button>`,
        )}</td></tr>`,
    );
  const content = `<h1>Products and collections</h1>
<section class="card"><h2>${catalog.products.size} products</h2><table>
<tr><th>Product</th><th>Status</th><th>Price</th><th>Stock</th><th></th></tr>${rows.join('')}</table></section>
<section class="card">${form(`/store/${domain}/products`, '<input name="title" placeholder="A new product" aria-label="Title" required> <input name="price" value="25.00" size="6" aria-label="Price"> <button>Add</button>')}</section>
<section class="card"><h2>${catalog.collections.size} collections</h2><table>${collections.join('')}</table></section>`;
  return shellPage(world, shop, { place: 'PRODUCTS', content });
}

function productRow(domain: string, { id, title, handle, status, variants }: StandInProduct): string {
  const options = PRODUCT_STATUSES.map((one) => `<option${one === status ? ' selected' : ''}>${one}</option>`).join('');
  const stock = variants.reduce((sum, { inventoryQuantity }) => sum + inventoryQuantity, 0);
  const inputs = `<select name="status" aria-label="Status of ${escaped(title)}">${options}</select>
<input name="price" value="${variants[0]?.price ?? ''}" size="6" aria-label="Price of ${escaped(title)}">
<input name="stock" value="${variants[0]?.inventoryQuantity ?? 0}" size="4" aria-label="Stock of ${escaped(title)}">
<button>Change</button> <button name="act" value="delete" class="danger">Delete</button>`;
  return `<tr><td><a href="/storefront/${domain}/products/${handle}">${escaped(title)}</a><br><small>${id}</small></td>
<td>${status.toLowerCase()}</td><td>${variants.map(({ price }) => price).join(', ')}</td><td>${stock}</td>
<td>${form(`/store/${domain}/products/${id}`, inputs)}</td></tr>`;
}
