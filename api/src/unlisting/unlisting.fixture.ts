import type { ProductStatus } from '../../../prisma/client/client.ts';
import { type AdminApi, AdminApiProblem, type AdminApiProblemKind } from '../shopify/admin-api.ts';
import type { AdminOperation } from '../shopify/admin-operation.ts';
import { productSetStatus, productStatuses, type SetStatusData } from './unlisting.operation.ts';

/** A change that was made in Shopify. */
export interface MadeChange {
  readonly shop: string;
  readonly id: string;
  readonly status: ProductStatus;
}

/** What happens to the next calls that change something. */
export type Trouble = 'DIES_BEFORE' | 'DIES_AFTER' | AdminApiProblemKind | { readonly refuses: string };

/** Products in Shopify as the room `unlisting` reaches them, in memory, with the troubles that a test wants. */
export class ProductsInShopify implements AdminApi {
  readonly changes: MadeChange[] = [];
  /** How often statuses were read. */
  reads = 0;
  readonly #statuses = new Map<string, ProductStatus>();
  readonly #troubles = new Map<string, Trouble>();
  #held: { readonly id: string; readonly released: Promise<void> } | null = null;
  /** Whether a call waits for the test. */
  isHeld = false;

  /** As the merchant sets it by hand. */
  set(id: string, status: ProductStatus | null): void {
    if (status === null) this.#statuses.delete(id);
    else this.#statuses.set(id, status);
  }

  of(id: string): ProductStatus | null {
    return this.#statuses.get(id) ?? null;
  }

  /** `at` is a product, or a shop for all that is asked of it; null: the trouble is over. */
  trouble(at: string, trouble: Trouble | null): void {
    if (trouble === null) this.#troubles.delete(at);
    else this.#troubles.set(at, trouble);
  }

  /** The next change of this product arrives at once, and its answer only when the test says so. */
  holdNext(id: string): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held = { id, released: promise };
    return resolve;
  }

  async request<Data, Variables extends object>(
    shop: string,
    operation: AdminOperation<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    const wrong = this.#troubles.get(shop);
    if (typeof wrong === 'string') throw problem(wrong);
    if (operation === (productStatuses as object)) return this.#read(variables as unknown as { ids: string[] }) as Data;
    if (operation !== (productSetStatus as object))
      throw new Error('The room has an operation that this does not know.');
    const change = { shop, ...(variables as unknown as { id: string; status: ProductStatus }) };
    return (await this.#change(change)) as Data;
  }

  #read({ ids }: { ids: string[] }) {
    this.reads += 1;
    return { nodes: ids.map((id) => (this.of(id) === null ? null : { id, status: this.of(id) })) };
  }

  async #change(change: MadeChange): Promise<SetStatusData> {
    const trouble = this.#troubles.get(change.id);
    if (trouble === 'DIES_BEFORE') return never();
    if (typeof trouble === 'object') return refused(trouble.refuses);
    if (trouble !== undefined && trouble !== 'DIES_AFTER') throw problem(trouble);
    this.#statuses.set(change.id, change.status);
    this.changes.push(change);
    if (trouble === 'DIES_AFTER') return never();
    await this.#hold(change.id);
    return { productUpdate: { product: change, userErrors: [] } };
  }

  async #hold(id: string): Promise<void> {
    const held = this.#held;
    if (held?.id !== id) return;
    this.#held = null;
    this.isHeld = true;
    await held.released;
  }
}

/** To everybody else a process that died is one that never goes on. */
function never(): Promise<never> {
  return new Promise(() => undefined);
}

function refused(message: string): SetStatusData {
  return { productUpdate: { product: null, userErrors: [{ field: ['id'], message }] } };
}

function problem(kind: string): AdminApiProblem {
  return new AdminApiProblem(kind as AdminApiProblemKind, 'It was not done.');
}
