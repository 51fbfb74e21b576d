import type { FastifyPluginAsync } from 'fastify';
import { BAD_CSV, csvUploadRoutes, UploadRefused } from '../platform/http/csv-upload.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { Authenticate } from '../shop/authentication.ts';
import { requireScope } from '../shop/authorization.ts';
import type { Principal } from '../shop/principal.ts';
import { type CatalogImport, ImportRunning } from './catalog-import.ts';
import { NotAProductCsv } from './product-csv/product-columns.ts';

/** What the import's route needs from the rest of the house. */
export interface CatalogImportRoutesParts {
  readonly catalogImport: CatalogImport;
  readonly authenticate: Authenticate;
}

const CONFLICT = [409, 'IMPORT_RUNNING'] as const;

/**
 * `POST /admin/catalog-imports`: a product CSV as the body, `text/csv`, at most 200 MB; the answer is the `ImportResult`.
 * The progress of the upload is that of the import. Needs the scope `write_settings`. Refuses with 400, 401, 403, 409,
 * 413 or 415.
 */
export function catalogImportRoutes({ catalogImport, authenticate }: CatalogImportRoutesParts): FastifyPluginAsync {
  return csvUploadRoutes<Principal>({
    url: '/admin/catalog-imports',
    authorize: async (request) => {
      const principal = await authenticate(request);
      requireScope(principal, ApiTokenScope.write_settings);
      return principal;
    },
    take: (source, { shop }) => catalogImport.importProductsCsv({ shop, source }).catch(refuse),
  });
}

function refuse(cause: unknown): never {
  if (cause instanceof NotAProductCsv) throw new UploadRefused(BAD_CSV, cause.message, { cause });
  if (cause instanceof ImportRunning) throw new UploadRefused(CONFLICT, cause.message, { cause });
  throw cause;
}
