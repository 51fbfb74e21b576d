/** What a merchant reads where products and collections are chosen. Loaded with the form. */
export const pickerTexts = {
  products: {
    title: 'Products',
    choose: 'Choose products',
    search: 'Search products',
    list: 'Products found',
    none: 'No product matches. Import your catalog first if it is still empty.',
    chosen: (count: number) => (count === 1 ? '1 product chosen' : `${count} products chosen`),
    gone: 'A product that is no longer in the catalog',
  },
  collections: {
    title: 'Collections',
    choose: 'Choose collections',
    search: 'Search collections',
    list: 'Collections found',
    none: 'No collection matches.',
    chosen: (count: number) => (count === 1 ? '1 collection chosen' : `${count} collections chosen`),
    gone: 'A collection that is no longer in the catalog',
  },
  remove: (title: string) => `Remove ${title}`,
  productsIn: (count: number, formatted: string) => (count === 1 ? '1 product' : `${formatted} products`),
  more: (shown: string) => `The first ${shown} are shown. Search to narrow them down.`,
  order: {
    up: (title: string) => `Move ${title} up`,
    down: (title: string) => `Move ${title} down`,
    takenOut: (title: string) => `${title} is taken out.`,
    moved: (title: string, place: number, count: number) => `${title} is now number ${place} of ${count}`,
    help: 'Visitors see them in this order.',
  },
} as const;
