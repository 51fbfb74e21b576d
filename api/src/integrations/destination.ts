/** Where sign-ups can be brought to. */
export type DestinationName = 'KLAVIYO' | 'OMNISEND';

/** The account a call is made for. */
export interface Account {
  /** The shop's key at the vendor, opened for this call only. */
  readonly key: string;
  /** The vendor's own id of the account: budgets are kept per account, however many shops share it. */
  readonly accountId: string;
}

/** What a key opens. */
export interface CheckedAccount {
  readonly accountId: string;
  readonly accountName: string;
}

/** What a campaign's sign-ups join at a destination: a list of Klaviyo, a tag of Omnisend. */
export interface Audience {
  readonly id: string;
  readonly name: string;
  /** Whether the vendor asks people to confirm before they are on it; null where it has no such setting. */
  readonly optIn: 'DOUBLE' | 'SINGLE' | null;
}

/** What the vendor says about one address now. */
export interface Standing {
  readonly contactId: string;
  /** SUPPRESSED: the vendor mails no more, for a spam report, a bounce or by hand of the merchant. */
  readonly marketing: 'SUBSCRIBED' | 'UNSUBSCRIBED' | 'SUPPRESSED' | 'NEVER';
  /** When `marketing` became what it is; null where the vendor does not say. */
  readonly changedAt: Date | null;
  readonly isInAudience: boolean;
}

/** One sign-up, as a destination needs it. */
export interface Person {
  /** The sign-up's id. */
  readonly id: string;
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly campaignId: string;
  readonly signedUpAt: Date;
  /** Marketing consent that is still good; null: none. */
  readonly consent: Consent | null;
}

/** Consent to marketing, as the person gave it. */
export interface Consent {
  readonly givenAt: Date;
  /** The words they agreed to. */
  readonly text: string;
  /** Their own confirmation by mail is on record. */
  readonly isConfirmed: boolean;
}

/** What is brought in one go. */
export interface Delivery {
  /** Id of the audience. */
  readonly audience: string;
  /** The campaign's name, kept by the vendor as the source of the consent. */
  readonly source: string;
  /** At most `batchSize`, with distinct addresses. */
  readonly people: readonly Person[];
  /** Klaviyo: also send the event "Joined VIP early access", which starts flows. */
  readonly sendsEvent: boolean;
  /** Omnisend: let its welcome message go out. Never for people without consent. */
  readonly sendsWelcomeMessage: boolean;
}

/** What came of one person. */
export type Outcome =
  /** Taken, to be read back later; `job` is the vendor's batch, where it has one. */
  | { readonly kind: 'ACCEPTED'; readonly contactId: string | null; readonly job: string | null }
  /** Seen in the audience. */
  | { readonly kind: 'ON_LIST'; readonly contactId: string }
  /** This person, for good; `detail` holds the vendor's words without the address. */
  | {
      readonly kind: 'REFUSED';
      readonly reason: 'ADDRESS_REFUSED' | 'VENDOR_REFUSED';
      readonly detail: string;
    };

/** One vendor, behind the port. Every method throws `VendorProblem` when the whole call failed. */
export interface Destination {
  readonly name: DestinationName;
  /** People per delivery, at most. */
  readonly batchSize: number;
  /** Addresses per `standings` call that cost one request. */
  readonly readSize: number;
  /** Tries the key, and every permission that sending needs and that can be seen without sending. */
  check(key: string): Promise<CheckedAccount>;
  /** One page of the audiences whose name holds `query`; `next` goes into `after` for the page behind it. */
  audiences(
    account: Account,
    page: { query: string | null; after: string | null },
  ): Promise<{ audiences: readonly Audience[]; next: string | null }>;
  /** The audience of that id, or null. At Omnisend every well-formed tag is one. */
  audience(account: Account, id: string): Promise<Audience | null>;
  /** What the vendor says about these addresses, by address as asked; who is absent is unknown there. */
  standings(account: Account, audience: string, emails: readonly string[]): Promise<ReadonlyMap<string, Standing>>;
  /**
   * What a few calls tell about many people, in the place of one call for each: who of them left since then, and who is in the audience
   * by a late change. Who is absent did not leave. Null: so many left that it would take as many calls. Missing where
   * `standings` takes few calls anyway.
   */
  recentStandings?(
    account: Account,
    asked: { audience: string; since: Date; emails: readonly string[] },
  ): Promise<ReadonlyMap<string, Standing> | null>;
  /** Brings people in; the answer holds every one of them, by `Person.id`. Reads nothing before it writes. */
  deliver(account: Account, delivery: Delivery): Promise<ReadonlyMap<string, Outcome>>;
  /** Klaviyo: asks for deletion. Omnisend, which has none: takes the tag off. Somebody unknown there is erased. */
  erase(account: Account, person: { email: string; audience: string }): Promise<void>;
}
