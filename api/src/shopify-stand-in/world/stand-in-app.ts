/** The app as Shopify knows it. */
export interface StandInApp {
  readonly id: string;
  readonly title: string;
  readonly handle: string;
  /** Its client id. */
  readonly apiKey: string;
  /** Its client secret, and the one before while that still signs (see `secretThatSigns`). */
  apiSecret: string;
  /** Where it is, without a slash at the end; null: nowhere yet, so that events wait and its pages cannot be shown. */
  url: string | null;
  /** Scopes that every install grants. */
  scopes: readonly string[];
  /** Scopes that it may ask a merchant for later. */
  optionalScopes: readonly string[];
  /** Topics it is told of. */
  topics: readonly string[];
  /** Handles of the functions that it brings, with the kind of each. */
  functions: readonly { readonly handle: string; readonly apiType: string; readonly title: string }[];
  /** Whether it comes from the App Store: the functions of any other run on Plus only. */
  isPublic: boolean;
}
