import { createLogger } from '../src/platform/logger.ts';
import { createCatalogSyncRoom } from '../src/catalog-sync-parts.ts';
import type { Database } from '../src/platform/database/database.ts';
import type { AdminApi } from '../src/shopify/admin-api.ts';
import { AdminApiProblem } from '../src/shopify/admin-api.ts';
import { askAdmin } from '../src/shopify-stand-in/admin-calls.fixture.ts';
import type { TestShopify } from '../src/shopify-stand-in/shopify-stand-in.fixture.ts';

export function quickApi(shopify: TestShopify): AdminApi {
  return {
    async request(shop, operation, variables) {
      const { status, body } = await askAdmin(shopify, shop, { query: operation.document, variables });
      if (status !== 200) throw new AdminApiProblem('UNREACHABLE', String(status));
      if (body.errors) throw new AdminApiProblem(JSON.stringify(body.errors).includes('THROTTLED') ? 'THROTTLED' : 'REFUSED', JSON.stringify(body.errors));
      return body.data;
    },
  };
}

export function room(database: Database, adminApi: AdminApi) {
  return createCatalogSyncRoom({ database, adminApi, logger: createLogger('warn') });
}
