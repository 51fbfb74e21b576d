import { readAdminVersion } from '../admin-schema.ts';
import { API_VERSION } from '../world/api-version.ts';
import { AccessRules } from './access-rules.ts';
import { AdminEngine } from './admin-engine.ts';
import { bulkMutations, bulkOperationAnswers } from './bulk-answers.ts';
import { collectionAnswers } from './collection-answers.ts';
import { metafieldOwnAnswers } from './metafield-answers.ts';
import { metafieldMutations } from './metafield-mutations.ts';
import { lineItemAnswers, orderAnswers } from './order-answers.ts';
import { inventoryItemAnswers, mediaImageAnswers, productAnswers, variantAnswers } from './product-answers.ts';
import { productMutations } from './product-mutations.ts';
import { queryAnswers } from './query-answers.ts';
import { installationAnswers, planAnswers, shopAnswers } from './shop-answers.ts';
import { validationAnswers, validationMutations } from './validation-answers.ts';

const TABLES = {
  QueryRoot: queryAnswers,
  Mutation: { ...productMutations, ...metafieldMutations, ...validationMutations, ...bulkMutations },
  Shop: shopAnswers,
  ShopPlan: planAnswers,
  AppInstallation: installationAnswers,
  Product: productAnswers,
  ProductVariant: variantAnswers,
  InventoryItem: inventoryItemAnswers,
  MediaImage: mediaImageAnswers,
  Collection: collectionAnswers,
  Metafield: metafieldOwnAnswers,
  Validation: validationAnswers,
  BulkOperation: bulkOperationAnswers,
  Order: orderAnswers,
  LineItem: lineItemAnswers,
};

let made: AdminEngine | null = null;

/** The engine, made once for all worlds of the process: reading the schema takes a tenth of a second. */
export function adminEngine(): AdminEngine {
  if (made === null) {
    const { schema, rules } = readAdminVersion(API_VERSION);
    made = new AdminEngine(schema, new AccessRules(rules), TABLES);
  }
  return made;
}
