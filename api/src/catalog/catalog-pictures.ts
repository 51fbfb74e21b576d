import type { PrismaClient } from '../../../prisma/client/client.ts';

/** Addresses of the catalog's pictures. */
export class CatalogPictures {
  readonly #prisma: PrismaClient;
  readonly #publicUrl: string;

  /** `publicUrl`: where this server is reached from outside, without a slash at the end. */
  constructor(prisma: PrismaClient, publicUrl: string) {
    this.#prisma = prisma;
    this.#publicUrl = publicUrl;
  }

  /** The address as any page can load it: a widget on somebody's page needs more than a path on our server. */
  address(url: string | null): string | null {
    return url?.startsWith('/') ? this.#publicUrl + url : url;
  }

  /**
   * How many products each collection has, and the first picture among them, by the collection's id. Raw, because
   * Prisma would load every member to find the first.
   */
  async ofCollections(shop: string, ids: readonly string[]) {
    const rows = await this.#prisma.$queryRaw<{ id: string; productsCount: number; imageUrl: string | null }[]>`
      SELECT wanted.id, picture."imageUrl",
        (SELECT count(*)::int FROM "CollectionMembership" m WHERE m.shop = ${shop} AND m."collectionId" = wanted.id)
          AS "productsCount"
      FROM unnest(${ids}::text[]) AS wanted(id)
      LEFT JOIN LATERAL (
        SELECT product."imageUrl"
        FROM "CollectionMembership" member
        JOIN "Product" product ON product.shop = member.shop AND product.id = member."productId"
        WHERE member.shop = ${shop} AND member."collectionId" = wanted.id AND product."imageUrl" IS NOT NULL
        ORDER BY member.position, member."productId"
        LIMIT 1
      ) AS picture ON true`;
    return new Map(
      rows.map(({ id, productsCount, imageUrl }) => [id, { productsCount, imageUrl: this.address(imageUrl) }]),
    );
  }
}
