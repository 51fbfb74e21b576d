import { v7 as uuidv7 } from 'uuid';
import type { DataRequestSource, PrismaClient, DataRequest as Row } from '../../../prisma/client/client.ts';
import { type Page, type PageRequest, readPage } from '../platform/graphql/connection.ts';
import type { Seal } from '../platform/seal.ts';
import { isUuid } from '../platform/uuid.ts';
import type { Person } from '../shop/personal-data.ts';
import { type DataRequest, DataRequestStatus } from './data-request.type.ts';

/** A file that was collected. */
export interface CollectedFile {
  /** Whom it is about. */
  readonly person: Person;
  readonly source: DataRequestSource;
  /** Shopify's number of the request; null where the merchant asked. */
  readonly shopifyId: string | null;
  /** Their address as it was written; null where only a customer's number is known. */
  readonly email: string | null;
  /** The file, JSON. */
  readonly content: string;
}

/** A file can be downloaded for so long. */
const FILE_DAYS = 30;

const NEWEST_FIRST = { column: 'askedAt', direction: 'desc' } as const;
const WITHOUT_FILE = { sealedFile: true } as const;

type Listed = Omit<Row, 'sealedFile'>;

/** The table of data requests. Addresses and files are sealed in it. */
export class DataRequestStore {
  readonly #prisma: PrismaClient;
  readonly #seal: Seal;

  constructor(prisma: PrismaClient, seal: Seal) {
    this.#prisma = prisma;
    this.#seal = seal;
  }

  /** Keeps a file for 30 days, by the database's clock; null: a request of Shopify's with this number was answered before. */
  async keep({ person, source, shopifyId, email, content }: CollectedFile): Promise<DataRequest | null> {
    const { shop } = person;
    const id = uuidv7();
    const sealedEmail = email && this.#seal.seal(email, placeOf('sealedEmail', { shop, id }));
    const sealedFile = this.#seal.seal(content, placeOf('sealedFile', { shop, id }));
    const [personDigest = null] = this.#digestsOf(person);
    await this.#prisma.$executeRaw`
      INSERT INTO "DataRequest" (shop, id, source, "shopifyId", "personDigest", "sealedEmail", "sealedFile", "expiresAt")
      VALUES (${shop}, ${id}::uuid, ${source}::"DataRequestSource", ${shopifyId}, ${personDigest}, ${sealedEmail}, ${sealedFile},
              statement_timestamp() + make_interval(days => ${FILE_DAYS}))
      ON CONFLICT DO NOTHING`;
    const row = await this.#prisma.dataRequest.findUnique({ where: { shop_id: { shop, id } }, omit: WITHOUT_FILE });
    return row && this.#shown(row);
  }

  /** Newest first. */
  list(shop: string, request: PageRequest): Promise<Page<DataRequest>> {
    const found = { shop };
    return readPage(
      request,
      NEWEST_FIRST,
      async ({ where, ...page }) => {
        const rows = await this.#prisma.dataRequest.findMany({
          where: { AND: [found, where] },
          ...page,
          omit: WITHOUT_FILE,
        });
        return rows.map((row) => this.#shown(row));
      },
      () => this.#prisma.dataRequest.count({ where: found }),
    );
  }

  /** The file of a request; null when there is none, or none any more. */
  async file(shop: string, id: string): Promise<string | null> {
    if (!isUuid(id)) return null;
    const where = { shop, id, expiresAt: { gt: new Date() } };
    const row = await this.#prisma.dataRequest.findFirst({ where, select: { id: true, sealedFile: true } });
    return row?.sealedFile ? this.#seal.open(row.sealedFile, placeOf('sealedFile', { shop, id: row.id })) : null;
  }

  /** Empties every file about a person; that it was asked for stays known. How many. */
  async forget(person: Person): Promise<number> {
    const where = { shop: person.shop, personDigest: { in: this.#digestsOf(person) } };
    const emptied = { personDigest: null, sealedEmail: null, sealedFile: null, erasedAt: new Date() };
    return (await this.#prisma.dataRequest.updateMany({ where, data: emptied })).count;
  }

  /** Empties the files whose time is over, of all shops, by the database's clock. */
  async expire(): Promise<void> {
    await this.#prisma.$executeRaw`
      UPDATE "DataRequest" SET "personDigest" = NULL, "sealedEmail" = NULL, "sealedFile" = NULL
       WHERE "expiresAt" <= statement_timestamp() AND "sealedFile" IS NOT NULL`;
  }

  /** By what a person's files are found: by their address first. A customer's number has no `@`, so that neither is taken for the other. */
  #digestsOf({ emailKey, customerId }: Person): Uint8Array<ArrayBuffer>[] {
    const known = [emailKey, customerId].filter((key) => key !== null);
    return known.map((key) => this.#seal.digest('DataRequest.personDigest', key));
  }

  #shown(row: Listed): DataRequest {
    const { id, source, askedAt, expiresAt } = row;
    const status = statusOf(row);
    const email = row.sealedEmail && this.#seal.open(row.sealedEmail, placeOf('sealedEmail', row));
    const downloadPath = status === DataRequestStatus.READY ? downloadPathOf(id) : null;
    return { id, source, status, email, askedAt, expiresAt, downloadPath };
  }
}

/** Where a file is downloaded, below this server's address. */
export function downloadPathOf(id: string): string {
  return `/admin/data-requests/${id}`;
}

function statusOf({ erasedAt, expiresAt }: Listed): DataRequestStatus {
  if (erasedAt !== null) return DataRequestStatus.ERASED;
  return expiresAt <= new Date() ? DataRequestStatus.EXPIRED : DataRequestStatus.READY;
}

/** What a sealed value is bound to. */
function placeOf(column: 'sealedEmail' | 'sealedFile', { shop, id }: { shop: string; id: string }): string {
  return `DataRequest.${column}:${shop}/${id}`;
}
