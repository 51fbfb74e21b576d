import type { DataRequestSource } from '../../../prisma/client/client.ts';
import { type Email, readEmail } from '../platform/email.ts';
import { UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';
import type { Person, PersonalDataSource } from '../shop/personal-data.ts';
import type { DataRequestStore } from './data-request.store.ts';
import type { DataRequest, PersonalDataErasePayload, PersonalDataRequestPayload } from './data-request.type.ts';

/** Whom a request is about. */
export interface Subject extends Omit<Person, 'emailKey'> {
  /** As it was written; null: not known. */
  readonly email: string | null;
}

const NO_EMAIL = userError(['email'], UserErrorCode.INVALID, 'This is not an e-mail address.');

/** Collects and forgets what all rooms hold of a person. */
export class PersonalDataService {
  readonly #sources: readonly PersonalDataSource[];
  readonly #requests: DataRequestStore;

  constructor(sources: readonly PersonalDataSource[], requests: DataRequestStore) {
    this.#sources = sources;
    this.#requests = requests;
  }

  /** Collects a file for the merchant to download. Somebody of whom nothing is held has a file that says so. */
  async requestFor(shop: string, typed: string): Promise<PersonalDataRequestPayload> {
    const email = readEmail(typed);
    if (email === null) return { dataRequest: null, userErrors: [NO_EMAIL] };
    const person = { shop, emailKey: email.key, customerId: null, orderIds: [] };
    return { dataRequest: await this.#file(person, email, { source: 'MERCHANT', shopifyId: null }), userErrors: [] };
  }

  /** Answers a request that came through Shopify, once for each `shopifyId`. */
  async answerShopify({ email: written, ...known }: Subject, shopifyId: string): Promise<void> {
    const email = written === null ? null : readEmail(written);
    const person = { ...known, emailKey: email?.key ?? null };
    await this.#file(person, email, { source: 'SHOPIFY', shopifyId });
  }

  /** Forgets somebody because the merchant says so. */
  async eraseFor(shop: string, typed: string): Promise<PersonalDataErasePayload> {
    const email = readEmail(typed);
    if (email === null) return { removedCount: null, userErrors: [NO_EMAIL] };
    const subject = { shop, email: typed, customerId: null, orderIds: [] };
    return { removedCount: await this.erase(subject), userErrors: [] };
  }

  /** Forgets a person in every room, and the files about them; how many records it were. Once more finds nothing. */
  async erase({ email, ...known }: Subject): Promise<number> {
    const person: Person = { ...known, emailKey: email === null ? null : (readEmail(email)?.key ?? null) };
    let count = await this.#requests.forget(person);
    for (const source of this.#sources) count += await source.erase(person);
    return count;
  }

  async #file(
    person: Person,
    email: Email | null,
    asked: { readonly source: DataRequestSource; readonly shopifyId: string | null },
  ): Promise<DataRequest | null> {
    const { shop, customerId } = person;
    const data: Record<string, readonly object[]> = {};
    for (const { name, collect } of this.#sources) data[name] = await collect(person);
    const file = { shop, email: email?.address ?? null, customerId, collectedAt: new Date(), data };
    return this.#requests.keep({ ...asked, person, email: file.email, content: JSON.stringify(file, null, 2) });
  }
}
