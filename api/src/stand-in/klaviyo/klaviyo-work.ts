/** One person of a subscribe call. */
export interface SubscribeEntry {
  readonly email: string;
  /** Their consent of the past, said with `historical_import`; null: they agree now. */
  readonly consentedAt: number | null;
}

/** A subscribe call, as far as it changes what is known of people. */
export interface Subscribing {
  readonly listId: string | null;
  readonly source: string | null;
  readonly isHistorical: boolean;
  readonly entries: readonly SubscribeEntry[];
}

/** An unsubscribe call; without a list it is about everything. */
export interface Unsubscribing {
  readonly listId: string | null;
  readonly emails: readonly string[];
}

/** A profile as a request gives it: absent is unchanged, null is cleared. */
export interface ProfileInput {
  readonly id?: string | null | undefined;
  readonly attributes: Readonly<Record<string, unknown>> & {
    readonly email?: string | null | undefined;
    readonly properties?: Readonly<Record<string, unknown>> | null | undefined;
  };
}

/** A bulk import that was accepted as a job. */
export interface Importing {
  readonly jobId: string;
  readonly profiles: readonly ProfileInput[];
  readonly listIds: readonly string[];
}

/** Something that happens; with a `uniqueId` it can happen once only. */
export interface HappenedOnce {
  readonly metric: string;
  readonly uniqueId: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What Klaviyo accepts and does a moment later. */
export type KlaviyoWork =
  | { readonly kind: 'SUBSCRIBE'; readonly call: Subscribing }
  | (Unsubscribing & { readonly kind: 'UNSUBSCRIBE' })
  | (Importing & { readonly kind: 'IMPORT' })
  | { readonly kind: 'EVENT'; readonly profile: ProfileInput; readonly events: readonly HappenedOnce[] }
  | { readonly kind: 'ERASE'; readonly profile: ProfileInput };
