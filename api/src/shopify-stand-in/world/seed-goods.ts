import type { ProductWish } from './product-wish.ts';

/** A product of the seed shops, with the collections that it is in. */
export type SeedGoods = ProductWish & { readonly collections: readonly string[] };

const WINTER = 'Winter Firing';
const TABLE = 'Table & Tea';

/** What the seed shops sell: every status, one and many variants, sold out, uncounted, and sold on when sold out. */
export const SEED_GOODS: readonly SeedGoods[] = [
  {
    ...{ title: 'Harbour Mug', vendor: 'Kiln & Harbour', productType: 'Cups', tags: ['stoneware', 'tea'] },
    ...{ descriptionHtml: '<p>A stout mug that keeps its heat while you watch the boats.</p>', optionNames: ['Glaze'] },
    ...{ collections: [TABLE], pictures: [picture('harbour-mug', 'A mug in fog-blue glaze')] },
    variants: [
      { options: ['Fog'], sku: 'KH-HM-1', price: '34.00', inventoryQuantity: 24 },
      { options: ['Kelp'], sku: 'KH-HM-2', price: '34.00', inventoryQuantity: 31 },
      { options: ['Rust'], sku: 'KH-HM-3', price: '36.00', inventoryQuantity: 0 },
    ],
  },
  {
    ...{ title: 'Tide Bowl', vendor: 'Kiln & Harbour', productType: 'Bowls', tags: ['stoneware', 'nesting'] },
    ...{ descriptionHtml: '<p>Three bowls that nest like the rings a tide leaves.</p>', optionNames: ['Size'] },
    ...{ collections: [WINTER, TABLE], pictures: [picture('tide-bowl', 'Three bowls nested in each other')] },
    variants: [
      { options: ['Small'], sku: 'KH-TB-1', price: '28.00', inventoryQuantity: 40 },
      { options: ['Large'], sku: 'KH-TB-3', price: '64.00', compareAtPrice: '78.00', inventoryQuantity: 12 },
    ],
  },
  {
    ...{ title: 'Lantern Teapot', vendor: 'Kiln & Harbour', productType: 'Teapots', tags: ['stoneware', 'tea'] },
    ...{ descriptionHtml: '<p>Round as a paper lantern, with a handle of split bamboo.</p>', status: 'UNLISTED' },
    ...{ collections: [WINTER], pictures: [picture('lantern-teapot', 'A round teapot')] },
    variants: [{ sku: 'KH-LT-1', price: '118.00', inventoryQuantity: 9 }],
  },
  {
    ...{ title: 'Lighthouse Vase', vendor: 'Kiln & Harbour', productType: 'Vases', tags: ['earthenware'] },
    ...{ optionNames: ['Height'], collections: [WINTER], pictures: [picture('lighthouse-vase', 'A striped vase')] },
    variants: [
      { options: ['22 cm'], sku: 'KH-LV-1', price: '58.00', inventoryQuantity: 21 },
      { options: ['34 cm'], sku: 'KH-LV-2', price: '84.00', inventoryQuantity: 0, sellsWhenSoldOut: true },
    ],
  },
  {
    ...{ title: 'Gull Candlesticks', vendor: 'Kiln & Harbour', productType: 'Light', tags: ['candle'] },
    ...{ collections: [], pictures: [picture('gull-candlesticks', 'Two gulls that hold candles')] },
    variants: [{ sku: 'KH-GC-1', price: '54.00', inventoryQuantity: 0 }],
  },
  {
    ...{ title: 'Workshop Apron', vendor: 'Kiln & Harbour', productType: 'Linen', tags: ['linen'] },
    ...{ optionNames: ['Size', 'Colour'], collections: [], status: 'DRAFT' },
    variants: [
      { options: ['Regular', 'Sage'], sku: 'KH-WA-1', price: '89.00', inventoryQuantity: null },
      { options: ['Long', 'Ink'], sku: 'KH-WA-4', price: '95.00', inventoryQuantity: 5 },
    ],
  },
  {
    ...{ title: 'Last Year’s Plate', vendor: 'Kiln & Harbour', productType: 'Plates', collections: [] },
    ...{ status: 'ARCHIVED', variants: [{ sku: 'KH-OLD-1', price: '19.00', inventoryQuantity: 2 }] },
  },
];

/** Below the stand-in's own address, which is put before it. */
function picture(name: string, alt: string) {
  return { url: `/pictures/${name}.svg`, alt };
}
