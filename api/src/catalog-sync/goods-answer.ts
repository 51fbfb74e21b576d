/** A variant as the Admin API tells it. */
export interface VariantAnswer {
  readonly id: string;
  readonly title: string;
  readonly position: number;
  readonly sku: string | null;
  readonly price: string;
  readonly compareAtPrice: string | null;
  readonly inventoryQuantity: number | null;
  readonly inventoryPolicy: 'CONTINUE' | 'DENY';
  readonly selectedOptions: readonly { readonly name: string; readonly value: string }[];
  readonly inventoryItem: { readonly tracked: boolean };
}

/** A picture or film as the Admin API tells it. Its preview is missing while Shopify works on it. */
export interface MediaAnswer {
  readonly id: string;
  readonly alt: string | null;
  readonly mediaContentType: 'EXTERNAL_VIDEO' | 'IMAGE' | 'MODEL_3D' | 'VIDEO';
  readonly preview: { readonly image: { readonly url: string } | null } | null;
}

/** A product's own fields, as the Admin API tells them. Times are ISO 8601. */
export interface ProductFacts {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  readonly descriptionHtml: string;
  readonly vendor: string;
  readonly productType: string;
  readonly tags: readonly string[];
  readonly status: 'ACTIVE' | 'ARCHIVED' | 'DRAFT' | 'UNLISTED';
  readonly publishedAt: string | null;
  readonly updatedAt: string;
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** A page of a product's variants. */
export interface VariantPage {
  readonly nodes: readonly VariantAnswer[];
  readonly pageInfo: PageInfo;
}

/** A product with the first of what belongs to it. */
export interface ProductAnswer extends ProductFacts {
  readonly media: { readonly nodes: readonly MediaAnswer[] };
  readonly variants: VariantPage;
  readonly collections: {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: Pick<PageInfo, 'hasNextPage'>;
  };
}

/** A collection's own fields, as the Admin API tells them. */
export interface CollectionAnswer {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  readonly updatedAt: string;
}

/** A page of a collection's members. */
export interface MemberPage {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: PageInfo;
}
