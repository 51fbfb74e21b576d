import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAdminVersion } from '../admin-schema.ts';
import { API_VERSION } from '../world/api-version.ts';
import { hasScope } from './access-rules.ts';

const MAP = join(import.meta.dirname, '../../../../../shared/contracts/shopify', `admin-${API_VERSION}.access.json`);
const hasMap = existsSync(MAP);
if (!hasMap)
  process.stdout.write('Skipped: the rules of access were not held against ../shared/contracts, which is not there.\n');

test('who may write may read, and nobody the other way round', () => {
  expect(hasScope(['write_products'], 'read_products')).toBe(true);
  expect(hasScope(['read_products'], 'write_products')).toBe(false);
  expect(hasScope(['write_products'], 'read_orders')).toBe(false);
});

describe.skipIf(!hasMap)('against the map of scopes', () => {
  test('the package of Shopify’s schemas asks for the same scopes', () => {
    const { access } = JSON.parse(readFileSync(MAP, 'utf8')) as { access: Record<string, { offlineScopes: string[] }> };
    const wanted = Object.entries(access).filter(([, { offlineScopes }]) => offlineScopes.length > 0);
    const { rules } = readAdminVersion(API_VERSION);
    const ours = new Map(
      rules.map(({ typeName, fieldName, offlineScopes }) => [
        fieldName === undefined ? typeName : `${typeName}.${fieldName}`,
        offlineScopes,
      ]),
    );

    expect(wanted.length).toBeGreaterThan(1000);
    expect(wanted.filter(([name, { offlineScopes }]) => ours.get(name)?.join() !== offlineScopes.join())).toEqual([]);
  });
});
