/** A person in a shop's books: whatever of this is known of them. */
export interface Person {
  /** The shop's domain. */
  readonly shop: string;
  /** What makes two addresses the same; null: no address is known. */
  readonly emailKey: string | null;
  /** Shopify's number of the customer, digits only; null: not known. */
  readonly customerId: string | null;
  /** Shopify's numbers of orders of theirs, digits only, as far as they were told: nothing here leads from a person to their orders. */
  readonly orderIds: readonly string[];
}

/** What one room holds of people, for who asks to see it or to be forgotten. Each room that holds any has its own. */
export interface PersonalDataSource {
  /** Its heading in the file that a merchant downloads, such as `signups`. */
  readonly name: string;
  /** Everything held of the person, as it may be shown to them: dates in ISO 8601, no secrets. Nothing: an empty list. */
  readonly collect: (person: Person) => Promise<readonly object[]>;
  /** Forgets the person, for good; how many records it were. Once more finds nothing. */
  readonly erase: (person: Person) => Promise<number>;
}
