import type { StandInShop } from './stand-in-shop.ts';

/** Fills a shop with so many products of two variants each, every tenth in a collection of a hundred, without telling anybody. */
export function stockManyProducts({ catalog }: StandInShop, count: number): void {
  let members: string[] = [];
  for (let number = 1; number <= count; number++) {
    const { id } = catalog.stockProduct({
      ...{ title: `Cup No. ${number}`, vendor: 'Kiln & Harbour', productType: 'Cups', tags: ['many'] },
      ...{ descriptionHtml: `<p>Number ${number} of ${count}.</p>`, optionNames: ['Size'] },
      pictures: [{ url: `https://cdn.example/cups/${number}.png`, alt: `Cup No. ${number}` }],
      variants: [
        { options: ['Small'], sku: `CUP-${number}-S`, price: '12.00', inventoryQuantity: number % 20 },
        { options: ['Large'], sku: `CUP-${number}-L`, price: '18.00', inventoryQuantity: 5 },
      ],
    });
    if (number % 10 === 0) members.push(id);
    if (members.length < 100) continue;
    catalog.addCollection(`Cups up to ${number}`, members);
    members = [];
  }
}
