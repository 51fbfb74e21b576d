import type { AdminApi } from '../shopify/admin-api.ts';
import {
  METAFIELDS_DELETE,
  METAFIELDS_SET,
  VALIDATION_CREATE,
  VALIDATION_DELETE,
  VALIDATIONS,
} from './checkout.operation.ts';
import { CheckoutRefused } from './checkout-problem.ts';
import { GATE_METAFIELD } from './gate-config.ts';

/** The function's handle in its `shopify.extension.toml`. */
export const FUNCTION_HANDLE = 'checkout-gate';
const TITLE = 'VIP Early Access';

/** Shopify takes so many metafields at once. */
const BATCH = 25;

/** Our validation in a shop. */
export interface OurValidation {
  readonly id: string;
  /** Whether the merchant has it switched on. */
  readonly isEnabled: boolean;
}

/** The mark that a product carries, and the product. */
export interface ProductMark {
  readonly productId: string;
  /** By which campaigns it can be bought. */
  readonly gate: string;
}

/** What we do in a shop's checkout. Every method throws `AdminApiProblem` or `CheckoutRefused` where Shopify would not. */
export class ShopifyCheckout {
  readonly #api: AdminApi;

  constructor(api: AdminApi) {
    this.#api = api;
  }

  /**
   * Our validation, made if there is none, or none any more: the merchant may have deleted it. It is looked for first: one that was made before a crash, without config, would
   * sell nothing. `blockOnFailure`: a function that fails sells nothing either; a drop is worth more than a cart.
   */
  async ensureValidation(shop: string): Promise<OurValidation> {
    const { currentAppInstallation, validations } = await this.#api.request(shop, VALIDATIONS, {});
    const ours = validations.nodes.find(
      ({ shopifyFunction: { handle, app } }) => handle === FUNCTION_HANDLE && app.id === currentAppInstallation.app.id,
    );
    if (ours) return { id: ours.id, isEnabled: ours.enabled };
    const validation = { functionHandle: FUNCTION_HANDLE, title: TITLE, enable: true, blockOnFailure: true };
    const { validationCreate } = await this.#api.request(shop, VALIDATION_CREATE, { validation });
    const [refusal] = validationCreate.userErrors;
    if (refusal || !validationCreate.validation)
      throw new CheckoutRefused(refusal ?? { message: 'No validation came.' });
    return { id: validationCreate.validation.id, isEnabled: true };
  }

  /** Takes our validation away; one that is gone already is no error. */
  async removeValidation(shop: string, id: string): Promise<void> {
    const { validationDelete } = await this.#api.request(shop, VALIDATION_DELETE, { id });
    const [refusal] = validationDelete.userErrors;
    if (refusal && refusal.code !== 'NOT_FOUND') throw new CheckoutRefused(refusal);
  }

  /** Tells the function what it must know: at most 10,000 bytes of JSON. */
  async writeConfig(shop: string, validationId: string, value: string): Promise<void> {
    const metafields = [{ ownerId: validationId, ...GATE_METAFIELD, type: 'json', value }];
    const { metafieldsSet } = await this.#api.request(shop, METAFIELDS_SET, { metafields });
    const [refusal] = metafieldsSet.userErrors;
    if (refusal) throw new CheckoutRefused(refusal);
  }

  /** Marks products; gives those that Shopify has, in batches as they come. One that Shopify does not have (any more) cannot be bought either. */
  async *mark(shop: string, marks: readonly ProductMark[]): AsyncGenerator<readonly ProductMark[]> {
    for (let from = 0; from < marks.length; from += BATCH)
      yield await this.#mark(shop, marks.slice(from, from + BATCH));
  }

  /** Takes the marks off products, in batches as they come. */
  async *unmark(shop: string, productIds: readonly string[]): AsyncGenerator<readonly string[]> {
    for (let from = 0; from < productIds.length; from += BATCH) {
      const batch = productIds.slice(from, from + BATCH);
      const metafields = batch.map((ownerId) => ({ ownerId, ...GATE_METAFIELD }));
      const { metafieldsDelete } = await this.#api.request(shop, METAFIELDS_DELETE, { metafields });
      const [refusal] = metafieldsDelete.userErrors;
      if (refusal) throw new CheckoutRefused(refusal);
      yield batch;
    }
  }

  /** All or none: one product that is gone would keep the others from being marked, so it is left out and the rest sent again. */
  async #mark(shop: string, batch: readonly ProductMark[]): Promise<readonly ProductMark[]> {
    if (batch.length === 0) return batch;
    const metafields = batch.map(({ productId, gate }) => ({
      ...{ ownerId: productId, ...GATE_METAFIELD },
      ...{ type: 'single_line_text_field', value: gate },
    }));
    const { metafieldsSet } = await this.#api.request(shop, METAFIELDS_SET, { metafields });
    const [refusal] = metafieldsSet.userErrors;
    if (!refusal) return batch;
    const gone = new Set(
      metafieldsSet.userErrors.flatMap(({ field }) => (field?.at(-1) === 'ownerId' ? field[1] : [])),
    );
    if (gone.size === 0) throw new CheckoutRefused(refusal);
    return this.#mark(
      shop,
      batch.filter((_, place) => !gone.has(String(place))),
    );
  }
}
