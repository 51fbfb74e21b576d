import emptyPicture from '../assets/empty.svg';
import { formatCount, formatMoney } from '../format.ts';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import type { ProductTable_ProductFragment as ProductRow } from '../gql/graphql.ts';
import { texts } from '../texts/texts.ts';
import type { CursorPages } from '../ui/cursor-pages.ts';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { Picture } from '../ui/Picture.tsx';
import { Badge, EmptyState } from '../ui/polaris.ts';

const ProductTable_product = graphql(/* GraphQL */ `
  fragment ProductTable_product on Product {
    id
    title
    vendor
    status
    imageUrl
    variantsCount
    totalInventory
    price {
      amount
      currencyCode
    }
  }
`);

interface ProductTableProps {
  /** Undefined while loading. */
  products: readonly FragmentType<typeof ProductTable_product>[] | undefined;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null } | undefined;
  pages: CursorPages;
  /** Whether an empty list means "not found" rather than "nothing there yet". */
  isSearch: boolean;
  onClearSearch(): void;
}

const titles = texts.catalog.columns;

const columns: [Column<ProductRow>, ...Column<ProductRow>[]] = [
  {
    title: titles.title,
    render: ({ title, vendor, imageUrl }) => (
      <span className="picked-row">
        <Picture url={imageUrl ?? null} size="extraSmall" />
        <span>
          {title}
          <span className="quiet">{vendor}</span>
        </span>
      </span>
    ),
  },
  {
    title: titles.status,
    render: ({ status }) => (
      <Badge {...(status === 'ACTIVE' && { tone: 'success' })}>{texts.catalog.productStatus[status]}</Badge>
    ),
  },
  { title: titles.price, isNumber: true, render: ({ price }) => formatMoney(price) },
  { title: titles.variants, isNumber: true, render: ({ variantsCount }) => formatCount(variantsCount) },
  {
    title: titles.stock,
    isNumber: true,
    render: ({ totalInventory: stock }) => (typeof stock === 'number' ? formatCount(stock) : texts.catalog.untracked),
  },
];

const names = { singular: texts.catalog.one, plural: texts.catalog.many };

/** The catalog's products, or how to bring them in. */
export function ProductTable({ products, pageInfo, pages, isSearch, onClearSearch }: ProductTableProps) {
  const rows = products && readFragment(ProductTable_product, products);
  if (rows?.length === 0) {
    const { nothingFound, nothingFoundBody, emptyTitle, emptyBody } = texts.catalog;
    return (
      <EmptyState
        image={emptyPicture}
        heading={isSearch ? nothingFound : emptyTitle}
        {...(isSearch && { action: { content: texts.catalog.clearSearch, onAction: onClearSearch } })}
      >
        <p>{isSearch ? nothingFoundBody : emptyBody}</p>
      </EmptyState>
    );
  }
  return <ListTable {...{ names, columns, rows, pages, pageInfo }} keyOf={({ id }) => id} />;
}
