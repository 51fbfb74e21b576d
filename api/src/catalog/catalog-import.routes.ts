import { type Readable, Transform } from 'node:stream';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { Principal } from '../shop/principal.ts';
import { type CatalogImport, ImportRunning } from './catalog-import.ts';
import { NotAProductCsv } from './product-csv/product-columns.ts';

/** Shopify takes 15 MB at a time; whoever put files together may bring this many bytes. */
const LARGEST_FILE = 200 * 1024 * 1024;

/** What the import's route needs from the rest of the house. */
export interface CatalogImportRoutesParts {
  readonly catalogImport: CatalogImport;
  /** Finds out who asks; throws an error with a `statusCode` for who may not. */
  readonly authenticate: (request: FastifyRequest) => Promise<Principal>;
}

/** Why an upload was refused, in a sentence for the merchant. */
class ImportRefused extends Error {
  readonly statusCode: number;
  readonly code: string;

  constructor([statusCode, code]: readonly [number, string], message: string, options?: ErrorOptions) {
    super(message, options);
    this.statusCode = statusCode;
    this.code = code;
  }
}

const UNAUTHENTICATED = [401, 'UNAUTHENTICATED'] as const;
const FORBIDDEN = [403, 'FORBIDDEN'] as const;
const BAD_FILE = [400, 'BAD_CSV'] as const;
const BROKEN_OFF = [400, 'UPLOAD_BROKEN_OFF'] as const;
const CONFLICT = [409, 'IMPORT_RUNNING'] as const;
const TOO_LARGE = [413, 'PAYLOAD_TOO_LARGE'] as const;

/**
 * `POST /admin/catalog-imports`: a product CSV as the body, `text/csv`, at most 200 MB; the answer is the `ImportResult`.
 * The body is read no faster than it is written to the catalog, so the progress of the upload is that of the import.
 * Needs the scope `write_settings`. Refuses with 400, 401, 403, 409, 413 or 415.
 */
export function catalogImportRoutes({ catalogImport, authenticate }: CatalogImportRoutesParts): FastifyPluginAsync {
  return async (http) => {
    http.removeAllContentTypeParsers();
    http.addContentTypeParser('text/csv', { bodyLimit: LARGEST_FILE }, (_request, body, done) => done(null, body));
    const principals = new WeakMap<FastifyRequest, Principal>();
    http.addHook('onRequest', async (request) => {
      principals.set(request, await authenticateMerchant(request, authenticate));
      if (Number(request.headers['content-length'] ?? 0) > LARGEST_FILE) throw tooLarge();
    });
    http.post('/admin/catalog-imports', { bodyLimit: LARGEST_FILE }, async (request, reply) => {
      const shop = principals.get(request)?.shop;
      if (shop === undefined || !request.body) throw new ImportRefused(BAD_FILE, 'Send the CSV file as the body.');
      const source = (request.body as Readable).pipe(atMost(LARGEST_FILE));
      request.raw.once(
        'close',
        () => request.raw.complete || source.destroy(new ImportRefused(BROKEN_OFF, 'The upload was broken off.')),
      );
      // A browser reads the answer only after it has sent all: what a refusal leaves unread is read and thrown away.
      reply.raw.once('finish', () => request.raw.unpipe().resume());
      return run(() => catalogImport.importProductsCsv({ shop, source }));
    });
  };
}

type Authenticate = CatalogImportRoutesParts['authenticate'];

async function authenticateMerchant(request: FastifyRequest, authenticate: Authenticate): Promise<Principal> {
  const principal = await authenticate(request).catch((cause: Error & { statusCode?: number }) => {
    throw cause.statusCode === 401 ? new ImportRefused(UNAUTHENTICATED, cause.message, { cause }) : cause;
  });
  if (principal.scopes.has(ApiTokenScope.write_settings)) return principal;
  throw new ImportRefused(FORBIDDEN, 'This needs a token with the scope `write_settings`.');
}

function tooLarge(): ImportRefused {
  return new ImportRefused(TOO_LARGE, 'The file is larger than 200 MB; part it in two.');
}

async function run<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof NotAProductCsv) throw new ImportRefused(BAD_FILE, cause.message, { cause });
    if (cause instanceof ImportRunning) throw new ImportRefused(CONFLICT, cause.message, { cause });
    throw cause;
  }
}

function atMost(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > bytes) return done(tooLarge());
      done(null, chunk);
    },
  });
}
